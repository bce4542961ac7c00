import { UnstyledButton } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { AnswerSentence } from '../../electron/contract/entities'
import { errorSentence, fill } from '../../electron/contract/wording/wording'
import { useApp } from '../app-context'
import type { AnswerLine } from '../arrange-answer'
import { placeOf } from '../place-of'
import { useCheck } from '../use-check'
import { Basis, SameBasis } from './basis'

/** One cited sentence, what must be read before it, and the quiet line that says where it stands. */
export function AnswerLineView({ line }: { readonly line: AnswerLine }) {
  const { words, shelf, openCitation } = useApp()
  const { sentence, context, number, sameSectionAs } = line
  const { citation } = sentence
  const language = shelf.articles?.find(({ id }) => id === citation.articleId)?.language
  const place = placeOf(citation, words)
  return (
    <div className="answer-line" data-role={sentence.role} lang={language}>
      {context.map(({ text, citation: { start } }) => (
        <p key={start} className="answer-context">
          {text}
        </p>
      ))}
      <blockquote className="answer-text">
        <Highlighted sentence={sentence} />
      </blockquote>
      <div className="citation">
        <UnstyledButton
          className="citation-open"
          aria-label={fill(words.answer.open, { number, place })}
          onClick={() => {
            openCitation(number)
          }}
        >
          <span className="citation-number">{number}</span>
          <span className="citation-place">{place}</span>
        </UnstyledButton>
        <CheckMark sentence={sentence} />
      </div>
      {citation.facts.length > 0 &&
        (sameSectionAs === undefined ? (
          <Basis ids={citation.facts} />
        ) : (
          <SameBasis ids={citation.facts} number={sameSectionAs} />
        ))}
    </div>
  )
}

function Highlighted({ sentence: { text, highlight } }: { readonly sentence: AnswerSentence }) {
  if (!highlight) return text
  const [start, end] = highlight
  return (
    <>
      {text.slice(0, start)}
      <strong>{text.slice(start, end)}</strong>
      {text.slice(end)}
    </>
  )
}

function CheckMark({ sentence }: { readonly sentence: AnswerSentence }) {
  const { words, language } = useApp()
  const check = useCheck(sentence)
  if (!check) return null
  switch (check.result) {
    case 'same':
      return (
        <span className="verified" title={words.answer.verifiedMeaning}>
          <IconCheck size={14} stroke={2} aria-hidden />
          {words.answer.verified}
        </span>
      )
    case 'changed':
      return <span className="unverified">{words.answer.changed}</span>
    case 'unreadable':
      return <span className="unverified">{errorSentence(check.error, language)}</span>
  }
}

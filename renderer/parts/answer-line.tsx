import { UnstyledButton } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { AnswerLine } from '../../electron/contract/answer-order'
import type { AnswerSentence } from '../../electron/contract/entities'
import { errorSentence, fill } from '../../electron/contract/wording/wording'
import { useApp } from '../app-context'
import { placeOf } from '../place-of'
import { useCheck } from '../use-check'
import { Basis, SameBasis } from './basis'

/** One cited sentence, what must be read before it, and the quiet line that says where it stands. */
export function AnswerLineView({ line }: { readonly line: AnswerLine }) {
  const { sentence, context, number, sameSectionAs } = line
  const { facts } = sentence.citation
  const language = useArticleLanguage(sentence)
  return (
    <div className="answer-line" data-role={sentence.role} lang={language}>
      <Context sentences={context} />
      <blockquote className="answer-text">
        <Highlighted sentence={sentence} />
      </blockquote>
      <CitationLine number={number} sentence={sentence} isShort={false} />
      {facts.length > 0 &&
        (sameSectionAs === undefined ? (
          <Basis ids={facts} />
        ) : (
          <SameBasis ids={facts} number={sameSectionAs} />
        ))}
    </div>
  )
}

/** What to do, in order: one item a step, each with its own source. */
export function AnswerSteps({ lines }: { readonly lines: readonly AnswerLine[] }) {
  return (
    <ol className="answer-steps">
      {lines.map((line) => (
        <AnswerStep key={line.number} line={line} />
      ))}
    </ol>
  )
}

/** A section that was named above is not named again at every step. */
function AnswerStep({ line }: { readonly line: AnswerLine }) {
  const { sentence, context, number, step, sameSectionAs } = line
  const { facts } = sentence.citation
  const language = useArticleLanguage(sentence)
  return (
    <li className="answer-line" data-role="step" lang={language} value={step}>
      <Context sentences={context} />
      <blockquote className="answer-text">
        <Highlighted sentence={sentence} />
      </blockquote>
      <CitationLine number={number} sentence={sentence} isShort={sameSectionAs !== undefined} />
      {facts.length > 0 && sameSectionAs === undefined && <Basis ids={facts} />}
    </li>
  )
}

function useArticleLanguage({ citation }: AnswerSentence): string | undefined {
  return useApp().shelf.articles?.find(({ id }) => id === citation.articleId)?.language
}

function Context({ sentences }: { readonly sentences: readonly AnswerSentence[] }) {
  return sentences.map(({ text, citation: { start } }) => (
    <p key={start} className="answer-context">
      {text}
    </p>
  ))
}

function Highlighted({ sentence: { text, highlight } }: { readonly sentence: AnswerSentence }) {
  if (!highlight) return text
  const [start, end] = highlight
  return (
    <>
      {text.slice(0, start)}
      <mark>{text.slice(start, end)}</mark>
      {text.slice(end)}
    </>
  )
}

function CitationLine(props: {
  readonly number: number
  readonly sentence: AnswerSentence
  /** Only the paragraph is named. */
  readonly isShort: boolean
}) {
  const { words, openCitation } = useApp()
  const { number, sentence, isShort } = props
  const { citation } = sentence
  const place = placeOf(citation, words)
  return (
    <div className="citation">
      <UnstyledButton
        className="citation-open"
        aria-label={fill(words.answer.open, { number, place })}
        onClick={() => {
          openCitation(number)
        }}
      >
        <span className="citation-number">{number}</span>
        {!isShort && <span>{place}</span>}
      </UnstyledButton>
      {isShort && <span>{fill(words.answer.paragraph, { number: citation.paragraph })}</span>}
      <CheckMark sentence={sentence} />
    </div>
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

import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { createJieba } from '../adapters/jieba'
import { readKnownQuestions } from '../adapters/known-questions'
import { nodeHasher } from '../adapters/node-hasher'
import { createPinyin } from '../adapters/pinyin'
import { readStarterArticles } from '../adapters/starter-files'
import type { KnownQuestion } from '../contract/known-question'
import { articleOf } from '../hosts/make-starter'
import { dataFolder } from '../hosts/program-files'
import { characterTokenizer } from './character-tokenizer'
import { createFakeRomanizer } from './fake-romanizer'
import { createLexicalIndex, type LexicalIndex } from './lexical-index'
import { soundAlike } from './sound-alike'
import type { SoundAlikeTools } from './sound-evidence'
import { lexicalText, splitPassages } from './split-passages'
import { termsOf } from './terms'

const segmenter = createJieba()
const romanizer = createFakeRomanizer({
  cui: '催崔翠',
  shou: '收受手首',
  shang: '上商',
  men: '门们',
  zheng: '征正证',
  xin: '信心新',
  ji: '记机',
  lu: '录路',
  yi: '一意',
  ma: '吗妈',
  wo: '我',
})

function libraryOf(texts: readonly string[], times = 10): SoundAlikeTools {
  const lexical = createLexicalIndex()
  for (let label = 0; label < texts.length * times; label++) {
    lexical.add(label, termsOf(texts[label % texts.length] ?? '', segmenter))
  }
  return { lexical, romanizer, segmenter }
}

const library = libraryOf(['催收会上门吗', '催收人员上门以后', '征信记录保留五年', '我的征信'])

describe('a question in words that sound alike', () => {
  it('typed as pinyin, in one word or several', () => {
    for (const typed of ['cuishou shangmen', 'cuishoushangmen', 'cui shou shang men', "cui'shou"]) {
      const found = soundAlike(typed, library)
      expect(found?.question).toBe(typed.includes('men') ? '催收上门' : '催收')
      expect(found?.replaced).toEqual([{ typed, word: found?.question }])
    }
  })

  it('typed in part as pinyin, whatever the case', () => {
    expect(soundAlike('我被CuiShou了，zhengxin呢？', library)).toEqual({
      question: '我被催收了，征信呢？',
      replaced: [
        { typed: 'CuiShou', word: '催收' },
        { typed: 'zhengxin', word: '征信' },
      ],
    })
  })

  it('with one wrong character, or all of a word', () => {
    expect(soundAlike('翠收会上们吗', library)).toEqual({
      question: '催收会上门吗',
      replaced: [
        { typed: '翠', word: '催收' },
        { typed: '们', word: '上门' },
      ],
    })
    expect(soundAlike('查证心', library)?.question).toBe('查征信')
  })

  it('in traditional characters keeps those that are right', () => {
    expect(soundAlike('徵信記路', library)?.question).toBe('徵信記录')
  })
})

describe('a question that stays as it is', () => {
  it.each([
    ['in the words of the library', '催收会上门吗'],
    ['about something else', '手机新商场在哪里'],
    ['in English, though some of its words could be pinyin', 'women want men to pay, is it legal'],
    ['with letters that are no pinyin', 'APP 里的 LPR'],
    ['with syllables that make no word here', 'luyi'],
    ['with numbers', '第一百条'],
    ['with characters of two units', '催𠮷收𠮷'],
    ['without words', '？！ 123'],
    ['without anything', ''],
  ])('%s', (_, question) => {
    expect(soundAlike(question, library)).toBeUndefined()
  })

  it('in an empty library', () => {
    expect(soundAlike('cuishou', libraryOf([]))).toBeUndefined()
  })

  it('where the typed word is about as frequent as the other', () => {
    const both = libraryOf(['收到商业信函', '催收', '首到'])
    expect(soundAlike('首到', both)).toBeUndefined()
  })

  it('where its pinyin is also a word of the library in Latin letters', () => {
    const english = libraryOf(['催收', 'men at work'])
    expect(soundAlike('APP men 催收', english)).toBeUndefined()
  })
})

describe('over the starter library', () => {
  let lexical: LexicalIndex
  let tools: SoundAlikeTools
  const sections: string[] = []
  beforeAll(async () => {
    lexical = createLexicalIndex()
    for (const file of await readStarterArticles(dataFolder, nodeHasher)) {
      const article = articleOf(file)
      for (const passage of splitPassages(article, characterTokenizer, nodeHasher)) {
        const path = article.sections[passage.section]?.path ?? []
        lexical.add(sections.length, termsOf(lexicalText(article, passage), segmenter))
        sections.push(`${article.id} ${path.join(' › ')}`)
      }
    }
    tools = { lexical, romanizer: createPinyin(), segmenter }
  })

  const isFound = (question: string, { answers }: KnownQuestion) => {
    const labels = lexical.search(termsOf(question, segmenter), { most: 10 }).keys()
    const found = Array.from(labels, (label) => sections[label])
    return answers.some(({ article, section }) => found.includes(`${article} ${section}`))
  }
  const questionsIn = (file: string) => readKnownQuestions(join(dataFolder, 'eval', file))

  it('finds by words alone nine in ten of the mistyped questions, and more than before', async () => {
    const questions = await questionsIn('sound-alike.jsonl')
    expect(questions.length).toBeGreaterThanOrEqual(30)
    const before = questions.filter((known) => isFound(known.text, known))
    const after = questions.filter((known) =>
      isFound(soundAlike(known.text, tools)?.question ?? known.text, known),
    )
    expect(after.length).toBeGreaterThanOrEqual(questions.length * 0.9)
    expect(after.length).toBeGreaterThan(before.length * 1.3)
  })

  it('changes hardly any ordinary question', async () => {
    const questions = await questionsIn('questions.jsonl')
    const changed = questions.filter(({ text }) => soundAlike(text, tools))
    expect(changed.length).toBeLessThanOrEqual(questions.length * 0.04)
  })

  it('has mistyped questions that name sections which exist', async () => {
    for (const { id, answers } of await questionsIn('sound-alike.jsonl')) {
      for (const { article, section } of answers) {
        expect(sections, id).toContain(`${article} ${section}`)
      }
    }
  })
})

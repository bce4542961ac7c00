/** What comes with the program holds together: articles, facts, vectors, questions. */
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { nodeHasher } from '../adapters/node-hasher'
import { readFacts, readStarterArticles } from '../adapters/starter-files'
import { loadEmbedder, type LoadedEmbedder } from '../adapters/transformers-embedder'
import { openVectorFile } from '../adapters/vector-file'
import type { Article, Fact } from '../contract/entities'
import type { ShippedArticle } from '../engine/ports'
import { articleOf, starterTexts } from './make-starter'
import { dataFolder, modelsFolder, starterVectors } from './program-files'
import { readKnownQuestions } from '../adapters/known-questions'

let files: readonly ShippedArticle[]
let articles: readonly Article[]
let facts: readonly Fact[]

beforeAll(async () => {
  files = await readStarterArticles(dataFolder, nodeHasher)
  articles = files.map(articleOf)
  facts = await readFacts(dataFolder)
})

const metadata = (article: Article) => Object.fromEntries(article.source.metadata)
const factsOf = (article: Article) => article.sections.flatMap((section) => section.facts ?? [])
/** Han characters count one each, words of other scripts one each. */
const readingLength = (text: string) =>
  (text.match(/\p{Script=Han}/gu) ?? []).length +
  (text.match(/(?:(?!\p{Script=Han})[\p{L}\p{N}'’-])+/gu) ?? []).length

describe('starter articles', () => {
  it('are at least 24 in Chinese and 6 in English', () => {
    const inLanguage = (language: string) =>
      articles.filter((article) => article.language === language)
    expect(inLanguage('zh').length).toBeGreaterThanOrEqual(24)
    expect(inLanguage('en').length).toBeGreaterThanOrEqual(6)
  })

  it('have their front matter', () => {
    for (const article of articles) {
      expect(metadata(article), article.id).toMatchObject({
        title: article.title,
        language: article.language,
        tags: expect.stringMatching(/\S/) as string,
        written: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) as string,
        'law-as-of': expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) as string,
        source: expect.stringMatching(/\S/) as string,
      })
      expect(article.lawAsOf, article.id).toBeDefined()
    }
    expect(new Set(articles.map(({ title }) => title)).size).toBe(articles.length)
  })

  it('are 500 to 1,500 words long, in real sections', () => {
    for (const { id, text, sections } of articles) {
      expect(readingLength(text), id).toBeGreaterThanOrEqual(500)
      expect(readingLength(text), id).toBeLessThanOrEqual(1500)
      expect(sections.filter(({ level }) => level > 0).length, id).toBeGreaterThanOrEqual(4)
      expect(
        sections.filter(({ paragraphs }) => paragraphs.length === 0),
        id,
      ).toEqual([])
    }
  })

  it('end by saying what they are not', () => {
    for (const { id, sections } of articles) {
      expect(sections.at(-1)?.path.join(), id).toMatch(/不是什么|is not/i)
    }
  })

  it('use facts that the register has, and leave none unused', () => {
    const known = new Set(facts.map(({ id }) => id))
    const used = new Set(articles.flatMap(factsOf))
    expect([...used].filter((id) => !known.has(id))).toEqual([])
    expect([...known].filter((id) => !used.has(id))).toEqual([])
  })

  it('name a statute only in sections that name their facts', () => {
    for (const { id, sections, text } of articles) {
      for (const { path, paragraphs, facts: named } of sections) {
        const said = paragraphs.map(({ start, end }) => text.slice(start, end)).join('\n')
        if (/《[^》]*(法|典|条例|规定|解释|办法)》|\bArticles? \d/.test(said)) {
          expect(named ?? [], `${id}: ${path.join(' › ')}`).not.toEqual([])
        }
      }
    }
  })

  it('give no penalty figure of a text that has been replaced', () => {
    const penalty =
      /(?:拘留|罚款?|detention|fine)[^。.；;]{0,16}?([一二三四五六七八九十百千万\d]+)\s*(?:日|天|元|days|yuan)/gi
    const byId = new Map(facts.map((fact) => [fact.id, fact]))
    for (const { id, sections, text } of articles) {
      for (const { paragraphs, facts: named = [] } of sections) {
        const cited = named.map((name) => byId.get(name))
        if (!cited.some((fact) => fact?.superseded)) continue
        const current = cited.filter((fact) => fact && !fact.superseded)
        const allowed = current
          .map((fact) => `${fact?.statement.zh ?? ''}${fact?.statement.en ?? ''}`)
          .join('\n')
        const said = paragraphs.map(({ start, end }) => text.slice(start, end)).join('\n')
        for (const [whole, figure = ''] of said.matchAll(penalty)) {
          expect(allowed.includes(figure), `${id}: ${whole}`).toBe(true)
        }
      }
    }
  })
})

describe('the register of facts', () => {
  it('gives no penalty figure of a text that has been replaced', () => {
    for (const { id, statement, superseded } of facts) {
      if (superseded) expect(statement.zh, id).not.toMatch(/拘留[^。]{0,12}[十五\d]+\s*[日天]/)
    }
  })

  it('says of every second-hand fact how it is known', () => {
    for (const { id, basis, firstHand } of facts) {
      if (!firstHand)
        expect(
          basis.some(({ via }) => via),
          id,
        ).toBe(true)
    }
  })
})

describe('starter vectors', () => {
  let loaded: LoadedEmbedder
  beforeAll(async () => {
    loaded = await loadEmbedder(modelsFolder(), nodeHasher)
  })

  it('are those of the articles as they stand: run `npm run starter` when this fails', async () => {
    const { fingerprint, dims } = loaded.embedder
    const { vectors } = await openVectorFile(starterVectors, { fingerprint, dims, writable: false })
    const texts = await starterTexts(loaded.tokenizer)
    expect(texts.filter(({ hash }) => !vectors.get(hash)).map(({ text }) => text)).toEqual([])
    expect(vectors.size).toBe(texts.length)
  })
})

describe('known questions', () => {
  it('number 150, 30 of them off topic, and name sections that exist', async () => {
    const questions = await readKnownQuestions(join(dataFolder, 'eval', 'questions.jsonl'))
    expect(questions.length).toBeGreaterThanOrEqual(150)
    expect(questions.filter(({ answers }) => answers.length === 0).length).toBeGreaterThanOrEqual(
      30,
    )
    const sections = new Set(
      articles.flatMap(({ id, sections: all }) =>
        all.map(({ path }) => `${id} ${path.join(' › ')}`),
      ),
    )
    for (const { id, answers } of questions) {
      for (const { article, section } of answers)
        expect(sections, id).toContain(`${article} ${section}`)
    }
    expect(new Set(questions.map(({ text }) => text)).size).toBe(questions.length)
  })

  it('are not lifted from the articles', async () => {
    const questions = await readKnownQuestions(join(dataFolder, 'eval', 'questions.jsonl'))
    const sentences = new Set(
      articles.flatMap(({ text: all, sections }) =>
        sections
          .flatMap(({ paragraphs }) => paragraphs)
          .flatMap(({ sentences: spans }) => spans)
          .map(({ start, end }) => all.slice(start, end)),
      ),
    )
    expect(questions.filter(({ text }) => sentences.has(text))).toEqual([])
  })
})

import { describe, expect, test } from 'vitest'
import { arrangeAnswer } from './answer-order'
import type { AnswerSentence } from './entities'
import { sampleSentence as sentence } from './suites/sample-sentence'

describe('arrangeAnswer', () => {
  test('numbers the claims from the lead on and leaves context without a number', () => {
    const lines = arrangeAnswer([
      sentence('support', 200),
      sentence('lead', 100),
      sentence('context', 80),
      sentence('step', 300),
    ])
    expect(lines.map(({ number, sentence: { text } }) => [number, text])).toEqual([
      [1, 'lead 100'],
      [2, 'step 300'],
      [3, 'support 200'],
    ])
  })

  test('puts a context sentence before the nearest sentence that follows it', () => {
    const lines = arrangeAnswer([
      sentence('lead', 100),
      sentence('support', 300),
      sentence('context', 280),
    ])
    expect(lines.map(({ context }) => context.map(({ text }) => text))).toEqual([
      [],
      ['context 280'],
    ])
  })

  test('puts a context sentence that nothing follows before the lead', () => {
    const lines = arrangeAnswer([sentence('lead', 100), sentence('context', 5, 'other')])
    expect(lines[0]?.context.map(({ text }) => text)).toEqual(['context 5'])
  })

  test('names the first line of the same section, which rests on the same facts', () => {
    const within = (line: AnswerSentence, heading: string, facts: readonly string[]) => ({
      ...line,
      citation: { ...line.citation, sectionPath: [heading], facts },
    })
    const lines = arrangeAnswer([
      within(sentence('support', 200), 'Visits', ['F1']),
      within(sentence('support', 300), 'Calls', ['F1']),
      within(sentence('lead', 100), 'Visits', ['F1']),
      within(sentence('support', 200, 'b'), 'Visits', ['F1']),
      within(sentence('support', 400), 'Visits', ['F2']),
      within(sentence('support', 500), 'Calls', ['F1']),
    ])
    expect(lines.map(({ sameSectionAs }) => sameSectionAs)).toEqual([
      undefined,
      1,
      undefined,
      undefined,
      undefined,
      3,
    ])
  })

  test('puts the steps after the lead as their article has them, and counts them', () => {
    const lines = arrangeAnswer([
      sentence('lead', 100),
      sentence('step', 300),
      sentence('step', 200),
      sentence('support', 50),
    ])
    expect(lines.map(({ sentence: { text }, step }) => [text, step])).toEqual([
      ['lead 100', undefined],
      ['step 200', 1],
      ['step 300', 2],
      ['support 50', undefined],
    ])
  })

  test('counts past a lead that is itself one of the steps', () => {
    const lines = arrangeAnswer([
      sentence('lead', 200),
      sentence('step', 100),
      sentence('step', 300),
    ])
    expect(lines.map(({ step }) => step)).toEqual([undefined, 1, 3])
  })
})

import { expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { createJieba, JIEBA_VERSION } from './jieba'

it('cuts words of consumer credit whole, finer words with them', () => {
  const { words } = createJieba()
  expect(words('消费贷逾期会上征信吗')).toEqual(
    expect.arrayContaining(['消费贷', '逾期', '上征信']),
  )
  expect(words('个性化分期')).toEqual(expect.arrayContaining(['个性化分期', '分期']))
  expect(words('失信被执行人名单')).toEqual(expect.arrayContaining(['失信被执行人', '名单']))
})

it('loses no character of a run', () => {
  const run = '委外催收人员不得骚扰无关第三人'
  const { words } = createJieba()
  const held = new Set(words(run).join(''))
  for (const character of run) expect(held).toContain(character)
})

it('names the version whose dictionary it cuts by', () => {
  const manifest = readFileSync('node_modules/@node-rs/jieba/package.json', 'utf8')
  expect(JSON.parse(manifest)).toMatchObject({ version: JIEBA_VERSION })
  expect(createJieba().fingerprint).toContain(JIEBA_VERSION)
})

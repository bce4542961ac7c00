import { expect, it } from 'vitest'
import type { OwnReport } from '../contract/own-questions'
import { ownReportLines } from './cli-eval-own'

const ALL = { meaning: true, words: true, finder: true }
const REPORT: OwnReport = {
  answerable: 2,
  unanswerable: 0,
  stale: 0,
  'hit@1': 0.5,
  'hit@3': 0.5,
  'hit@10': 0.5,
  'mrr@10': 0.5,
  leadRight: 1,
  leadElsewhere: 0,
  refusedWrongly: 1,
  refusedRightly: 0,
  claimedWrongly: 0,
  setting: ALL,
  used: { ...ALL, finder: false },
  stopped: false,
  outcomes: [
    { id: '0', question: '会上门吗', answerable: true, verdict: 'right', rank: 1, hits: [] },
    { id: '1', question: '保留几年', answerable: true, verdict: 'missed', byWords: 12, hits: [] },
  ],
  took_ms: 700,
}

it('says the figures, what was missing, and why a question failed', () => {
  const lines = ownReportLines(REPORT, 'zh')
  expect(lines[0]).toBe('评测完了：2 题里答对 1 题。')
  expect(lines).toContain('对的段落排第一：1 / 2')
  expect(lines.join('\n')).toContain('找出答案词句这次没有用上')
  expect(lines.slice(-3)).toEqual([
    '  保留几年',
    '    没有作答，对的段落也不在前十',
    '    对的段落不在前十，按字词排第 12，按意思没找到。',
  ])
  expect(lines).not.toContain('  会上门吗')
})

it('without a marked question says where to mark some', () => {
  const [line, ...others] = ownReportLines({ ...REPORT, outcomes: [] }, 'en')
  expect(line).toContain('Evaluate')
  expect(others).toEqual([])
})

/** Reports on the user's own questions, made up for tests. */
import type { OwnOutcome, OwnReport, OwnSetting } from '../own-questions'

export const WHOLE: OwnSetting = { meaning: true, words: true, finder: true }

export const sampleOutcome = (change: Partial<OwnOutcome> = {}): OwnOutcome => ({
  id: '0',
  question: 'q',
  answerable: true,
  verdict: 'right',
  hits: [],
  ...change,
})

/** Twenty questions with an answer: some right, some elsewhere, some refused. */
export const sampleReport = (change: Partial<OwnReport> = {}): OwnReport => ({
  answerable: 20,
  unanswerable: 0,
  stale: 0,
  'hit@1': 17 / 20,
  'hit@3': 0.9,
  'hit@10': 0.95,
  'mrr@10': 0.876,
  leadRight: 15,
  leadElsewhere: 3,
  refusedWrongly: 2,
  refusedRightly: 0,
  claimedWrongly: 0,
  setting: WHOLE,
  used: WHOLE,
  stopped: false,
  outcomes: [],
  took_ms: 1234,
  ...change,
})

import type { Answer } from '../electron/contract/entities'

/** Whether both say the same from the same places; scores and times aside. */
export function isSameAnswer(a: Answer, b: Answer): boolean {
  return gist(a) === gist(b)
}

function gist({ kind, sentences, hits }: Answer): string {
  return JSON.stringify([
    kind,
    sentences.map(({ text, role, citation: { articleId, start } }) => [
      text,
      role,
      articleId,
      start,
    ]),
    hits.map(({ passageId, text }) => [passageId, text]),
  ])
}

/**
 * Words that shape a question and say nothing about its subject. They count a little: "how do I"
 * must not outweigh "dispute" in a library that is written in other words, and still "谁" and "who"
 * may decide between two passages that are otherwise even.
 *
 * A closed list for the two languages of the window; other languages have their idf alone.
 */
const english = new Set(
  (
    'a an the of to in is are was were be been do does did i my me we our you your it its and or ' +
    'for on at by with from as that this what which who whom whose when where why how can could ' +
    'should would will shall may might must have has had not no if so than then there their they ' +
    'he she his her about into any some'
  ).split(' '),
)
const han = new Set('的了吗呢吧啊么是我你您他她它和在有要会能可就都也还不把被这那什怎')

/** Measured on three public question sets each: below a half the value hardly matters. */
const ENGLISH_WEIGHT = 0.2
const HAN_WEIGHT = 0.3

/** What share of a term's idf counts: 1 for a content word. */
export function contentWeight(term: string): number {
  if (english.has(term)) return ENGLISH_WEIGHT
  return han.has(term) ? HAN_WEIGHT : 1
}

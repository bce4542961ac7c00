/**
 * Writes electron/engine/han-variants.ts from OpenCC's character tables (Apache-2.0), so that the
 * engine folds Traditional characters without carrying a library. Run after OpenCC is updated.
 */
import { writeFileSync } from 'node:fs'
import { Converter } from 'opencc-js/t2cn'

const converters = ['t', 'tw', 'hk'].map((from) => Converter({ from, to: 'cn' }))
const ranges = [
  [0x3400, 0x9fff],
  [0xf900, 0xfaff],
]

/**
 * The 3,755 characters of GB2312's first level are everyday simplified writing. Three of them are
 * regional forms of others as well (么, 乾, 著); folding them would misspell 什么 and 著名.
 */
const everyday = new Set()
const gb2312 = new TextDecoder('gb18030')
for (let lead = 0xb0; lead <= 0xd7; lead++) {
  for (let trail = 0xa1; trail <= 0xfe; trail++) {
    everyday.add(gb2312.decode(Uint8Array.of(lead, trail)))
  }
}

const pairs = []
for (const [first, last] of ranges) {
  for (let code = first; code <= last; code++) {
    const variant = String.fromCharCode(code)
    if (everyday.has(variant)) continue
    const simplified = converters
      .map((convert) => convert(variant))
      .find((converted) => converted !== variant && converted.length === 1)
    if (simplified) pairs.push([variant, simplified])
  }
}

const wrapped = (text) =>
  text
    .match(/.{1,88}/gu)
    .map((line) => `  '${line}'`)
    .join(' +\n')

writeFileSync(
  new URL('../electron/engine/han-variants.ts', import.meta.url),
  `/**
 * Traditional and regional characters and, at the same place, their simplified forms: ${pairs.length} pairs
 * from OpenCC's character tables (https://github.com/BYVoid/OpenCC, Apache-2.0).
 * Made by scripts/make-han-variants.mjs.
 */
export const variantForms =
${wrapped(pairs.map(([from]) => from).join(''))}

export const simplifiedForms =
${wrapped(pairs.map(([, to]) => to).join(''))}
`,
)
console.log(`${pairs.length} pairs written`)

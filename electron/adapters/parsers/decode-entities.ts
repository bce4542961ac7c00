/** Character references of HTML and Markdown as the characters they stand for. */
import { namedEntities } from './named-entities'

const named = new Map(
  namedEntities.split(' ').map((entry): [string, string] => {
    const [name = '', codes = ''] = entry.split('=')
    return [name, String.fromCodePoint(...codes.split(',').map((code) => parseInt(code, 16)))]
  }),
)

const REFERENCE = /&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{0,31}));/g
const UNKNOWN = '\uFFFD'

/**
 * `text` with each reference decoded once, so that `&amp;lt;` becomes `&lt;`. An unknown name stays
 * as it stands; a number that is no character becomes U+FFFD, as the HTML standard asks.
 */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    REFERENCE,
    (whole, decimal?: string, hex?: string, name?: string) =>
      (name === undefined
        ? characterOf(decimal === undefined ? parseInt(hex ?? '', 16) : parseInt(decimal, 10))
        : named.get(name)) ?? whole,
  )
}

function characterOf(code: number): string {
  const surrogate = code >= 0xd800 && code <= 0xdfff
  return code === 0 || surrogate || code > 0x10ffff ? UNKNOWN : String.fromCodePoint(code)
}

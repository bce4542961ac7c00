import { describe, expect, it } from 'vitest'
import { decodeEntities } from './decode-entities'
import { namedEntities } from './named-entities'

describe('decodeEntities', () => {
  it.each([
    ['&lt;&gt;&amp;&quot;&apos;', '<>&"\''],
    ['&nbsp;&hellip;&mdash;&copy;&euro;&alpha;', '\u00A0…—©€α'],
    ['&NotEqualTilde;&CounterClockwiseContourIntegral;&fjlig;', '≂̸∳fj'],
    ['&#36824;&#x6B3E;&#X1F600;', '还款😀'],
    ['&#0;&#xD800;&#x110000;', '\uFFFD\uFFFD\uFFFD'],
    ['&amp;lt;', '&lt;'],
    ['&nosuchname; AT&T &amp R&D; &; &#; &#x;', '&nosuchname; AT&T &amp R&D; &; &#; &#x;'],
    ['逾期', '逾期'],
  ])('%s', (source, text) => {
    expect(decodeEntities(source)).toBe(text)
  })

  it('knows every name of the standard, each once', () => {
    const names = namedEntities.split(' ').map((entry) => entry.split('=')[0])
    expect(new Set(names).size).toBe(2125)
    expect(names).toHaveLength(2125)
    for (const name of names)
      expect(decodeEntities(`&${name ?? ''};`)).not.toContain('&' + (name ?? '') + ';')
  })
})

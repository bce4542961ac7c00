/** The rules of WCAG 2.2 AA that a machine can check, over one page as it is. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { expect, test, type Page } from 'playwright/test'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

interface AxeResults {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
  }[]
}
interface Axe {
  readonly run: (options: object) => Promise<AxeResults>
}

/** What axe finds wrong on the page as it is now, one line each. Waits until nothing moves. */
export async function violations(page: Page): Promise<readonly string[]> {
  const present = await page.evaluate(() => 'axe' in globalThis)
  if (!present) await page.evaluate(await readFile(axePath, 'utf8'))
  return page.evaluate(async (rules) => {
    await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null)))
    const { axe } = globalThis as unknown as { readonly axe: Axe }
    const { violations: broken } = await axe.run({
      runOnly: { type: 'tag', values: rules },
      resultTypes: ['violations'],
    })
    return broken.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`,
      ),
    )
  }, RULES)
}

/** One step: nothing is wrong with the page in this state. Whatever is does not end the test. */
export const check = (page: Page, state: string) =>
  test.step(state, async () => {
    expect.soft(await violations(page), state).toEqual([])
  })

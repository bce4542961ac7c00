/** What comes with the program: articles, facts, known questions, in the project's `data/` folder. */
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { factRegister } from '../contract/fact-register'
import type { Fact } from '../contract/entities'
import type { Hasher, ShippedArticle } from '../engine/ports'

/** The starter articles in the order of their names. */
export async function readStarterArticles(
  data: string,
  hasher: Hasher,
): Promise<readonly ShippedArticle[]> {
  const folder = join(data, 'articles')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort()
  return Promise.all(
    names.map(async (fileName) => {
      const bytes = await readFile(join(folder, fileName))
      return { id: basename(fileName, '.md'), fileName, bytes, sha256: hasher.sha256(bytes) }
    }),
  )
}

/** @throws ZodError when the register does not have its shape: a fault of the program, found by its tests */
export async function readFacts(data: string): Promise<readonly Fact[]> {
  const { facts } = factRegister.parse(JSON.parse(await readFile(join(data, 'facts.json'), 'utf8')))
  return facts as readonly Fact[]
}

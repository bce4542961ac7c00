/**
 * `npm run starter`: embeds the starter articles and writes `data/starter-vectors`, so that a new
 * library answers at once. Run after a change to the articles, the model or the way passages are made.
 */
import { rename, rm } from 'node:fs/promises'
import { nodeHasher } from '../adapters/node-hasher'
import { sourceParser } from '../adapters/parsers/source-parser'
import { readStarterArticles } from '../adapters/starter-files'
import { loadEmbedder } from '../adapters/transformers-embedder'
import { openVectorFile } from '../adapters/vector-file'
import type { Article } from '../contract/entities'
import { buildArticle } from '../engine/parse-source'
import type { ShippedArticle, Tokenizer } from '../engine/ports'
import { splitPassages, textsToEmbed, type TextToEmbed } from '../engine/split-passages'
import { dataFolder, modelsFolder, starterVectors } from './program-files'

/** Every text of the starter articles that needs a vector, in a fixed order, each once. */
export async function starterTexts(tokenizer: Tokenizer): Promise<readonly TextToEmbed[]> {
  const files = await readStarterArticles(dataFolder, nodeHasher)
  const texts = files
    .map(articleOf)
    .flatMap((article) =>
      splitPassages(article, tokenizer, nodeHasher).flatMap((passage) =>
        textsToEmbed(article, passage, tokenizer),
      ),
    )
  return Array.from(new Map(texts.map((entry) => [entry.hash, entry])).values())
}

/** A starter file as the library takes it in, but for the day on which it does. */
export function articleOf({ id, fileName, bytes, sha256 }: ShippedArticle): Article {
  const facts = { id, fileName, bytes: bytes.length, sha256, addedAt: '' }
  return buildArticle(sourceParser.parse(fileName, bytes), facts)
}

export async function makeStarter(say: (line: string) => void): Promise<void> {
  const { embedder, tokenizer } = await loadEmbedder(modelsFolder(), nodeHasher)
  const { fingerprint, dims } = embedder
  const fresh = `${starterVectors}.new`
  await rm(fresh, { force: true })
  const known = await openVectorFile(starterVectors, { fingerprint, dims, writable: false })
  const { vectors } = await openVectorFile(fresh, { fingerprint, dims, writable: true })
  const texts = await starterTexts(tokenizer)
  for (const { hash, text } of texts) {
    await vectors.add(hash, known.vectors.get(hash) ?? (await embedder.embedPassage(text)))
  }
  await vectors.close()
  await rename(fresh, starterVectors)
  say(`${String(texts.length)} vectors in ${starterVectors}`)
}

/**
 * Stands in for the model's tokenizer when its files are damaged, so that articles can still be
 * added and their words found. One token a UTF-16 unit is more than any text really takes; its
 * fingerprint differs, so articles are split anew once the model is back.
 */
import type { Tokenizer } from './ports'

export const characterTokenizer: Tokenizer = {
  fingerprint: 'characters',
  limit: 480,
  count: (text) => text.length,
}

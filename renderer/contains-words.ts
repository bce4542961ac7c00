/** Whether `text` has every word of `query` somewhere; width and letter case aside. */
export function containsWords(text: string, query: string): boolean {
  const within = plain(text)
  return plain(query)
    .split(/\s+/)
    .every((word) => within.includes(word))
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

// Wenju embeds text only; the image library that transformers.js asks for would
// bring 20 MB of native code that nothing calls. See docs/adr/0002.
export default function sharp() {
  throw new Error('sharp is left out of Wenju: it handles text only')
}

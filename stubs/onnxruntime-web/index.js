// Wenju runs the model in Node; the 140 MB browser runtime that transformers.js
// asks for is never loaded there. See docs/adr/0002.
const leftOut = () => {
  throw new Error('onnxruntime-web is left out of Wenju: the model runs in Node')
}
export const env = { wasm: {}, webgpu: {}, webgl: {} }
export class Tensor {
  constructor() {
    leftOut()
  }
}
export const InferenceSession = { create: leftOut }
export default { env, Tensor, InferenceSession }

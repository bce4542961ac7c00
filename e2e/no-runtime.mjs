/** As on a system for which the inference runtime has no build: its native part is not there. */
import Module from 'node:module'

const load = Module._load
Module._load = function (request, ...rest) {
  if (!request.includes('onnxruntime_binding')) return load.call(this, request, ...rest)
  throw Object.assign(new Error(`Cannot find module '${request}'`), { code: 'MODULE_NOT_FOUND' })
}

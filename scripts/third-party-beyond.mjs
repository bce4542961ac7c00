/**
 * What Wenju carries or was made from that no package manifest tells: native parts, tables and the
 * models. `texts` names the licence whose text THIRD-PARTY.md gives.
 */
export const beyond = [
  {
    name: 'Electron and Chromium',
    licence: 'MIT; Chromium: BSD-3-Clause and others',
    copyright: 'Copyright (c) Electron contributors; Copyright (c) 2013-2020 GitHub Inc.',
    where:
      'The desktop packages run on Electron, which contains Chromium, Node.js and FFmpeg. Their notices are in `LICENSE.electron.txt` and `LICENSES.chromium.html` of each package.',
    texts: ['MIT'],
  },
  {
    name: 'ONNX Runtime',
    licence: 'MIT',
    copyright: 'Copyright (c) Microsoft Corporation',
    where:
      'Native library inside `onnxruntime-node`; what it is built from is named in <https://github.com/microsoft/onnxruntime/blob/main/ThirdPartyNotices.txt>.',
    texts: ['MIT'],
  },
  {
    name: 'hnswlib',
    licence: 'Apache-2.0',
    copyright: 'Copyright the hnswlib authors, <https://github.com/nmslib/hnswlib>',
    where: 'Compiled into `hnswlib-node` where that optional package is installed.',
    texts: ['Apache-2.0'],
  },
  {
    name: "jieba's dictionary and jieba-rs",
    licence: 'MIT',
    copyright: 'Copyright (c) 2013 Sun Junyi; Copyright (c) messense and Paul Meng',
    where: 'Word list and segmenter inside `@node-rs/jieba`.',
    texts: ['MIT'],
  },
  {
    name: "OpenCC's character tables",
    licence: 'Apache-2.0',
    copyright:
      'Copyright (c) Carbo Kuo and the OpenCC contributors, <https://github.com/BYVoid/OpenCC>',
    where:
      'The pairs in `electron/engine/han-variants.ts` were derived from them by `scripts/make-han-variants.mjs` (changed: single characters only, everyday simplified ones left out).',
    texts: ['Apache-2.0'],
  },
  {
    name: 'HTML Standard: named character references',
    licence: 'BSD-3-Clause',
    copyright: 'Copyright (c) WHATWG (Apple, Google, Mozilla, Microsoft)',
    where:
      'The names in `electron/adapters/parsers/named-entities.ts` are those of <https://html.spec.whatwg.org/entities.json>.',
    texts: ['BSD-3-Clause'],
  },
]

/** Whose package it is, where the package itself holds no licence file that would tell. */
export const holders = {
  'onnxruntime-common': 'Copyright (c) Microsoft Corporation',
  'onnxruntime-node': 'Copyright (c) Microsoft Corporation',
  'react-remove-scroll-bar': 'Copyright (c) Anton Korzunov',
}

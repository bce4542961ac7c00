/**
 * What goes into a package. Only what the machine at hand was installed for: native parts are those
 * that npm chose for it, so each platform and each processor is packed on its own kind
 * (`npm run package`, which passes the processor).
 */
import { arch, platform } from 'node:process'

/** ONNX Runtime's package carries every platform; one is needed. */
const runtimes = ['darwin/arm64', 'linux/arm64', 'linux/x64', 'win32/arm64', 'win32/x64']
const otherRuntimes = runtimes
  .filter((system) => system !== `${platform}/${arch}`)
  .map((system) => `!node_modules/onnxruntime-node/bin/napi-v6/${system}/**`)

export default {
  appId: 'wenju.app',
  productName: 'Wenju',
  copyright: 'MIT licence',
  directories: { output: 'dist' },
  asar: true,
  asarUnpack: ['**/*.node', '**/*.so', '**/*.so.*', '**/*.dll', '**/*.dylib'],
  // Native parts speak Node-API, whose binaries fit every Node and Electron.
  npmRebuild: false,
  files: [
    'out/{main,preload,renderer}/**',
    'bin/**',
    'package.json',
    '!out/main/{bench,calibrate,start,starter}.js',
    ...otherRuntimes,
    // Building blocks of native parts, and the builds for browsers.
    '!node_modules/hnswlib-node/{src,binding.gyp}',
    '!node_modules/hnswlib-node/build/**/*.{o,a,d,mk,Makefile}',
    '!node_modules/node-addon-api/**',
    '!node_modules/@xenova/transformers/{src,types}/**',
    '!node_modules/@xenova/transformers/dist/{transformers.js,transformers.min.js,transformers.web*,ort-wasm*}',
    '!node_modules/@xenova/transformers/dist/transformers.node{.cjs,.min.cjs,.min.mjs}',
    '!node_modules/onnxruntime-node/script/**',
    '!**/*.{map,ts,mts,cts}',
    '!**/*.test.{js,cjs,mjs}',
    '!node_modules/**/{test,tests,__tests__,docs,example,examples}/**',
  ],
  // Beside the archive: large, and read by native code.
  extraResources: [
    { from: 'models', to: 'models' },
    { from: 'data', to: 'data', filter: ['**/*', '!eval/**'] },
    'LICENSE',
    'THIRD-PARTY.md',
    'PRIVACY.md',
    'SECURITY.md',
  ],
  linux: {
    target: ['AppImage', 'deb'],
    category: 'Office',
    maintainer: 'Wenju',
    synopsis: 'Ask in your own words, get the sentences that answer, each with its source',
  },
  win: { target: ['nsis'] },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
  // Not signed: macOS asks before it opens the program (README says how).
  mac: { target: ['dmg'], category: 'public.app-category.productivity', identity: null },
  publish: null,
}

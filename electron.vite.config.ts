import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/**
 * `main` holds every program that runs on the Node side: the doors (desktop, command line, web host)
 * and the engine's own process. They lie flat in `out/main`, so that each finds the project's
 * `models/` and `out/renderer/` by the same relative path.
 */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      // An optional dependency with a native part: found beside its package at run time, or not at all.
      externalizeDeps: { include: ['hnswlib-node'] },
      rollupOptions: {
        input: {
          main: 'electron/hosts/main.ts',
          cli: 'electron/hosts/cli.ts',
          'engine-process': 'electron/hosts/engine-process.ts',
          start: 'electron/hosts/start/start-main.ts',
          starter: 'electron/hosts/starter-main.ts',
          bench: 'electron/bench/bench.ts',
          calibrate: 'electron/bench/calibrate.ts',
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload can load nothing but electron: the rest of it comes along in the file.
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: 'electron/hosts/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      minify: true,
      rollupOptions: { input: 'renderer/index.html' },
    },
  },
})

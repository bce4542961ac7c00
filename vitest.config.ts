import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['electron/**/*.test.ts', 'renderer/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default', 'json'],
    outputFile: { json: 'node_modules/.cache/test-results/unit.json' },
    env: {
      // A test that imports a file which imports electron must not fetch its binary.
      ELECTRON_OVERRIDE_DIST_PATH: '/nonexistent',
    },
  },
})

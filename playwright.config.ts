import { defineConfig } from 'playwright/test'
import { findBrowser } from './scripts/ensure-browser.mjs'

const executablePath = findBrowser()

export default defineConfig({
  testDir: 'e2e',
  reporter: [['list'], ['json', { outputFile: 'node_modules/.cache/test-results/e2e.json' }]],
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'zh-CN',
    launchOptions: executablePath ? { executablePath } : {},
  },
})

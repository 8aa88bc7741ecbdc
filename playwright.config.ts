import { defineConfig } from '@playwright/test'

import { displays } from './tests/e2e/support/displays.ts'

/** Real windows of the built application, one on each display; `npm test` builds first and gives the displays. */
export default defineConfig({
  testDir: 'tests',
  testMatch: ['e2e/**/*.{e2e,spec,test}.ts', 'security/**/*.e2e.ts'],
  outputDir: '.cache/test/windows',
  workers: displays.length,
  // One action in some thousands hangs between the test driver and Electron. A second try is listed as flaky.
  retries: 1,
  forbidOnly: true,
  timeout: 120_000,
  // Slow machines are slow, not wrong: what is awaited here appears within a second or so elsewhere.
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: '.cache/test/windows.json' }]],
  use: { trace: 'off' },
})

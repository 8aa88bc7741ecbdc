import { defineConfig } from '@playwright/test'

/**
 * The packages as users get them: what only they show, and the window tests whose code finds something by its place (threads,
 * WebAssembly, dictionaries, native libraries). `npm run package:test` builds and installs first.
 */
export default defineConfig({
  testDir: '..',
  testMatch: [
    'package/*.spec.ts',
    'e2e/story.e2e.ts',
    'e2e/{backup,correspondence-language,correspondence-word,events-exchange,events-series}.spec.ts',
    'e2e/security/{ipc,isolation,navigation,permissions,policy,protocol}.spec.ts',
  ],
  outputDir: '../../.cache/test/packages',
  workers: 1,
  // As in playwright.config.ts: a start in some forty hangs between the test driver and Electron.
  retries: 1,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: { trace: 'off' },
})

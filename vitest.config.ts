import { defineConfig } from 'vitest/config'

/** Files whose tests replace modules, kill processes or count open files: each of them gets a process of its own. */
const alone = ['tests/{security,reliability,rules}/**/*.test.ts', 'electron/office/file-grants.test.ts', 'electron/office/vault/**/*.test.ts', 'electron/main/**/*.test.ts']

/**
 * Unit tests stand beside their code; service, security and reliability tests run against real encrypted files. Most files
 * share a process, which loads the packages once instead of once per file and halves the time.
 */
export default defineConfig({
  // The spell checker is a program in WebAssembly that comes as a file to read.
  assetsInclude: ['**/*.wasm'],
  test: {
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // By default one core is left to whoever watches; nobody does.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'together', isolate: false, include: ['{shared,electron,renderer,scripts}/**/*.test.ts'], exclude: alone } },
      { extends: true, test: { name: 'alone', include: alone } },
    ],
  },
})

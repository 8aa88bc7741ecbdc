import { defineConfig } from 'vitest/config'

/** Unit tests stand beside their code; service, security and reliability tests run against real encrypted files. */
export default defineConfig({
  test: {
    include: ['{shared,electron,renderer,scripts}/**/*.test.ts', 'tests/{security,reliability,rules}/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
})

import { expect, test as base } from '@playwright/test'
import { endAll } from './launch.ts'

export { launchOffice, newFolders, type Folders, type LaunchOptions, type RunningOffice } from './launch.ts'
export { expect }

/** Playwright's `test`, with every application ended and every folder removed after each test. */
export const test = base.extend<{ tidy: void }>({
  tidy: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from the pattern.
    async ({}, use) => {
      await use()
      await endAll()
    },
    { auto: true },
  ],
})


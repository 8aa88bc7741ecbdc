import { rmSync } from 'node:fs'
import { test } from '@playwright/test'
import { launchOffice, newFolders, type LaunchOptions, type RunningOffice } from './launch.ts'

/** One application for all attacks of a file, started before the first and ended after the last of them. */
export function shareOffice(options: LaunchOptions = {}, prepare?: (office: RunningOffice) => Promise<void>): () => RunningOffice {
  let office: RunningOffice | undefined

  test.beforeAll(async () => {
    office = await launchOffice({ folders: newFolders(), ...options })
    await prepare?.(office)
  })
  test.afterAll(async () => {
    await office?.close()
    if (office) rmSync(office.folders.base, { recursive: true, force: true, maxRetries: 5 })
  })

  return () => {
    if (!office) throw new Error('The application has not started.')
    return office
  }
}

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { noPolicy } from '../../../shared/policy/state.ts'
import { OfficeProcess } from '../office-process.ts'
import { obeyPolicy } from '../policy.ts'
import { VaultService } from './service.ts'
import { syncServiceOf, type SyncProbe } from './synced-folder.ts'
import { temporaryFolder } from './testing.ts'

/** A computer on which nothing synchronises. */
function system(answers: Partial<SyncProbe>): SyncProbe {
  return { env: {}, home: '/home/mara', realPath: (path) => path, exists: () => false, text: () => null, ...answers }
}

it.each([
  ['/home/mara/OneDrive/Tresor', 'OneDrive'],
  ['/home/mara/OneDrive - Stadt Musterstadt/Büro/Tresor', 'OneDrive'],
  ['/home/mara/Dropbox (Amt)/Tresor', 'Dropbox'],
  ['/home/mara/Nextcloud/Tresor', 'Nextcloud'],
  ['/home/mara/Google Drive/Tresor', 'Google Drive'],
  ['/Users/mara/Library/CloudStorage/GoogleDrive-mara/Tresor', 'Google Drive'],
  ['/Users/mara/Library/Mobile Documents/com~apple~CloudDocs/Tresor', 'iCloud Drive'],
  ['/home/mara/iCloudDrive/Tresor', 'iCloud Drive'],
])('%s is known by its name', (folder, service) => expect(syncServiceOf(folder, system({}))).toBe(service))

it.each(['/home/mara/Tresor', '/srv/amt/Tresor', '/home/mara/Dropboxen', '/home/mara/Box', '/home/onedriver/Tresor', '/home/mara/Nextcloud-Notizen.alt/Tresor'])('%s is none', (folder) => {
  expect(syncServiceOf(folder, system({}))).toBeNull()
})

it('a folder of another name is known by the variables, settings and files of the services', () => {
  const folder = '/daten/Ablage/Tresor'
  expect(syncServiceOf(folder, system({ env: { OneDriveCommercial: '/daten/ablage/' } }))).toBe('OneDrive')
  expect(syncServiceOf('/daten/Ablage2/Tresor', system({ env: { OneDriveCommercial: '/daten/Ablage' } }))).toBeNull()
  const texts = (file: string, text: string) => system({ text: (path) => (path === file ? text : null) })
  expect(syncServiceOf(folder, texts('/home/mara/.dropbox/info.json', '{"business":{"path":"/daten/Ablage"}}'))).toBe('Dropbox')
  expect(syncServiceOf(folder, texts('/home/mara/.dropbox/info.json', '{"business":'))).toBeNull()
  expect(syncServiceOf(folder, texts('/home/mara/.config/Nextcloud/nextcloud.cfg', '[Accounts]\n0\\Folders\\1\\localPath=/daten/Ablage/\n'))).toBe('Nextcloud')
  for (const [file, service] of [['.849C9593-D756-4E56-8D6E-42412F2A707B', 'OneDrive'], ['.dropbox.cache', 'Dropbox'], ['.stfolder', 'Syncthing']] as const) {
    expect(syncServiceOf(folder, system({ exists: (path) => path === `/daten/Ablage/${file}` }))).toBe(service)
  }
})

it('a link to such a folder counts, also to one that is not made yet', () => {
  const realPath = (path: string): string => {
    if (path === '/home/mara/Büro') return '/home/mara/OneDrive/Büro'
    throw new Error('ENOENT')
  }
  expect(syncServiceOf('/home/mara/Büro/Tresor/neu', system({ realPath }))).toBe('OneDrive')
})

describe('a vault in such a folder', () => {
  afterEach(() => obeyPolicy(noPolicy))

  const newOffice = { officeName: 'Stadt Musterstadt', land: 'SN', personName: 'Dana Leitner', passphrase: 'Vier grüne Möwen' } as const
  async function start(allowed: boolean) {
    const folder = join(await temporaryFolder(), 'Nextcloud', 'Tresor')
    mkdirSync(folder, { recursive: true })
    const process = new OfficeProcess({ stateChanged: () => {}, vaultChosen: () => {} })
    process.vaultFolder = folder
    obeyPolicy({ ...noPolicy, values: { AllowSyncedFolders: allowed } })
    return { vault: new VaultService(process, async () => {}, () => {}) }
  }

  it('is neither created nor opened, and the service is named', async () => {
    const { vault } = await start(false)
    const refusal = { code: 'synced-folder', data: { detail: 'Der Ordner wird von „Nextcloud“ abgeglichen.' } }
    await expect(vault.create(newOffice)).rejects.toMatchObject(refusal)
    expect(await vault.status()).toMatchObject({ state: 'first-run' })
    obeyPolicy({ ...noPolicy, values: { AllowSyncedFolders: true } })
    await vault.create(newOffice)
    obeyPolicy(noPolicy)
    expect(await vault.status()).toMatchObject({ state: 'problem', ...refusal })
    await expect(vault.unlock('x', 'y')).rejects.toMatchObject(refusal)
  })

  it('is opened where the IT allows it', async () => {
    const { vault } = await start(true)
    await vault.create(newOffice)
    expect(await vault.status()).toMatchObject({ state: 'locked' })
  })
})

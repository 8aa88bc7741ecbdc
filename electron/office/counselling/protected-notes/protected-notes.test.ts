import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Role } from '../../../../shared/vault/roles.ts'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import { OfficeProcess } from '../../office-process.ts'
import { router } from '../../router.ts'
import { VaultService } from '../../vault/service.ts'

const secret = 'Zerwürfnis mit dem Landrat'
const side = 'counselling' as const
let test: TestSession

/** The whole API as a person in this role sees it. */
async function apiOf(role: Role) {
  const process = new OfficeProcess({ stateChanged() {}, vaultChosen() {} })
  process.begin(await test.reopen(role))
  return createRouterClient(router, { context: { process, vault: new VaultService(process, async () => {}, () => {}) } })
}

beforeEach(async () => {
  test = await openTestSession('leitung')
})
afterEach(() => test.dispose())

describe('the Leitung', () => {
  it('writes, changes and clears the note of a contact, with history, undo and search', async () => {
    const api = await apiOf('leitung')
    const { protectedNotes } = api.counselling
    const { id: contactId } = await api.directory.create({ contact: { kind: 'organisation', name: 'Landratsamt' } })
    expect(await protectedNotes.get({ contactId })).toEqual({ text: '', version: 0, updatedAt: null })
    // Nothing written is no record.
    expect(await protectedNotes.save({ contactId, version: 0, text: '' })).toMatchObject({ change: null })
    const { version } = await protectedNotes.save({ contactId, version: 0, text: secret })
    expect(await protectedNotes.get({ contactId })).toMatchObject({ text: secret, version: 1 })
    expect(await api.search.find({ query: 'zerwuerfnis' })).toMatchObject([{ side, record: { type: 'protected-note', id: contactId } }])
    await expect(protectedNotes.save({ contactId, version: 0, text: 'alt' })).rejects.toMatchObject({ code: 'conflict', data: { current: { text: secret } } })

    // Something between, so that clearing is a step of its own.
    await api.counselling.cases.create({ fields: { alias: 'Linde', kind: 'person', language: null, note: '' } })
    const cleared = await protectedNotes.save({ contactId, version, text: '' })
    expect(await api.search.find({ query: 'zerwuerfnis' })).toEqual([])
    await api.records.undo({ side, change: cleared.change ?? '' })
    expect(await protectedNotes.get({ contactId })).toMatchObject({ text: secret })
    expect((await api.records.history({ side, type: 'protected-note', id: contactId }))[0]?.action).toBe('Rückgängig: Geschützte Notiz geändert')
  })

  it('takes back an import together with the notes that it brought, and both again; a note written since keeps its contact', async () => {
    const api = await apiOf('leitung')
    const { protectedNotes } = api.counselling
    const list = Buffer.from('Organisation;Bemerkung\nVerein;NICHT weitergeben\nAmt;NICHT weitergeben, streng')
    const { token } = await api.directory.import.begin({ name: 'liste.csv', size: list.length })
    await api.directory.import.append({ token, content: list.toString('base64') })
    let done: { change: string | null, remarks: { contactId: string, text: string }[] } | null = null
    for await (const step of await api.directory.import.run({ token, options: { remark: 'protected' } })) if (step.state === 'done') done = step
    const [first, second] = done?.remarks ?? []
    const along = done?.change ?? ''
    await protectedNotes.add({ notes: done?.remarks ?? [], along })
    const textOf = async (note: typeof first) => (await protectedNotes.get({ contactId: note?.contactId ?? '' })).text

    // Strg+Z means the import, not its second half.
    const undone = await api.records.undoLast({})
    expect(undone).toMatchObject({ side: 'office', action: '2 Kontakte importiert' })
    expect([await textOf(first), await textOf(second)]).toEqual(['', ''])
    const again = await api.records.undo({ side: 'office', change: undone?.change ?? '' })
    expect([await textOf(first), await textOf(second)]).toEqual(['NICHT weitergeben', 'NICHT weitergeben, streng'])

    const { version } = await protectedNotes.get({ contactId: second?.contactId ?? '' })
    await protectedNotes.save({ contactId: second?.contactId ?? '', version, text: 'mit Nachtrag' })
    const parted = await api.records.undo({ side: 'office', change: again.change ?? '' })
    expect(parted.kept).toEqual({ titles: ['Amt'], total: 1 })
    expect([await textOf(first), await textOf(second)]).toEqual(['', 'mit Nachtrag'])
    expect((await api.directory.list({})).contacts.map(({ name }) => name)).toEqual(['Amt'])
  })
})

describe.each(['assistenz', 'vertretung'] as const)('%s', (role) => {
  it('finds the note by no procedure, search, history, trash or undo', async () => {
    const leitung = await apiOf('leitung')
    const { id: contactId } = await leitung.directory.create({ contact: { kind: 'organisation', name: 'Landratsamt' } })
    const { change } = await leitung.counselling.protectedNotes.save({ contactId, version: 0, text: secret })

    const api = await apiOf(role)
    for (const call of [
      () => api.counselling.protectedNotes.get({ contactId }),
      () => api.counselling.protectedNotes.save({ contactId, version: 1, text: 'überschrieben' }),
      () => api.records.history({ side, type: 'protected-note', id: contactId }),
      () => api.records.undo({ side, change: change ?? '' }),
      () => api.records.restore({ side, type: 'protected-note', id: contactId }),
    ]) await expect(call()).rejects.toMatchObject({ code: 'forbidden' })
    for (const query of ['zerwuerfnis', 'landrat', 'geschützte']) {
      expect((await api.search.find({ query })).filter(({ record }) => record.type !== 'contact')).toEqual([])
    }
    expect(JSON.stringify([
      await api.directory.get({ id: contactId }), await api.records.history({ side: 'office', type: 'contact', id: contactId }),
      await api.records.recent({ limit: 50 }), await api.records.trash(), await api.directory.list({ query: 'zerwuerfnis' }),
    ])).not.toMatch(/Zerwürfnis|protected/u)
    // What the Leitung wrote is still there.
    expect(await (await apiOf('leitung')).counselling.protectedNotes.get({ contactId })).toMatchObject({ text: secret, version: 1 })
  })
})

it('lies in no file of the office in clear', async () => {
  const api = await apiOf('leitung')
  await api.counselling.protectedNotes.save({ contactId: 'c', version: 0, text: secret })
  await test.reopen('assistenz')
  for (const name of readdirSync(test.vault.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())) {
    const bytes = readFileSync(join(name.parentPath, name.name))
    for (const form of [secret, secret.toLowerCase(), Buffer.from(secret, 'utf16le')]) expect(bytes.includes(form), name.name).toBe(false)
  }
})

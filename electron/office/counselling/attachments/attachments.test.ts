import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import { FileGrants } from '../../file-grants.ts'
import { readTrash, restore, undo } from '../../records/service.ts'
import { find } from '../../search/service.ts'
import type { CounsellingDesk } from '../../session.ts'
import { createCase, getCase, removeCase } from '../cases/service.ts'
import { addPaper, appendPaper, beginPaper, finishPaper, papersOfCase, pieceOfPaper, removePaper, updatePaper, writePaper } from './service.ts'

const side = 'counselling' as const
/** A paper of more than two pieces with words that would be found in clear. */
const paper = Buffer.concat([Buffer.from('%PDF-1.7\nGeheimnis Mondscheinsonate'), Buffer.alloc(700_000, 'x')])

let test: TestSession
let desk: CounsellingDesk
let caseId: string
beforeEach(async () => {
  test = await openTestSession()
  desk = test.session.counselling as CounsellingDesk
  caseId = (await createCase(desk, { alias: 'Linde', kind: 'person', language: null, note: '' })).id
})
afterEach(() => test.dispose())

const chunks = async (): Promise<number> => {
  const { total } = await desk.database.read.selectFrom('attachment_chunk').select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return total
}

describe('a paper', () => {
  it('comes in pieces, keeps every byte, and goes out to the granted file alone', async () => {
    const { token } = await beginPaper(desk, { caseId, name: 'Bescheid 2026.pdf', size: paper.length })
    for (let start = 0; start < paper.length; start += 300_000) appendPaper(desk, token, paper.subarray(start, start + 300_000))
    const { id } = await finishPaper(desk, token)
    expect(await papersOfCase(desk, caseId)).toMatchObject([{ id, name: 'Bescheid 2026', kind: 'pdf', size: paper.length, addedByName: 'Testleitung' }])
    const pieces: Buffer[] = []
    for (let position = 0, last = false; !last; position++) {
      const piece = await pieceOfPaper(desk, id, position)
      pieces.push(Buffer.from(piece.content, 'base64'))
      last = piece.last
    }
    expect(pieces.length).toBe(3)
    expect(Buffer.concat(pieces).equals(paper)).toBe(true)
    const grants = new FileGrants()
    const path = join(test.vault.folder, 'aussen.pdf')
    grants.allow('t', path, 'write')
    await writePaper(desk, grants, { id, grant: 't', viewing: false })
    expect(readFileSync(path).equals(paper)).toBe(true)
    await expect(writePaper(desk, grants, { id, grant: 't', viewing: false })).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('is refused in German by its content, whatever its name, and leaves nothing behind', async () => {
    await expect(addPaper(desk, caseId, 'Foto.jpg', Buffer.from('MZ\u0090\0\0'))).rejects.toMatchObject({ code: 'invalid', data: { detail: expect.stringContaining('Es wurde nichts abgelegt.') } })
    const { token } = await beginPaper(desk, { caseId, name: 'x.pdf', size: 100 })
    appendPaper(desk, token, Buffer.from('%PDF'))
    await expect(finishPaper(desk, token)).rejects.toMatchObject({ code: 'invalid' })
    expect(await chunks()).toBe(0)
  })

  it('is taken back and restored without its content in the change log; a later session drops what was taken back', async () => {
    const { id, change } = await addPaper(desk, caseId, 'Bescheid.pdf', paper)
    const log = await desk.database.read.selectFrom('change_entry').select('after').where('record_id', '=', id).execute()
    expect(JSON.stringify(log).length).toBeLessThan(2000)
    const undone = await undo(test.session, side, change as string)
    expect(await papersOfCase(desk, caseId)).toEqual([])
    await undo(test.session, side, undone.change as string)
    expect((await pieceOfPaper(desk, id, 0)).last).toBe(false)
    const again = await undo(test.session, side, (await lastChange()) as string)
    desk = (await test.reopen()).counselling as CounsellingDesk
    await papersOfCase(desk, caseId)
    expect(await chunks()).toBe(0)
    await expect(undo(test.session, side, again.change as string)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('goes to the trash with its case and comes back with it, and is found by its name', async () => {
    const { id, version } = await addPaper(desk, caseId, 'Mietvertrag.pdf', paper)
    await updatePaper(desk, { id, version, name: 'Mietvertrag Entwurf', note: 'Seite 3 fehlt' })
    expect(await find(test.session, 'mietvertrag', 20)).toMatchObject([{ record: { type: 'attachment', id } }])
    expect(await find(test.session, 'mondscheinsonate', 20)).toEqual([])
    await removeCase(desk, caseId, (await getCase(desk, caseId)).version)
    expect((await readTrash(test.session)).map(({ typeLabel }) => typeLabel).sort()).toEqual(['Ratsuchende Person', 'Unterlage'])
    await restore(test.session, side, { type: 'case', id: caseId })
    const [back] = await papersOfCase(desk, caseId)
    expect(back).toMatchObject({ id, name: 'Mietvertrag Entwurf' })
    await removePaper(desk, id, back?.version ?? 0)
    expect(await papersOfCase(desk, caseId)).toEqual([])
    await restore(test.session, side, { type: 'attachment', id })
    expect(await papersOfCase(desk, caseId)).toHaveLength(1)
  })

  it('is closed to a deputy like its case', async () => {
    const { id, version, change } = await addPaper(desk, caseId, 'Zirbelkiefer.pdf', paper)
    desk = (await test.reopen('vertretung')).counselling as CounsellingDesk
    const attempts = [
      () => papersOfCase(desk, caseId), () => pieceOfPaper(desk, id, 0), () => writePaper(desk, new FileGrants(), { id, grant: 't', viewing: false }),
      () => updatePaper(desk, { id, version, name: 'x', note: '' }), () => removePaper(desk, id, version), () => addPaper(desk, caseId, 'x.pdf', paper),
      () => beginPaper(desk, { caseId, name: 'x', size: 1 }), () => undo(test.session, side, change as string),
    ]
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' })
    expect(await find(test.session, 'Zirbelkiefer', 20)).toEqual([])
  })

  it('lies in no file of the vault in clear', async () => {
    await addPaper(desk, caseId, 'Zirbelkiefer.pdf', paper)
    await test.reopen('assistenz')
    for (const entry of readdirSync(test.vault.folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())) {
      const bytes = readFileSync(join(entry.parentPath, entry.name))
      for (const secret of ['Mondscheinsonate', 'Zirbelkiefer', Buffer.from('Geheimnis Mondscheinsonate').toString('base64')]) expect(bytes.includes(secret), entry.name).toBe(false)
    }
  })
})

async function lastChange(): Promise<string | undefined> {
  return (await desk.database.read.selectFrom('change_group').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst())?.id
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import starters from '../../../../resources/correspondence/text-blocks.json' with { type: 'json' }
import { blockText, presetChoice } from '../../../../shared/correspondence/blocks/compose.ts'
import type { BlockUse, TextBlock, TextBlockFields } from '../../../../shared/correspondence/blocks/model.ts'
import { bodyFromText, bodyText } from '../../../../shared/correspondence/body.ts'
import { insertUse } from '../../../../shared/correspondence/blocks/insert.ts'
import { findRecords } from '../../database/search-index.ts'
import { readHistory, readTrash, restore, undo, undoLast } from '../../records/service.ts'
import { createLetter, getLetter, updateLetter } from '../service.ts'
import { createBlock, getBlock, listBlocks, removeBlock, updateBlock } from './service.ts'

let test: TestSession
const desk = () => test.session.office
const fields = (more: Partial<TextBlockFields> = {}): TextBlockFields => ({
  title: 'Prüfung läuft', shortForm: 'prf', category: 'Eingang', ownerId: 'p', ownerName: 'Änne Größe', validFrom: null, validUntil: null, note: '',
  parts: [{ id: 'a', kind: 'always', label: '', group: '', preset: true, runOn: false, body: bodyFromText('Die Überprüfung läuft.') }], ...more,
})
const textOf = (text: string): Partial<TextBlockFields> => ({ parts: [{ ...fields().parts[0] as TextBlockFields['parts'][number], body: bodyFromText(text) }] })
const own = async () => (await listBlocks(desk())).filter(({ shortForm }) => shortForm === 'prf')

/** Puts a block into a new letter and stores it as the editor does. */
async function letterWith(block: TextBlock, subject: string): Promise<string> {
  const use: BlockUse = { id: `use-${subject}`, blockId: block.id, blockVersion: block.number, title: block.title, parts: block.parts, chosen: presetChoice(block.parts) }
  const { body, uses } = insertUse({ body: { type: 'doc', content: [] }, uses: [] }, use, { from: 0, to: 0 })
  const { id, version } = await createLetter(desk(), null)
  await updateLetter(desk(), id, version, { subject, body, blockUses: [...uses] })
  return id
}

beforeEach(async () => { test = await openTestSession('assistenz') })
afterEach(() => test.dispose())

describe('a text block', () => {
  it('is made and changed by the assistant, found by title, category, owner and every word, and lies in no file in clear', async () => {
    const { id, version } = await createBlock(desk(), fields())
    const find = async (words: string) => (await findRecords(desk().database.read as never, words, { type: 'text-block', limit: 5 })).map(({ record }) => record.id)
    for (const words of ['pruefung', 'ueberprüfung lauft', 'eingang', 'groesse', 'prf']) expect(await find(words), words).toEqual([id])
    await updateBlock(desk(), id, version, { ...textOf('Die Zirbelkiefer wächst.') })
    expect(await find('zirbel')).toEqual([id])
    expect(await find('ueberprüfung')).toEqual([])
    for (const entry of readdirSync(test.vault.folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())) {
      expect(readFileSync(join(entry.parentPath, entry.name)).includes('Zirbelkiefer'), entry.name).toBe(false)
    }
  })

  it('has a version for every text that a letter holds, and changing it changes no letter', async () => {
    const { id, version } = await createBlock(desk(), fields())
    const typed = await updateBlock(desk(), id, version, textOf('Die Überprüfung läuft noch.'))
    expect((await getBlock(desk(), id)).versions).toMatchObject([{ number: 1, used: 0 }])
    const first = await letterWith(await getBlock(desk(), id), 'Erster')
    const changed = await updateBlock(desk(), id, typed.version, textOf('Die Prüfung ist beendet.'))
    const second = await letterWith(await getBlock(desk(), id), 'Zweiter')

    const block = await getBlock(desk(), id)
    expect(block.versions.map(({ number, used, parts }) => [number, used, blockText(parts)])).toEqual([[2, 1, 'Die Prüfung ist beendet.'], [1, 1, 'Die Überprüfung läuft noch.']])
    expect(block.letters).toMatchObject([{ id: second, subject: 'Zweiter', blockVersion: 2 }, { id: first, subject: 'Erster', blockVersion: 1 }])
    expect((await own())[0]).toMatchObject({ number: 2, used: 2 })
    expect(bodyText((await getLetter(desk(), first)).body)).toBe('Die Überprüfung läuft noch.')
    expect((await getLetter(desk(), first)).blockUses).toMatchObject([{ blockId: id, blockVersion: 1 }])

    await undo(test.session, 'office', changed.change ?? '')
    expect(await getBlock(desk(), id)).toMatchObject({ number: 1 })
    expect((await readHistory(test.session, 'office', { type: 'text-block', id })).map(({ action }) => action)).toEqual(['Rückgängig: Textbaustein geändert', 'Textbaustein geändert', 'Textbaustein geändert', 'Textbaustein angelegt'])
  })

  it('comes back from the trash, and letters keep it meanwhile', async () => {
    const { id, version } = await createBlock(desk(), fields())
    const letter = await letterWith(await getBlock(desk(), id), 'Behalten')
    await removeBlock(desk(), id, version)
    expect(await own()).toEqual([])
    expect((await readTrash(test.session)).map(({ title }) => title)).toEqual(['Prüfung läuft'])
    expect((await getLetter(desk(), letter)).blockUses[0]?.parts).toEqual(fields().parts)
    await restore(test.session, 'office', { type: 'text-block', id })
    expect(await own()).toHaveLength(1)
  })

  it('is refused on an older version, with a short form that is taken and with an end before its beginning', async () => {
    const { id, version } = await createBlock(desk(), fields())
    const other = await createBlock(desk(), fields({ title: 'Anderer', shortForm: 'and' }))
    await expect(updateBlock(desk(), other.id, other.version, { shortForm: 'prf' })).rejects.toMatchObject({ code: 'invalid', data: { fields: { 'fields.shortForm': 'Dieses Kürzel hat schon „Prüfung läuft“.' } } })
    await expect(updateBlock(desk(), id, version, { validFrom: '2026-02-01', validUntil: '2026-01-01' })).rejects.toMatchObject({ code: 'invalid' })
    await updateBlock(desk(), id, version, { title: 'Neu' })
    await expect(updateBlock(desk(), id, version, { title: 'Alt' })).rejects.toMatchObject({ code: 'conflict', data: { current: { title: 'Neu' } } })
    await expect(getBlock(desk(), 'none')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('is counted for a letter once, however often it stands there, and not for one in the trash', async () => {
    const { id } = await createBlock(desk(), fields())
    const block = await getBlock(desk(), id)
    const letter = await letterWith(block, 'Doppelt')
    const { version, blockUses } = await getLetter(desk(), letter)
    await updateLetter(desk(), letter, version, { blockUses: [...blockUses, { ...blockUses[0] as BlockUse, id: 'again' }] })
    expect((await own())[0]).toMatchObject({ used: 1 })
    await desk().write({ label: 'x' }, (transaction) => transaction.trash({ type: 'letter', id: letter }, 'p'))
    expect((await getBlock(desk(), id)).letters).toEqual([])
  })
})

describe('starter blocks', () => {
  it('are given once: what was deleted or changed stays so, and nobody takes them back by accident', async () => {
    const first = await listBlocks(desk())
    expect(first).toHaveLength(starters.blocks.length)
    expect(await undoLast(test.session)).toBeNull()
    const [gone] = first
    await removeBlock(desk(), gone?.id ?? '', 1)
    await test.reopen('leitung')
    expect(await listBlocks(desk())).toHaveLength(starters.blocks.length - 1)
    expect(await findRecords(desk().database.read as never, 'sprachmittlung', { type: 'text-block', limit: 9 })).not.toEqual([])
  })

  it('take no short form that the office uses', async () => {
    await createBlock(desk(), fields({ shortForm: 'ein' }))
    const blocks = await listBlocks(desk())
    expect(blocks.filter(({ shortForm }) => shortForm === 'ein').map(({ title }) => title)).toEqual(['Prüfung läuft'])
    expect(blocks.find(({ title }) => title === 'Eingangsbestätigung')).toMatchObject({ shortForm: '' })
  })

  it('each say something, name their conditions and begin with one of the alternatives', async () => {
    for (const { parts, title } of await listBlocks(desk())) {
      for (const { kind, label, group, body } of parts) {
        expect(bodyText(body), title).not.toBe('')
        if (kind !== 'always') expect(label, title).not.toBe('')
        if (kind === 'alternative') expect(parts.filter((other) => other.group === group && other.preset), title).toHaveLength(1)
      }
    }
    expect(new Set(starters.blocks.map(({ shortForm }) => shortForm)).size).toBe(starters.blocks.length)
  })
})

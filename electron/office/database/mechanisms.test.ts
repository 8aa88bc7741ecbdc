import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Kysely } from 'kysely'
import { recordHistory } from './history.ts'
import type { MechanismSchema } from './mechanism-schema.ts'
import { findRecords, matchExpression } from './search-index.ts'
import { openNotes, type NoteDatabase, type NoteSchema } from './testing.ts'
import { listTrash, restoreRecord } from './trash.ts'
import { lastUndoable, undoGroup } from './undo.ts'
import type { WriteTransaction } from './write-transaction.ts'

const actor = { id: 'p1', name: 'Leitung' }
const other = { id: 'p2', name: 'Vertretung' }
const ref = { type: 'note', id: 'n1' }
let notes: NoteDatabase

beforeEach(async () => {
  notes = await openNotes()
})
afterEach(async () => {
  vi.useRealTimers()
  await notes.dispose()
})

const shared = (): Kysely<MechanismSchema> => notes.side.read as unknown as Kysely<MechanismSchema>
const note = () => notes.side.read.selectFrom('note').selectAll().where('id', '=', 'n1').executeTakeFirst()

async function write(label: string, work: (transaction: WriteTransaction<NoteSchema>) => Promise<void>, coalesce?: string, who = actor) {
  return notes.side.write(who, { label, record: ref, ...(coalesce && { coalesce }) }, work)
}

const create = (title = 'Anfrage', text = 'Sprachkurs') =>
  write('Notiz angelegt', async (transaction) => {
    await transaction.insert('note', { id: 'n1', title, text, deleted_at: null, deleted_by: null })
    await transaction.insert('note_line', { id: 'l1', note_id: 'n1', words: 'Turnhalle' })
  })

const retitle = (title: string, coalesce?: string, who = actor) =>
  write('Notiz geändert', (transaction) => transaction.update('note', 'n1', { title }), coalesce, who)

describe('write', () => {
  it('stores, versions and announces a record once per transaction', async () => {
    const written = await create()
    expect(written.change).toBeTruthy()
    expect(written.versions.get('n1')).toBe(1)
    expect(notes.announced).toEqual([[ref]])
    expect(await note()).toMatchObject({ title: 'Anfrage', version: 1 })
  })

  it('leaves nothing behind when the work throws', async () => {
    await expect(
      write('Notiz angelegt', async (transaction) => {
        await transaction.insert('note', { id: 'n1', title: 'Halb', text: '', deleted_at: null, deleted_by: null })
        throw new Error('stop')
      }),
    ).rejects.toThrow('stop')
    expect(await note()).toBeUndefined()
    expect(await recordHistory(shared(), ref)).toEqual([])
    expect(notes.announced).toEqual([])
  })

  it('takes the words of many records out of the index at once, and goes on taking out those of one', async () => {
    const ids = Array.from({ length: 2100 }, (_, index) => `n${index}`)
    const held = (): string => notes.side.connections.reader.all('SELECT block FROM search_index_data', []).map(({ block }) => Buffer.from(block as Uint8Array).toString('latin1')).join('')
    await write('Notizen angelegt', async (transaction) => {
      for (const id of ids) await transaction.insert('note', { id, title: `Quitte ${id}`, text: '', deleted_at: null, deleted_by: null })
    })
    expect(held()).toContain('quitte')
    await write('Notizen gelöscht', async (transaction) => {
      for (const id of ids) await transaction.trash({ type: 'note', id }, actor.id)
    })
    expect(held()).not.toContain('quitte')
    await retitle('Zirbelkiefer')
    await restoreRecord(notes.side, actor, ref)
    expect(held()).toContain('zirbelkiefer')
    await write('Notiz gelöscht', (transaction) => transaction.trash(ref, actor.id), undefined)
    expect(held()).not.toContain('zirbelkiefer')
  })

  it('does not count a value that was already there as a change', async () => {
    await create()
    const written = await retitle('Anfrage')
    expect(written.change).toBeNull()
    expect((await note())?.version).toBe(1)
  })

  it('refuses a version that is no longer the current one and gives the current record', async () => {
    await create()
    await retitle('Neu')
    await expect(
      write('Notiz geändert', (transaction) => transaction.expectVersion(ref, 1, async () => 'jetzt')),
    ).rejects.toMatchObject({ code: 'conflict', data: { current: 'jetzt' } })
  })

  it('lets a reader go on while a transaction is open', async () => {
    await create()
    await write('Notiz geändert', async (transaction) => {
      await transaction.update('note', 'n1', { title: 'Unterwegs' })
      expect((await note())?.title).toBe('Anfrage')
    })
    expect((await note())?.title).toBe('Unterwegs')
  })
})

describe('history', () => {
  it('says who changed what, newest first', async () => {
    await create()
    await retitle('Neu', undefined, other)
    const [last, first] = await recordHistory(shared(), ref)
    expect(last).toMatchObject({ personName: 'Vertretung', action: 'Notiz geändert' })
    expect(last?.fields).toEqual([{ table: 'note', row: 'n1', field: 'title', before: 'Anfrage', after: 'Neu' }])
    expect(first?.fields.map((field) => field.after)).toContain('Turnhalle')
  })

  it('makes one step of a burst of autosaves and keeps the oldest and the newest value', async () => {
    await create()
    await retitle('A', 'note:n1')
    await retitle('AB', 'note:n1')
    await retitle('ABC', 'note:n1')
    const history = await recordHistory(shared(), ref)
    expect(history).toHaveLength(2)
    expect(history[0]?.fields).toMatchObject([{ before: 'Anfrage', after: 'ABC' }])
  })

  it('starts a new step after a pause and after somebody else', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    await create()
    await retitle('A', 'note:n1')
    vi.setSystemTime(Date.now() + 6 * 60 * 1000)
    await retitle('AB', 'note:n1')
    await retitle('ABC', 'note:n1', other)
    expect(await recordHistory(shared(), ref)).toHaveLength(4)
  })
})

describe('undo', () => {
  it('takes back a change and can be taken back itself', async () => {
    await create()
    const { change } = await retitle('Neu')
    const undone = await undoGroup(notes.side, actor, change as string)
    expect(undone.value).toEqual({ action: 'Notiz geändert', kept: [] })
    expect((await note())?.title).toBe('Anfrage')
    await undoGroup(notes.side, actor, undone.change as string)
    expect((await note())?.title).toBe('Neu')
  })

  it('takes back a whole new record with its parts, and brings it back', async () => {
    const { change } = await create()
    const undone = await undoGroup(notes.side, actor, change as string)
    expect(await note()).toBeUndefined()
    expect(await findRecords(shared(), 'Anfrage', { type: 'note', limit: 5 })).toEqual([])
    await undoGroup(notes.side, actor, undone.change as string)
    expect(await note()).toMatchObject({ title: 'Anfrage' })
    expect(await findRecords(shared(), 'Turnhalle', { type: 'note', limit: 5 })).toHaveLength(1)
  })

  it('takes back the removal of a part', async () => {
    await create()
    const { change } = await write('Zeile entfernt', (transaction) => transaction.remove('note_line', 'l1'))
    await undoGroup(notes.side, actor, change as string)
    const lines = await notes.side.read.selectFrom('note_line').selectAll().execute()
    expect(lines).toEqual([{ id: 'l1', note_id: 'n1', words: 'Turnhalle', about: null }])
  })

  it('changes nothing when the value has been changed since', async () => {
    await create()
    const { change } = await write('Notiz geändert', async (transaction) => {
      await transaction.update('note', 'n1', { title: 'Erst', text: 'Erst' })
    })
    await retitle('Dann', undefined, other)
    await expect(undoGroup(notes.side, actor, change as string)).rejects.toMatchObject({ code: 'conflict' })
    expect(await note()).toMatchObject({ title: 'Dann', text: 'Erst' })
  })

  it('keeps what others changed in other fields', async () => {
    await create()
    const { change } = await retitle('Mein Titel')
    await write('Notiz geändert', (transaction) => transaction.update('note', 'n1', { text: 'Anderer Text' }), undefined, other)
    await undoGroup(notes.side, actor, change as string)
    expect(await note()).toMatchObject({ title: 'Anfrage', text: 'Anderer Text' })
  })

  it('refuses a step that was already taken back', async () => {
    await create()
    const { change } = await retitle('Neu')
    await undoGroup(notes.side, actor, change as string)
    await expect(undoGroup(notes.side, actor, change as string)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('finds the newest own step, neither others steps nor older than the session', async () => {
    await create()
    const mine = await retitle('Meins')
    await write('Notiz geändert', (transaction) => transaction.update('note', 'n1', { text: 'Fremd' }), undefined, other)
    expect((await lastUndoable(shared(), 'p1', '2000-01-01'))?.id).toBe(mine.change)
    expect(await lastUndoable(shared(), 'p1', '2999-01-01')).toBeNull()
  })

  it('steps back further each time', async () => {
    await create()
    await retitle('A')
    await retitle('B')
    for (const expected of ['A', 'Anfrage']) {
      const step = await lastUndoable(shared(), 'p1', '2000-01-01')
      await undoGroup(notes.side, actor, step?.id as string)
      expect((await note())?.title).toBe(expected)
    }
  })
})

describe('trash', () => {
  it('takes a record out of search, lists who deleted it, and brings it back', async () => {
    await create()
    await write('Notiz gelöscht', (transaction) => transaction.trash(ref, actor.id))
    expect(await findRecords(shared(), 'Anfrage', { type: 'note', limit: 5 })).toEqual([])
    expect(await listTrash(notes.side)).toMatchObject([{ title: 'Anfrage', typeLabel: 'Notiz', deletedBy: 'Leitung' }])
    await restoreRecord(notes.side, actor, ref)
    expect(await listTrash(notes.side)).toEqual([])
    expect(await findRecords(shared(), 'Anfrage', { type: 'note', limit: 5 })).toHaveLength(1)
  })

  it('refuses to restore what is not in the trash', async () => {
    await create()
    await expect(restoreRecord(notes.side, actor, ref)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('records that mention another', () => {
  const mention = () => notes.side.write(actor, { label: 'Notiz angelegt', record: { type: 'note', id: 'n2' } }, async (transaction) => {
    await transaction.insert('note', { id: 'n2', title: 'Antwort', text: '', deleted_at: null, deleted_by: null })
    await transaction.insert('note_line', { id: 'l2', note_id: 'n2', words: 'siehe', about: 'n1' })
  })
  const found = async (words: string) => (await findRecords(shared(), words, { type: 'note', limit: 5 })).map((hit) => hit.record.id).sort()

  it('are found by its new name at once, announced, and neither raised nor logged', async () => {
    await create()
    await mention()
    expect(await found('Anfrage')).toEqual(['n1', 'n2'])
    const { change, versions } = await retitle('Eingabe')
    expect([...versions.keys()]).toEqual(['n1'])
    expect(notes.announced.at(-1)).toEqual([ref, { type: 'note', id: 'n2' }])
    expect(await found('Eingabe')).toEqual(['n1', 'n2'])
    expect(await found('Anfrage')).toEqual([])
    await undoGroup(notes.side, actor, change ?? '')
    expect(await found('Anfrage')).toEqual(['n1', 'n2'])
  })

  it('lose the name when it goes to the trash and get it back with it', async () => {
    await create()
    await mention()
    await write('Notiz gelöscht', (transaction) => transaction.trash(ref, actor.id))
    expect(await found('Anfrage')).toEqual([])
    await restoreRecord(notes.side, actor, ref)
    expect(await found('Anfrage')).toEqual(['n1', 'n2'])
  })

  it('are left alone when something else than its name changes', async () => {
    await create()
    await mention()
    await write('Notiz geändert', (transaction) => transaction.update('note', 'n1', { text: 'anders' }))
    expect(notes.announced.at(-1)).toEqual([ref])
  })
})

describe('search', () => {
  it('finds every spelling, words of parts, and beginnings of words', async () => {
    await create('Müller, Öztürk', 'Straße 12')
    for (const query of ['müller', 'Mueller', 'muller', 'ozt', 'strasse', 'turnh', 'MÜLLER straße']) {
      expect(await findRecords(shared(), query, { type: 'note', limit: 5 }), query).toHaveLength(1)
    }
    expect(await findRecords(shared(), 'müller bäcker', { type: 'note', limit: 5 })).toEqual([])
  })

  it('takes what was typed as words and never as search operators', async () => {
    await create()
    for (const query of ['"', 'AND', 'title_text:', '*', '(', "'; DROP TABLE note; --", 'NEAR(', '^', '\u0000']) {
      await expect(findRecords(shared(), query, { type: 'note', limit: 5 }), query).resolves.toBeInstanceOf(Array)
    }
    expect(matchExpression('   ', 'note')).toBeNull()
  })

  it('puts hits in titles first', async () => {
    await notes.side.write(actor, { label: 'Notizen' }, async (transaction) => {
      const row = { deleted_at: null, deleted_by: null }
      await transaction.insert('note', { id: 'a', title: 'Wohnen', text: '', ...row })
      await transaction.insert('note', { id: 'b', title: 'Anderes', text: 'Wohnen', ...row })
    })
    expect((await findRecords(shared(), 'wohnen', { type: 'note', limit: 5 })).map((hit) => hit.record.id)).toEqual(['a', 'b'])
  })

  it('does not take the name of a type for a word', async () => {
    await create()
    expect(await findRecords(shared(), 'note', { type: 'note', limit: 5 })).toEqual([])
  })

  it('forgets the old words of a changed record', async () => {
    await create()
    await retitle('Ganz anders')
    expect(await findRecords(shared(), 'Anfrage', { type: 'note', limit: 5 })).toEqual([])
  })
})

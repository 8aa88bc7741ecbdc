import type { Selectable } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { doneMark, type DirectiveInput, type DirectiveItem, type OpenDirective } from '../../../../shared/correspondence/directives/model.ts'
import type { Letter, LetterFields } from '../../../../shared/correspondence/letter.ts'
import { initialsOf } from '../../../../shared/correspondence/register/number-pattern.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import { maySign } from '../../../../shared/correspondence/statements/workflow.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'
import type { StatementTables } from '../../database/office/statement-tables.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'
import type { OfficeDesk } from '../../session.ts'
import { readLetter } from '../repository.ts'
import { fileRecord } from '../register/filing.ts'
import { letterTo } from '../statements/draft.ts'
import { storeLetter } from '../store-letter.ts'
import { kindOf } from '../templates/letter-document.ts'
import { keepVersion } from '../versions/keep.ts'

type Row = Selectable<StatementTables['directive_item']>
const ref = (id: string) => ({ type: 'letter', id })

/** The items of a Verfügung; none before it is carried out. */
export async function directiveOf(desk: OfficeDesk, letterId: string): Promise<DirectiveItem[]> {
  return (await rowsOf(desk.database.read, letterId)).map(fromRow)
}

/**
 * Carries a Verfügung out: it is finished and its text kept, letters are begun to whom they go to, tasks and follow-ups get their days, and it goes
 * into its Vorgang with the letters. All of it or nothing, and one step back takes all of it back.
 * @throws OfficeError `invalid` for what is no Verfügung or is carried out already, `conflict`, `not-found`
 */
export async function carryOut(desk: OfficeDesk, { letterId, version, items }: { letterId: string; version: number; items: readonly DirectiveInput[] }, today = isoDay(new Date())): Promise<ChangeReceipt> {
  const letter = await letterOf(desk, letterId)
  if (await kindOf(desk, letter.template) !== 'verfuegung') throw new OfficeError('invalid', { detail: 'Das Schreiben ist keine Verfügung.' })
  const drafts = new Map<number, LetterFields>()
  for (const [index, item] of items.entries()) if (item.kind === 'letter') drafts.set(index, await draftOf(desk, letter, item, today))
  const written = await desk.write({ label: 'Verfügung ausgeführt', record: ref(letterId) }, async (transaction) => {
    await transaction.expectVersion(ref(letterId), version, () => readLetter(transaction.database, letterId))
    if ((await rowsOf(transaction.database, letterId)).length > 0) throw new OfficeError('invalid', { detail: 'Diese Verfügung ist schon ausgeführt.' })
    const made: string[] = []
    for (const [position, item] of items.entries()) {
      const fields = drafts.get(position)
      const result = fields ? (await storeLetter(transaction, desk, fields, { status: 'draft' })).id : null
      if (result !== null) made.push(result)
      await transaction.insert('directive_item', { ...columnsOf(item), id: uuidv7(), letter_id: letterId, position, result_letter_id: result, ...doneAtOnce(desk, item, today) })
    }
    const matter = items.find(({ kind, matterId }) => kind === 'file' && matterId !== null)?.matterId ?? null
    if (matter !== null) for (const id of [letterId, ...made]) await fileRecord(transaction, matter, ref(id))
    if (letter.status === 'draft') {
      await keepVersion(transaction, desk, letterId, { kind: 'final', note: 'Verfügt' })
      await transaction.update('letter', letterId, { status: 'final' })
    }
  })
  return { change: written.change, version: written.versions.get(letterId) ?? version }
}

/** Says that an item is done, with day and initials, or that it isn't. @throws OfficeError `not-found` */
export async function setDone(desk: OfficeDesk, { item, done, remark }: { item: string; done: boolean; remark: string }, today = isoDay(new Date())): Promise<ChangeReceipt> {
  return onItem(desk, item, done ? 'Punkt der Verfügung erledigt' : 'Punkt der Verfügung wieder offen', (transaction) => transaction.update('directive_item', item, {
    done_on: done ? today : null, done_by: done ? desk.person.name : '', initials: done ? initialsOf(desk.person.name) : '', ...(remark !== '' && { remark }),
  }))
}

/** Gives an item another day. @throws OfficeError `not-found` */
export async function postpone(desk: OfficeDesk, item: string, dueOn: string | null): Promise<ChangeReceipt> {
  return onItem(desk, item, 'Termin der Verfügung geändert', (transaction) => transaction.update('directive_item', item, { due_on: dueOn }))
}

/** Open items of the person who asks; who signs also sees those that nobody has. Follow-ups count from their day on. */
export async function myItems(desk: OfficeDesk, limit: number, today = isoDay(new Date())): Promise<{ items: OpenDirective[]; total: number }> {
  const open = desk.database.read.selectFrom('directive_item as item').innerJoin('letter', 'letter.id', 'item.letter_id')
    .where('item.done_on', 'is', null).where('letter.deleted_at', 'is', null)
    .where((eb) => eb.or([eb('item.person_id', '=', desk.person.id), ...(maySign(desk.person.role) ? [eb.and([eb('item.person_id', 'is', null), eb('item.kind', '<>', 'cosign')])] : [])]))
    .where((eb) => eb.or([eb('item.kind', '<>', 'follow-up'), eb('item.due_on', '<=', today)]))
  const rows = await open.select(['item.id', 'item.kind', 'item.text', 'item.name', 'item.due_on', 'letter.id as letter_id', 'letter.number', 'letter.subject'])
    .orderBy((eb) => eb('item.due_on', 'is', null)).orderBy('item.due_on').orderBy('item.id').limit(limit).execute()
  const { total } = await open.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return {
    total,
    items: rows.map((row) => ({ id: row.id, kind: row.kind, text: row.text, name: row.name, dueOn: row.due_on, letterId: row.letter_id, letterNumber: row.number, letterSubject: row.subject })),
  }
}

/** A Verfügung with what has been done beside its items, as it is printed; every other letter as it is. */
export async function withDoneMarks(desk: OfficeDesk, letter: Letter): Promise<Letter> {
  const { punkte } = letter.particulars
  const rows = Array.isArray(punkte) ? await rowsOf(desk.database.read, letter.id) : []
  if (rows.length === 0 || !Array.isArray(punkte)) return letter
  return { ...letter, particulars: { ...letter.particulars, punkte: rows.map((row) => ({ text: row.text, wer: row.name, vermerk: doneMark(fromRow(row)) })) } }
}

async function rowsOf(database: ReadDatabase<OfficeSchema>, letterId: string): Promise<Row[]> {
  return database.selectFrom('directive_item').selectAll().where('letter_id', '=', letterId).orderBy('position').execute()
}

/** @throws OfficeError `not-found` */
async function letterOf(desk: OfficeDesk, id: string): Promise<Letter> {
  const letter = await readLetter(desk.database.read, id)
  if (!letter || letter.trashed) throw new OfficeError('not-found')
  return letter
}

/** The letter that an item orders: to whom it goes, about what the Verfügung is about. */
async function draftOf(desk: OfficeDesk, directive: Letter, { contactId, name }: DirectiveInput, day: string): Promise<LetterFields> {
  return { ...await letterTo(desk, contactId, name, day), subject: directive.subject, ourReference: directive.ourReference }
}

/** A note stands in the Verfügung itself, and filing happens with it. */
function doneAtOnce(desk: OfficeDesk, { kind, matterId }: DirectiveInput, today: string) {
  const done = kind === 'note' || (kind === 'file' && matterId !== null)
  return { done_on: done ? today : null, done_by: done ? desk.person.name : '', initials: done ? initialsOf(desk.person.name) : '', remark: '' }
}

async function onItem(desk: OfficeDesk, item: string, label: string, work: (transaction: WriteTransaction<OfficeSchema>) => Promise<void>): Promise<ChangeReceipt> {
  const row = await desk.database.read.selectFrom('directive_item').select('letter_id').where('id', '=', item).executeTakeFirst()
  if (!row) throw new OfficeError('not-found')
  const written = await desk.write({ label, record: ref(row.letter_id) }, work)
  return { change: written.change, version: written.versions.get(row.letter_id) ?? 0 }
}

function columnsOf({ kind, text, personId, contactId, name, dueOn, matterId }: DirectiveInput) {
  return { kind, text, person_id: personId, contact_id: contactId, name, due_on: dueOn, matter_id: matterId }
}

function fromRow(row: Row): DirectiveItem {
  return {
    id: row.id, kind: row.kind, text: row.text, personId: row.person_id, contactId: row.contact_id, name: row.name, dueOn: row.due_on, matterId: row.matter_id,
    resultLetterId: row.result_letter_id, doneOn: row.done_on, doneBy: row.done_by, initials: row.initials, remark: row.remark,
  }
}

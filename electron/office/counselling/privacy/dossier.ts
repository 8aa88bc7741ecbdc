import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import labelsFile from '../../../../resources/counselling/dossier-labels.json' with { type: 'json' }
import { CASE_KINDS } from '../../../../shared/counselling/case-number.ts'
import { labelOf, topicLabel, type CatalogueName } from '../../../../shared/counselling/catalogues.ts'
import type { DossierText } from '../../../../shared/counselling/privacy/model.ts'
import { privacyLabel, type PrivacyList } from '../../../../shared/counselling/privacy/rules.ts'
import { germanDate, germanDateTime } from '../../../../shared/dates.ts'
import { destructionScope, owningColumns } from '../../database/destruction-scope.ts'
import type { CounsellingDesk } from '../../session.ts'
import { labelInRow, wordOfColumn } from './dossier-words.ts'

interface TableLabels {
  label: string
  /** Words of the columns; null for one that isn't given out. */
  columns: Record<string, string | null>
  lists?: Record<string, string>
  words?: Record<string, string>
}

type Row = Record<string, unknown>

/** Words of the tables and columns of a dossier; also what is left out of every one. */
export const dossierLabels = labelsFile as { hidden: string[]; common: Record<string, string>; leftOut: Record<string, { what: string; why: string }>; tables: Record<string, TableLabels> }

const hidden = new Set(dossierLabels.hidden)
/** Tables of single words: their rows stand together. */
const flat = new Set(['consultation_topic', 'incident_code'])
/** What yes or no is stored as 1 or 0. */
const flags = new Set(['mutual', 'no_calls', 'no_voicemail', 'no_messages', 'no_letters', 'anonymous_report', 'attack', 'flagged', 'next_done', 'anonymous', 'birth_estimated', 'address_protected', 'preferred', 'lives_here', 'four_eyes', 'social_data', 'to_client'])
const words: Record<string, string> = {
  shared: 'Mitberatung', deputy: 'Vertretung', offender: 'Namen von Verursachern geöffnet', identity: 'Identität geöffnet', search: 'nach dem Namen gefunden', export: 'Auskunft vorbereitet', computed: 'gerechnet', notice: 'laut Bescheid', free: 'eigenes Datum',
  'given-first': 'Vorname zuerst', 'family-first': 'Familienname zuerst', mobile: 'Mobil', phone: 'Telefon', email: 'E-Mail', ...Object.fromEntries(Object.entries(CASE_KINDS).map(([code, { label }]) => [code, label])),
}

/**
 * Everything that counselling.db holds of a case, text by text. Which tables there are comes from the schema itself, as in
 * destruction, so that no table can be forgotten; one without words yet is given out under its own name.
 */
export async function collectTexts(desk: CounsellingDesk, caseId: string): Promise<DossierText[]> {
  const scope = await destructionScope(desk.database, { type: 'case', id: caseId })
  // An incident that others are affected by as well stays when the case goes, and yet it speaks of this person.
  const records = [...scope.records, ...scope.strays.filter(({ cleared }) => cleared === null).map(({ owner }) => owner)]
    .filter((ref, index, all) => all.findIndex(({ type, id }) => type === ref.type && id === ref.id) === index)
  const loose = owningColumns(desk.database).known.filter(({ table }) => !desk.database.types.owns(table) && !(table in dossierLabels.leftOut))
  const found = new Map<string, Row[]>()
  const add = (table: string, rows: readonly Row[]): void => { if (rows.length > 0) found.set(table, [...found.get(table) ?? [], ...rows]) }
  for (const { type, id } of records) {
    const { root, parts } = desk.database.types.get(type)
    if (root in dossierLabels.leftOut) continue
    add(root, await rowsOf(desk, root, 'id', id))
    for (const [table, column] of Object.entries(parts)) add(table, await rowsOf(desk, table, column as string, id))
    for (const { table, column, type: leadsTo } of loose) if (leadsTo === type) add(table, await rowsOf(desk, table, column, id))
  }
  const known = Object.keys(dossierLabels.tables)
  const order = (table: string): number => (known.includes(table) ? known.indexOf(table) : known.length)
  return [...found].sort(([a], [b]) => order(a) - order(b)).flatMap(([table, rows]) => rows.flatMap((row, index) => textsOf(table, row, rows.length > 1 ? index + 1 : 0)))
}

/** Mark of the texts as they were read; another one means that the case has changed since. */
export function digestOf(texts: readonly DossierText[]): string {
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex')
}

/** Names of other persons that stand in the case by themselves: relatives and the other side. */
export async function namesIn(desk: CounsellingDesk, caseId: string): Promise<string[]> {
  const { read } = desk.database
  const household = await read.selectFrom('household_person').select('name').where('case_id', '=', caseId).execute()
  const opposing = await read.selectFrom('opposing_party').select('name').where('case_id', '=', caseId).execute()
  return [...new Set([...opposing, ...household].map(({ name }) => name.trim()).filter((name) => name.length > 1))]
}

async function rowsOf(desk: CounsellingDesk, table: string, column: string, id: string): Promise<Row[]> {
  const { rows } = await sql<Row>`SELECT * FROM ${sql.table(table)} WHERE ${sql.ref(column)} = ${id} ORDER BY 1`.execute(desk.database.read)
  return rows
}

function textsOf(table: string, row: Row, number: number): DossierText[] {
  const labels = dossierLabels.tables[table]
  const section = labels?.label ?? table
  const key = String(row.id ?? row.case_id ?? number)
  return Object.entries(row).flatMap(([column, value]) => {
    const label = labelInRow(table, column, row) ?? columnLabel(table, column)
    const text = label === null ? '' : wordsOf(table, column, value, row)
    if (label === null || text === '') return []
    return [{ key: `${table}:${key}:${column}`, section: number === 0 || flat.has(table) ? section : `${section} (${number})`, label, text, free: typeof value === 'string' && value.length > 40 }]
  })
}

/** The word for a column; null for one that isn't given out. */
export function columnLabel(table: string, column: string): string | null {
  const known = dossierLabels.tables[table]?.columns[column]
  if (known !== undefined) return known
  if (hidden.has(column)) return null
  return dossierLabels.common[column] ?? column
}

function wordsOf(table: string, column: string, value: unknown, row: Row): string {
  const labels = dossierLabels.tables[table]
  if (value === null || value === undefined || value === '') return ''
  if (value instanceof Uint8Array) return `${value.length} Byte`
  if (flags.has(column)) return value === 1 ? 'ja' : ''
  const text = String(value)
  const list = labels?.lists?.[column]
  if (list === 'topics') return topicLabel(text)
  if (list !== undefined) return labelOf(list as CatalogueName, text)
  const word = labels?.words?.[column]
  if (word !== undefined) return privacyLabel(word as PrivacyList, text)
  if (/^\d{4}-\d{2}-\d{2}T/u.test(text)) return germanDateTime(text)
  if (/^\d{4}-\d{2}-\d{2}$/u.test(text)) return germanDate(text)
  if (/^\d{4}-\d{2}$/u.test(text)) return `${text.slice(5)}.${text.slice(0, 4)}`
  if (column === 'computation') return stepsOf(text)
  return wordOfColumn(table, column, text, row) ?? words[text] ?? text
}

/** The steps of a computed deadline as sentences, without the input they came from. */
function stepsOf(text: string): string {
  const found = (JSON.parse(text) as { steps?: { title?: string; detail?: string }[] }).steps ?? []
  return found.map(({ title = '', detail = '' }) => `${title}: ${detail}${/[.!?]$/u.test(detail) ? '' : '.'}`).join(' ')
}

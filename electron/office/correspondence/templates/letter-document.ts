import { bodyFieldValues, missingFields, withFieldValues } from '../../../../shared/correspondence/body-fields.ts'
import type { LetterFacts, LetterFields } from '../../../../shared/correspondence/letter.ts'
import type { CopyPart } from '../../../../shared/correspondence/copies/copy-part.ts'
import { bodyWithCopy } from '../../../../shared/correspondence/copies/in-text.ts'
import { builtInTemplate } from '../../../../shared/correspondence/templates/built-in.ts'
import { particulars, type DocumentKind } from '../../../../shared/correspondence/templates/kinds.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { Letterhead } from '../../../../shared/settings/letterhead.ts'
import type { OfficeDesk } from '../../session.ts'
import { builtInDocument } from './built-in/document.ts'
import { fillTemplate, type FilledDocument } from './fill.ts'
import { letterValues } from './letter-values.ts'
import { prepareTemplate, type PreparedTemplate } from './prepare.ts'
import { readFile, readRemembered, readVersion } from './repository.ts'

type Written = LetterFields & { number: string; facts?: LetterFacts }

/** Templates made ready to be filled, by version and the state of the record, for each unlocked office. */
const prepared = new WeakMap<OfficeDesk['database'], Map<string, PreparedTemplate>>()
const kept = 8

/**
 * Makes the document of a letter with the template that it was given.
 * @param copy what tells this copy from the others (`letterFor`)
 * @throws OfficeError `template` when the template has open faults, `not-found` when its version is gone
 */
export async function letterDocument(desk: OfficeDesk, letter: Written, letterhead: Letterhead, copy?: CopyPart): Promise<FilledDocument> {
  const values = bodyFieldValues(letter, letterhead)
  const { bytes, missing } = await madeDocument(desk, { ...letter, body: withFieldValues(letter.body, values) }, letterhead, copy)
  return { bytes, missing: [...new Set([...missing, ...missingFields(letter.body, values)])] }
}

async function madeDocument(desk: OfficeDesk, letter: Written, letterhead: Letterhead, copy?: CopyPart): Promise<FilledDocument> {
  const builtIn = builtInTemplate(letter.template)
  if (builtIn) return builtInLetter(builtIn.kind, letter, letterhead, copy)
  const template = await preparedTemplate(desk, letter.template)
  return fillTemplate(template, letterValues(template.kind, letter, letterhead, copy), copy ? bodyWithCopy(letter.body, copy) : letter.body)
}

/** The kind of document that a letter is. @throws OfficeError `not-found` */
export async function kindOf(desk: OfficeDesk, ref: string): Promise<DocumentKind> {
  const kind = builtInTemplate(ref)?.kind ?? (await readVersion(desk.database.read, ref))?.kind
  if (!kind) throw new OfficeError('not-found', { detail: 'Die gewählte Vorlage gibt es nicht mehr. Bitte wählen Sie eine andere.' })
  return kind
}

/** A version ready to be filled. @throws OfficeError `template`, `not-found` */
async function preparedTemplate(desk: OfficeDesk, versionId: string): Promise<PreparedTemplate> {
  const version = await readVersion(desk.database.read, versionId)
  if (!version) throw new OfficeError('not-found', { detail: 'Die gewählte Vorlage gibt es nicht mehr. Bitte wählen Sie eine andere.' })
  if (version.open > 0) throw new OfficeError('template', { detail: 'Die Vorlage hat noch offene Fehler. Bitte beheben Sie sie unter Vorlagen.' })
  const known = prepared.get(desk.database) ?? new Map<string, PreparedTemplate>()
  prepared.set(desk.database, known)
  const key = `${version.id} ${version.recordVersion}`
  const ready = known.get(key)
  if (ready) return ready
  const bytes = await readFile(desk.database.read, version.id)
  if (!bytes) throw new OfficeError('not-found')
  const fresh = prepareTemplate(bytes, version.kind, version.decisions, await readRemembered(desk.database.read, version.kind)).prepared
  const oldest = known.keys().next()
  if (known.size >= kept && oldest.done === false) known.delete(oldest.value)
  known.set(key, fresh)
  return fresh
}

/** In our own design a gap is marked in words, too. */
async function builtInLetter(kind: DocumentKind, letter: Written, letterhead: Letterhead, copy: CopyPart | undefined): Promise<FilledDocument> {
  const gaps = particulars[kind].filter(({ key, required }) => required && isEmpty(letter.particulars[key]))
  const marked = Object.fromEntries(gaps.map(({ key, label, columns }) => {
    const words = `‹fehlt: ${label}›`
    return [key, columns ? [{ [columns[0]?.key ?? '']: words }] : words]
  }))
  const subject = letter.subject === '' ? '‹fehlt: Betreff›' : letter.subject
  const bytes = await builtInDocument(kind, { ...letter, subject, particulars: { ...letter.particulars, ...marked } }, letterhead, copy)
  return { bytes, missing: [...(letter.subject === '' ? ['Betreff'] : []), ...gaps.map(({ label }) => label)] }
}

function isEmpty(value: LetterFields['particulars'][string] | undefined): boolean {
  return value === undefined || value.length === 0 || (typeof value === 'string' && value.trim() === '')
}

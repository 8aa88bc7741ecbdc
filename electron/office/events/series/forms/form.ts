import { germanDate } from '../../../../../shared/dates.ts'
import { entryFields, type EntryField } from '../../../../../shared/events/series/entry-fields.ts'
import type { FormKind } from '../../../../../shared/events/series/model.ts'
import type { PrefilledEvent } from './prefill.ts'

/** What a form for one partner says by itself. */
export interface EntryForm {
  seriesTitle: string
  motto: string
  startsOn: string | null
  endsOn: string | null
  entriesUntil: string | null
  textLimit: number
  partnerName: string
  code: string
  officeName: string
  /** Where the filled form goes to. */
  officeEmail: string
  /** Events that are known already. */
  events: readonly PrefilledEvent[]
}

/** Events that an empty form has room for; more go into a second copy. */
const eventsPerForm = { xlsx: 5, docx: 3 } as const

/** How many events a form has room for: those that it knows, and at least one more. */
export function slotsOf({ events }: EntryForm, kind: FormKind): number {
  return Math.max(eventsPerForm[kind], events.length + 1)
}

/** The label of a field as the form shows it. What stands in brackets is no part of the label when the form is read. */
export function formLabel({ label, hint, code }: (typeof entryFields)[number], textLimit: number): string {
  const more = code === 'text' ? `höchstens ${textLimit} Zeichen` : hint
  return more === '' ? label : `${label} (${more})`
}

/** Labels of all fields with their codes. */
export function formRows(textLimit: number): { code: EntryField; label: string }[] {
  return entryFields.map((field) => ({ code: field.code, label: formLabel(field, textLimit) }))
}

/** What is said above the form. */
export function formWords({ seriesTitle, motto, startsOn, endsOn, entriesUntil, officeEmail, textLimit, events }: EntryForm): { title: string; lines: string[] } {
  const days = startsOn === null ? '' : `, ${germanDate(startsOn)}${endsOn === null || endsOn === startsOn ? '' : ` bis ${germanDate(endsOn)}`}`
  return {
    title: `${seriesTitle}: Formular für Beiträge`,
    lines: [
      `${seriesTitle}${motto === '' ? '' : ` „${motto}“`}${days}.${entriesUntil === null ? '' : ` Bitte bis ${germanDate(entriesUntil)} zurücksenden${officeEmail === '' ? '' : ` an ${officeEmail}`}.`}`,
      ...(events.length === 0 ? [] : ['Was wir von Ihren Veranstaltungen wissen, steht schon da. Bitte ergänzen, was farbig unterlegt ist, und verbessern, was nicht stimmt.']),
      `Bitte rechts neben den Bezeichnungen ausfüllen; leer lassen, was nicht zutrifft. Der Text für das Programm hat höchstens ${textLimit} Zeichen mit Leerzeichen.`,
      'Gedruckt und veröffentlicht wird alles außer der Mitteilung an das Büro und den erwarteten Gästen. Tragen Sie als Kontakt nur ein, wer damit einverstanden ist.',
    ],
  }
}

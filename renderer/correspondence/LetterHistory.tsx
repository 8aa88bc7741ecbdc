import type { ReactNode } from 'react'
import { bodyText, letterBodySchema } from '../../shared/correspondence/body.ts'
import { distributionLabels, recipientRoleLabels } from '../../shared/correspondence/copies/model.ts'
import { letterFieldsSchema, letterStatusLabels } from '../../shared/correspondence/letter.ts'
import { mailWayLabels } from '../../shared/correspondence/statements/workflow.ts'
import { builtInTemplate } from '../../shared/correspondence/templates/built-in.ts'
import { particularsSchema, type Particulars } from '../../shared/correspondence/templates/kinds.ts'
import { germanDate } from '../../shared/dates.ts'
import { RecordHistory } from '../records/RecordHistory.tsx'
import { useDesk } from './useDesk.ts'

/** Columns that the history names; keys for sorting and the contact's id say nothing to a reader. */
const labels = {
  number: 'Nummer', status: 'Stand', recipient_name: 'Empfänger', address_notes: 'Vermerk über der Anschrift', address_lines: 'Anschrift',
  your_reference: 'Ihr Zeichen', your_message_of: 'Ihre Nachricht vom', our_reference: 'Unser Zeichen', contact_person: 'Auskunft erteilt',
  letter_date: 'Datum', subject: 'Betreff', salutation: 'Anrede', body: 'Text', closing: 'Grußformel',
  signature_authority: 'Behörde oder Funktion', signature_addition: 'Zeichnungszusatz', signature_name: 'Name unter dem Schreiben',
  template: 'Vorlage', particulars: 'Angaben', enclosures: 'Anlagen', copies: 'Kopie an', signature_function: 'Funktion unter dem Namen', editor_name: 'Bearbeitet von', editor_sign: 'Namenszeichen',
  contact_phone: 'Telefon', contact_email: 'E-Mail', orders: 'Verfügungspunkte', draft_note: 'Vermerk auf dem Entwurf', way: 'Weg', distribution: 'Verteiler',
  role: 'Erhält', name: 'Weiterer Empfänger', note: 'Begleittext', deleted_at: 'Im Papierkorb',
  content: 'Wortlaut', purpose: 'Zweck', release_reason: 'Grund der Weitergabe', follow_up_on: 'Wiedervorlage', sent_on: 'Versandt am', sent_note: 'Nachweis',
}

/** „Verlauf" of a letter. */
export function LetterHistory({ id }: { id: string }): ReactNode {
  const { side, recordType } = useDesk()
  return <RecordHistory side={side} record={{ type: recordType, id }} labels={labels} describe={describe} />
}

function describe(label: string, value: unknown): string {
  if (typeof value !== 'string') return value === null || value === undefined ? '' : String(value)
  if (label === labels.status) return value in letterStatusLabels ? letterStatusLabels[value as 'draft'] : value
  if (label === labels.content) return beginning(bodyText(letterFieldsSchema.parse(JSON.parse(value)).body))
  if (label === labels.letter_date || label === labels.deleted_at) return germanDate(value)
  if (label === labels.way) return mailWayLabels[value as 'post'] ?? value
  if (label === labels.distribution) return distributionLabels[value as 'all'] ?? value
  if (label === labels.role) return recipientRoleLabels[value as 'copy'] ?? value
  if (label === labels.template) return builtInTemplate(value)?.name ?? 'eigene Vorlage'
  if (label === labels.particulars) return beginning(particularsText(particularsSchema.parse(JSON.parse(value))))
  if (label === labels.body) return beginning(bodyText(letterBodySchema.parse(JSON.parse(value))))
  return value
}

/** The particulars of a kind of document in one line. */
function particularsText(values: Particulars): string {
  return Object.values(values).map((value) => (typeof value === 'string' ? value : value.map((row) => Object.values(row).join(', ')).join('; '))).filter(Boolean).join(' · ')
}

/** Enough of a text to know it again. */
function beginning(text: string): string {
  return text.length > 160 ? `${text.slice(0, 160)} …` : text
}

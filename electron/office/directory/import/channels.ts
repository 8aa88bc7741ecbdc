import type { ImportField } from '../../../../shared/directory/import.ts'
import type { ChannelKind, ContactInput } from '../../../../shared/directory/model.ts'
import { e164 } from '../phone.ts'
import { shorten, type RowNotes } from './cells.ts'

type ChannelDraft = Omit<ContactInput['channels'][number], 'id'>

const EMAIL = /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>"]+$/u
const CHANNELS: Partial<Record<ImportField, { kind: ChannelKind, label: string }>> = {
  phone: { kind: 'phone', label: '' }, homePhone: { kind: 'phone', label: 'privat' }, mobile: { kind: 'mobile', label: '' },
  fax: { kind: 'fax', label: '' }, email: { kind: 'email', label: '' }, web: { kind: 'web', label: '' },
}

/** What a cell gives: channels, or a text for the note where it is no usable address. */
export interface ReadChannels {
  channels: ChannelDraft[]
  note: string | null
}

/** The channels of one cell as typed. What can't be a number or an e-mail address goes to the note, with a remark. */
export function readChannels(cell: string, field: ImportField, country: string, notes: RowNotes): ReadChannels {
  const meaning = CHANNELS[field]
  if (meaning === undefined || cell === '') return { channels: [], note: null }
  const channel = (value: string): ChannelDraft => ({ ...meaning, value, preferred: false })
  if (meaning.kind === 'email') return readEmail(cell, channel, notes)
  if (meaning.kind === 'web') return { channels: [channel(cell)], note: null }
  if (/^\d+[.,]\d+E\+\d+$/iu.test(cell)) {
    notes.repair(field, cell, '', 'Excel hat die Nummer gekürzt; sie steht in der Notiz und muss neu beschafft werden')
    return { channels: [], note: `Gekürzte Nummer: ${cell}` }
  }
  if (!/\d/u.test(cell)) {
    notes.repair(field, cell, '', 'keine Nummer; der Text steht in der Notiz')
    return { channels: [], note: `Zur Nummer: ${cell}` }
  }
  if (e164(cell, country) === null) notes.hint(`„${shorten(cell)}“ ist keine vollständige Rufnummer und wird wie geschrieben übernommen.`)
  return { channels: [channel(cell)], note: null }
}

function readEmail(cell: string, channel: (value: string) => ChannelDraft, notes: RowNotes): ReadChannels {
  const parts = cell.split(/[;,\s]+/u).map((part) => part.replace(/^mailto:/iu, '').replace(/^<(.*)>$/u, '$1')).filter((part) => part !== '')
  if (parts.length > 0 && parts.every((part) => EMAIL.test(part))) {
    const written = parts.join('; ')
    if (written !== cell) notes.repair('email', cell, written, parts.length > 1 ? 'in einzelne Adressen getrennt' : 'auf die Adresse gekürzt')
    return { channels: parts.map(channel), note: null }
  }
  notes.repair('email', cell, '', 'keine E-Mail-Adresse; der Text steht in der Notiz')
  return { channels: [], note: `Zur E-Mail: ${cell}` }
}

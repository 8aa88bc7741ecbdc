import type { ImportField } from '../../../../shared/directory/import/fields.ts'
import type { ChannelKind, ContactInput } from '../../../../shared/directory/model.ts'
import { e164 } from '../phone.ts'
import { shorten } from '../../documents/lists/cell.ts'
import type { RowNotes } from './cells.ts'

type ChannelDraft = Omit<ContactInput['channels'][number], 'id'>

const EMAIL = /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>"]+$/u
const CHANNELS: Partial<Record<ImportField, { kind: ChannelKind, label: string }>> = {
  phone: { kind: 'phone', label: '' }, homePhone: { kind: 'phone', label: 'privat' }, otherPhone: { kind: 'phone', label: 'weiteres' },
  mobile: { kind: 'mobile', label: '' }, fax: { kind: 'fax', label: '' }, email: { kind: 'email', label: '' },
  homeEmail: { kind: 'email', label: 'privat' }, web: { kind: 'web', label: '' },
}
/** Fields that become channels, in the order in which a contact shows them. */
export const channelFields = Object.keys(CHANNELS) as ImportField[]

/** What a cell gives: channels, or a text for the note where it is no usable address. */
export interface ReadChannels {
  channels: ChannelDraft[]
  note: string | null
}

/** The channels of one cell as typed. What can't be a number or an e-mail address goes to the note, with a remark. */
export function readChannels(cell: string, field: ImportField, country: string, notes: RowNotes): ReadChannels {
  const meaning = CHANNELS[field]
  if (meaning === undefined || cell === '') return { channels: [], note: null }
  const channel = (value: string, label = ''): ChannelDraft => ({ ...meaning, label: label || meaning.label, value, preferred: false })
  if (meaning.kind === 'email') return readEmail(cell, field, channel, notes)
  if (meaning.kind === 'web') return { channels: [channel(cell)], note: null }
  if (/^\d+[.,]\d+E\+?\d+$/iu.test(cell)) {
    if (!notes.offer('short-number', field, cell, '', 'Excel hat die Nummer gekürzt; sie steht in der Notiz und muss neu beschafft werden')) return { channels: [channel(cell)], note: null }
    return { channels: [], note: `Gekürzte Nummer: ${cell}` }
  }
  if (!/\d/u.test(cell)) {
    if (!notes.offer('not-a-channel', field, cell, '', 'keine Nummer; der Text steht in der Notiz')) return { channels: [channel(cell)], note: null }
    return { channels: [], note: `Zur Nummer: ${cell}` }
  }
  return { channels: numbersOf(cell, field, notes).map((number) => readNumber(number, field, channel, country, notes)), note: null }
}

/** Several numbers in one cell: parted by line breaks, semicolons or words, and by a stroke or comma where both sides are whole numbers. */
function numbersOf(cell: string, field: ImportField, notes: RowNotes): string[] {
  const parts = cell.split(/\s*(?:\n|;|\boder\b|\bund\b|\bu\.\s)\s*|\s*[,/|]\s*(?=(?:\+|00?)[1-9(])(?<=\d[\d ()/-]{5,}\s*[,/|]\s*)/u).map((part) => part.trim()).filter((part) => part !== '')
  const whole = parts.length > 1 && parts.every((part) => part.replace(/\D/gu, '').length >= 5)
  if (!whole || !notes.offer('two-numbers', field, cell, parts.join(' | '), `${parts.length} Nummern in einer Zelle`)) return [cell]
  return parts
}

function readNumber(cell: string, field: ImportField, channel: (value: string, label?: string) => ChannelDraft, country: string, notes: RowNotes): ChannelDraft {
  const remark = /^([\d+][\d\s()/.+-]*\d)\s*(?:\(([^()\d][^()]*)\)|[-–,]?\s*(\p{L}[^()]*))$/u.exec(cell) ?? null
  const words = remark?.[2] ?? remark?.[3] ?? ''
  const split = remark !== null && notes.offer('channel-remark', field, cell, `${remark[1]} | ${words}`, 'Zusatz wird Beschriftung')
  const number = split ? remark[1] ?? cell : cell
  if (e164(number, country) === null) notes.hint(`„${shorten(number)}“ ist keine vollständige Rufnummer und wird wie geschrieben übernommen.`)
  return channel(number, split ? words.trim().slice(0, 100) : '')
}

function readEmail(cell: string, field: ImportField, channel: (value: string, label?: string) => ChannelDraft, notes: RowNotes): ReadChannels {
  const labelled = /^(\S+@\S+)\s+\(([^()]+)\)$/u.exec(cell)
  if (labelled?.[1] !== undefined && EMAIL.test(labelled[1])) {
    const split = notes.offer('channel-remark', field, cell, `${labelled[1]} | ${labelled[2]}`, 'Zusatz wird Beschriftung')
    return { channels: [split ? channel(labelled[1], labelled[2]) : channel(cell)], note: null }
  }
  const bracketed = [...cell.matchAll(/<([^<>\s]+@[^<>\s]+)>/gu)].map(([, address]) => address ?? '')
  const parts = bracketed.length > 0 ? bracketed : cell.split(/[;,\s]+/u).map((part) => part.replace(/^mailto:/iu, '')).filter((part) => part !== '')
  if (parts.length > 0 && parts.every((part) => EMAIL.test(part))) {
    const written = parts.join('; ')
    if (written === cell) return { channels: parts.map((part) => channel(part)), note: null }
    const accepted = notes.offer('email-cleaned', field, cell, written, parts.length > 1 ? 'in einzelne Adressen getrennt' : 'auf die Adresse gekürzt')
    return { channels: accepted ? parts.map((part) => channel(part)) : [channel(cell)], note: null }
  }
  if (!notes.offer('not-a-channel', field, cell, '', 'keine E-Mail-Adresse; der Text steht in der Notiz')) return { channels: [channel(cell)], note: null }
  return { channels: [], note: `Zur E-Mail: ${cell}` }
}

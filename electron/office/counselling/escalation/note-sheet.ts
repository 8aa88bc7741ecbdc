import { labelOf } from '../../../../shared/counselling/catalogues.ts'
import type { EscalationPaper } from '../../../../shared/counselling/escalation/contract.ts'
import { certainties, entryKinds, type Correction, type EntryFields, type Escalation, type EscalationEntry } from '../../../../shared/counselling/escalation/model.ts'
import { orGap } from '../../../../shared/correspondence/gaps.ts'
import { germanDate, germanDateTime, isoDay } from '../../../../shared/dates.ts'
import { germanDay } from '../../../../shared/holidays/days.ts'
import type { Block, ChronicleEntry, PlainSheet } from '../sheets/blocks.ts'

/** What the office side knows of a contact of the log: its name and where it is reached. */
export interface ReachableContact {
  name: string
  reachable: string
}

export interface NoteParts {
  paper: EscalationPaper
  /** The entries that are printed, in their order. */
  entries: readonly EscalationEntry[]
  /** Print every former wording below its entry. */
  corrections: boolean
  /** What the entries were narrowed down by, in words; empty for all. */
  narrowed: string
  contacts: ReadonlyMap<string, ReachableContact>
  office: string
  author: string
  now: Date
}

/** The „Lagevermerk“ with all that a file needs, or the chronology alone. */
export function escalationSheet(escalation: Escalation, parts: NoteParts): PlainSheet {
  const { number, title } = escalation
  const printed = `Stand ${germanDateTime(parts.now.toISOString())}`
  const chronicle: Block[] = [
    { type: 'heading', text: 'Chronologie' },
    ...(parts.narrowed === '' ? [] : [{ type: 'paragraph', text: `Auszug: ${parts.narrowed}. ${parts.entries.length} von ${escalation.entries.length} Einträgen.`, quiet: true } as const]),
    parts.entries.length === 0
      ? { type: 'paragraph', text: 'Keine Einträge.' }
      : { type: 'chronicle', entries: parts.entries.map((entry) => chronicleEntry(entry, parts)) },
  ]
  const reachable = reachableBlock(escalation, parts)
  return {
    title: parts.paper === 'note' ? 'Lagevermerk' : 'Chronologie der Lage', subtitle: `${number} · ${title}`, office: parts.office, foot: `${number} · ${printed} · vertraulich`,
    blocks: [
      { type: 'facts', rows: headRows(escalation) },
      ...(parts.paper === 'chronology' ? [...chronicle.slice(1), ...reachable] : noteBlocks(escalation, parts, chronicle, reachable)),
    ],
  }
}

function noteBlocks(escalation: Escalation, { entries, author, now }: NoteParts, chronicle: readonly Block[], reachable: readonly Block[]): Block[] {
  const { occasion, assessment, openPoints, distribution } = escalation
  const judged = entries.filter(({ kind, withdrawn }) => kind === 'assessment' && !withdrawn)
  return [
    { type: 'heading', text: 'Anlass' },
    { type: 'paragraph', text: orGap(occasion, 'Anlass des Vermerks') },
    ...chronicle,
    { type: 'heading', text: 'Bewertung' },
    { type: 'paragraph', text: orGap(assessment, 'Bewertung der Lage') },
    ...(judged.length === 0 ? [] : [{ type: 'list', items: judged.map((entry) => `${whenOf(entry)}: ${entry.text}`) } as const]),
    { type: 'heading', text: 'Maßnahmen und Entscheidungen' },
    doneBlock(entries),
    { type: 'heading', text: 'Wer wurde wann informiert' },
    informedBlock(entries),
    { type: 'heading', text: 'Offene Punkte' },
    openPoints.trim() === '' ? { type: 'paragraph', text: 'Keine.' } : { type: 'list', items: linesOf(openPoints) },
    ...reachable,
    { type: 'heading', text: 'Verteiler' },
    distribution.trim() === '' ? { type: 'paragraph', text: 'Zu den Akten.' } : { type: 'list', items: linesOf(distribution) },
    { type: 'signatures', labels: [`${germanDate(isoDay(now))}, ${author}`, 'Kenntnis genommen (Datum, Namenszeichen)'] },
  ]
}

function headRows({ kind, municipality, place, level, beganOn, closedOn, closingNote, createdByName, incidents }: Escalation): [string, string][] {
  return [
    ['Art', labelOf('escalationKinds', kind)],
    ['Ort', orGap([place, municipality].filter(Boolean).join(', '), 'Ort')],
    ['Stufe', level === '' ? 'nicht eingestuft' : labelOf('escalationLevels', level)],
    ['Zeitraum', `${germanDay(beganOn)} bis ${closedOn === '' ? 'heute, dauert an' : germanDay(closedOn)}`],
    ...(incidents.length === 0 ? [] : [['Vorfälle', incidents.map((incident) => incident.number).join(', ')] as [string, string]]),
    ...(closingNote.trim() === '' ? [] : [['Abschluss', closingNote] as [string, string]]),
    ['Geführt von', createdByName],
  ]
}

function doneBlock(entries: readonly EscalationEntry[]): Block {
  const done = entries.filter(({ kind, withdrawn }) => !withdrawn && (kind === 'measure' || kind === 'decision'))
  return done.length === 0 ? { type: 'paragraph', text: 'Bisher keine.' } : { type: 'list', items: done.map((entry) => `${whenOf(entry)}: ${[entry.who, entry.text].filter(Boolean).join(': ')}`) }
}

function informedBlock(entries: readonly EscalationEntry[]): Block {
  const informed = entries.filter(({ kind, withdrawn }) => !withdrawn && kind === 'informed')
  return informed.length === 0 ? { type: 'paragraph', text: 'Bisher niemand.' } : { type: 'facts', rows: informed.map((entry) => [whenOf(entry), [entry.who, entry.text].filter(Boolean).join(' – ')]) }
}

/** Whom to reach, with telephone number: the sheet must do when every computer is off. */
function reachableBlock({ contacts }: Escalation, { contacts: known }: NoteParts): Block[] {
  if (contacts.length === 0) return []
  const rows = contacts.map(({ contactId, role }): [string, string] => {
    const found = known.get(contactId)
    return [role || 'Ansprechstelle', found ? [found.name, found.reachable].filter(Boolean).join(' · ') : 'Kontakt nicht mehr vorhanden']
  })
  return [{ type: 'heading', text: 'Erreichbarkeiten' }, { type: 'facts', rows }]
}

function chronicleEntry(entry: EscalationEntry, { corrections, contacts }: NoteParts): ChronicleEntry {
  const contact = entry.contactId === null ? '' : (contacts.get(entry.contactId)?.name ?? '')
  const who = [entry.who, contact === entry.who ? '' : contact].filter(Boolean).join(', ')
  return {
    when: whenOf(entry), head: headOf(entry), struck: entry.withdrawn,
    text: `${entry.kind === 'informed' ? `Informiert: ${who}. ` : ''}${entry.text}`,
    notes: [
      ...(entry.kind !== 'informed' && who !== '' ? [`Beteiligt: ${who}`] : []),
      ...(entry.level === null ? [] : [`Ab hier: ${labelOf('escalationLevels', entry.level)}`]),
      ...(entry.withdrawn ? [`Zurückgenommen am ${germanDateTime(entry.corrections.at(-1)?.at ?? entry.enteredAt)}: ${entry.corrections.at(-1)?.reason ?? ''}`] : []),
      ...(corrections ? entry.corrections.filter((_, index) => !entry.withdrawn || index < entry.corrections.length - 1).map(formerOf) : []),
    ],
  }
}

function formerOf({ former, reason, at, byName }: Correction): string {
  return `Bis zur Berichtigung am ${germanDateTime(at)} durch ${byName} (${reason}): ${whenOf(former)}, ${certainties[former.certainty]}: ${former.text}`
}

function headOf({ kind, certainty, source, sourceNote }: EntryFields): string {
  return `${entryKinds[kind]} · ${certainties[certainty]} · Quelle: ${[labelOf('escalationSources', source), sourceNote].filter(Boolean).join(', ')}`
}

function whenOf({ on, at }: Pick<EntryFields, 'on' | 'at'>): string {
  return at === '' ? germanDate(on) : `${germanDate(on)}, ${at}`
}

function linesOf(text: string): string[] {
  return text.split('\n').map((line) => line.replace(/^[-–•]\s*/u, '').trim()).filter(Boolean)
}

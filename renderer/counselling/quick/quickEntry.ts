import type { QuickLine, QuickPart } from '../../../shared/counselling/quick-line.ts'
import { isoDay } from '../../../shared/dates.ts'
import { entryErrors, newEntry, type ConsultationEntry } from '../consultationEntry.ts'

/** What a field that is still missing is called. */
const missingLabels: Readonly<Record<string, string>> = { channel: 'Kanal', durationMinutes: 'Dauer', topic: 'Thema' }

/** A consultation as a quick line gives it. */
export interface QuickEntry {
  entry: ConsultationEntry
  /** Fields that were not typed and start with a default: `date`, `result`. */
  defaults: { date: boolean; result: boolean }
  /** Words for what is missing, in the order of the form. */
  missing: string[]
  /** German messages about fields that are there and don't fit. */
  errors: string[]
}

/**
 * Puts the defaults to what was typed. Day and time are now, the result is the catalogue's default; nothing else is supposed. The time
 * of another day stays empty.
 */
export function quickEntry({ fields }: QuickLine, now: Date): QuickEntry {
  const base = newEntry(now, null)
  const today = isoDay(now)
  const time = fields.time ?? (fields.date === undefined || fields.date === today ? base.time : null)
  const entry: ConsultationEntry = { ...base, interpretation: null, serviceType: null, ...fields, time }
  const errors = entryErrors(entry, today)
  return {
    entry,
    defaults: { date: fields.date === undefined, result: fields.result === undefined },
    missing: Object.keys(missingLabels).filter((name) => entry[name as keyof ConsultationEntry] === null).map((name) => missingLabels[name] ?? name),
    errors: Object.entries(errors).filter(([name]) => entry[name as keyof ConsultationEntry] !== null).map(([, text]) => text),
  }
}

/** The line with another text in the place of a part. */
export function replacePart(line: string, { start, end }: QuickPart, text: string): string {
  return line.slice(0, start) + text + line.slice(end)
}

/** The line without a part, and without the space that parted it from the next one. */
export function removePart(line: string, { start, end }: QuickPart): string {
  return (line.slice(0, start) + line.slice(end).trimStart()).trimStart()
}

/** The line with every run of unknown words in quotes, so that it counts as note. */
export function unknownAsNote(line: string, parts: readonly QuickPart[]): string {
  let quoted = ''
  let open = false
  for (const [index, part] of parts.entries()) {
    const text = line.slice(part.start, part.end)
    const next = parts[index + 1]
    if (isUnknown(part)) {
      quoted += open ? text : `„${text}`
      open = true
      if (!next || (next.kind === 'space' ? !isUnknown(parts[index + 2]) : !isUnknown(next))) {
        quoted += '“'
        open = false
      }
    } else quoted += text
  }
  return quoted
}

function isUnknown(part: QuickPart | undefined): boolean {
  return part?.kind === 'open' && part.problem === 'unknown'
}

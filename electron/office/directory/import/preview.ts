import { importRepairKinds } from '../../../../shared/directory/import/repairs.ts'
import type { ImportOptions, ImportOverview, ImportRow, ImportRowFilter } from '../../../../shared/directory/import/model.ts'
import { addressKindLabels, channelKindLabels } from '../../../../shared/directory/labels.ts'
import { placeOf, type ContactInput } from '../../../../shared/directory/model.ts'
import { detailLabel } from '../../../../shared/directory/details.ts'
import { displayName, listName } from '../../../../shared/directory/names.ts'
import { organisationTypeLabel } from '../../../../shared/directory/organisation-types.ts'
import type { PlannedRow } from './plan.ts'

/** The rows that a filter of the preview shows. */
export function filterRows(rows: readonly PlannedRow[], filter: ImportRowFilter): readonly PlannedRow[] {
  if (filter === 'all') return rows
  if (filter === 'noted') return rows.filter(({ row }) => row.notes.repairs.length > 0 || row.notes.hints.length > 0)
  return rows.filter(({ outcome }) => outcome === filter || (filter === 'unchanged' && outcome === 'skipped'))
}

/** One row as the preview shows it. */
export function toPreviewRow({ row, outcome, reason, candidate, target, employer, match, similar, conflicts }: PlannedRow): ImportRow {
  const contact = outcome === 'new' || outcome === 'complete' || outcome === 'open' ? target?.contact ?? null : candidate?.contact ?? null
  return {
    id: row.key, line: row.line, outcome, reason, kind: contact?.kind ?? null,
    name: contact === null ? row.cells.filter((cell) => cell.trim() !== '').slice(0, 3).join(' · ').slice(0, 200) : listName(contact),
    place: contact === null ? '' : placeOf(contact),
    repairs: row.notes.repairs, hints: row.notes.hints, remark: candidate?.remark ?? null,
    match, similar, conflicts,
    becomes: contact === null ? [] : [...contactLines(contact), ...employer === null ? [] : [{ label: 'Funktion', value: [employer.role, employer.name].filter(Boolean).join(', ') }]],
  }
}

/** A contact in words, field by field. */
function contactLines(contact: ContactInput): { label: string, value: string }[] {
  const own = contact.kind === 'organisation'
    ? [['Organisation', contact.name], ['Kurzname', contact.shortName], ['Abteilung', contact.department], ['Art', organisationTypeLabel(contact.typeCode)]]
    : [['Name', displayName(contact)], ['Familienname', contact.familyName], ['Vornamen', contact.givenNames], ['Frühere Namen', contact.formerNames], ['Eigene Schrift', contact.originalName]]
  return [
    ...own,
    ...contact.addresses.map(({ kind, street, extra, postalCode, place, country }) =>
      [addressKindLabels[kind], [street, extra, [postalCode, place].filter(Boolean).join(' '), country === 'DE' ? '' : country].filter(Boolean).join(', ')]),
    ...contact.channels.map(({ kind, value, label }) => [channelKindLabels[kind], label === '' ? value : `${value} (${label})`]),
    ['Sprachen', contact.languages.map((code) => detailLabel('languages', code)).join(', ')],
    ['Arbeitsbereiche', contact.areas.map((code) => detailLabel('areas', code)).join(', ')],
    ['Schlagwörter', contact.tags.join(', ')],
    ['Notiz', contact.note],
  ].filter(([, value]) => value !== '').map(([label = '', value = '']) => ({ label, value }))
}

/** What is to be decided about the rows as a whole. */
export function questionsOf(rows: readonly PlannedRow[], options: ImportOptions, mayProtect: boolean): Pick<ImportOverview, 'repairs' | 'similar' | 'remarks'> {
  const repairs = importRepairKinds.map((kind) => {
    const found = rows.flatMap(({ row }) => row.notes.repairs.filter((repair) => repair.kind === kind).slice(0, 1))
    return {
      kind, rows: found.length, open: found.filter(({ state }) => state === 'open').length, before: found[0]?.before ?? '', after: found[0]?.after ?? '',
      decision: options.repairs?.[kind] ?? null,
    }
  }).filter(({ rows: count }) => count > 0)
  const matched = rows.filter(({ match }) => match !== null)
  const remarks = rows.filter(({ candidate, outcome }) => candidate?.remark !== null && candidate !== null && outcome !== 'unchanged')
  return {
    repairs,
    similar: {
      rows: matched.length, open: matched.filter(({ similar }) => similar === null).length,
      conflicts: matched.filter(({ match, similar }) => similar !== 'new' && similar !== 'skip' && (match?.conflicts.length ?? 0) > 0).length,
    },
    remarks: { rows: remarks.length, open: remarks.filter(({ candidate }) => candidate?.remark?.decision === 'open').length, mayProtect },
  }
}

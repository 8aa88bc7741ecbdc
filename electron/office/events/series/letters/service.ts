import type { SerialPattern } from '../../../../../shared/correspondence/serial/model.ts'
import { standardTemplate } from '../../../../../shared/correspondence/templates/built-in.ts'
import { OfficeError } from '../../../../../shared/errors.ts'
import { formKindLabels, type FormKind, type SeriesLetter } from '../../../../../shared/events/series/model.ts'
import type { ChangeReceipt } from '../../../../../shared/records/model.ts'
import { createRun } from '../../../correspondence/serial/service.ts'
import type { OfficeDesk } from '../../../session.ts'
import { findPartners } from '../partners-service.ts'
import { getSeries } from '../service.ts'
import { enclosureKind, letterTexts, thanksOption } from './texts.ts'

const names: Readonly<Record<SeriesLetter, string>> = { call: 'Aufruf', reminder: 'Erinnerung', thanks: 'Dank' }

/**
 * Prepares a serial letter to partners: subject and text to be changed, a form for each where forms are named. Nothing is written yet.
 * @returns the run, and names of partners that are no contacts and so can't be written to
 * @throws OfficeError `not-found`; `invalid` when none of them is a contact
 */
export async function prepareLetter(
  desk: OfficeDesk, { seriesId, letter, partnerIds, forms }: { seriesId: string; letter: SeriesLetter; partnerIds: readonly string[]; forms: readonly FormKind[] },
): Promise<ChangeReceipt & { id: string; withoutContact: string[] }> {
  const series = await getSeries(desk, seriesId)
  const partners = (await findPartners(desk, seriesId)).filter(({ id }) => partnerIds.includes(id))
  const ids = partners.flatMap(({ contactId }) => contactId ?? [])
  if (ids.length === 0) throw new OfficeError('invalid', { detail: 'Keiner dieser Partner ist ein Kontakt. Bitte unter „Bearbeiten“ mit einem Kontakt verbinden; dann kann geschrieben werden.' })
  const pattern: SerialPattern = { kind: 'text', template: standardTemplate, ...letterTexts(letter, series) }
  const thanks = letter === 'thanks'
  const label = thanks || forms.length === 0 ? '' : `Formular für Beiträge (${forms.map((form) => formKindLabels[form]).join(', ')})`
  const run = await createRun(desk, {
    source: { kind: 'contacts', ids }, sourceName: `${series.title}: ${names[letter]}`.slice(0, 200), purpose: '', pattern,
    enclosure: { kind: enclosureKind, id: seriesId, options: thanks ? [thanksOption] : [...forms], label },
  })
  return { ...run, withoutContact: partners.filter(({ contactId }) => contactId === null).map(({ name }) => name) }
}

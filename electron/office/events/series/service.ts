import { uuidv7 } from 'uuidv7'
import { OfficeError } from '../../../../shared/errors.ts'
import type { Series, SeriesInput } from '../../../../shared/events/model.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { OfficeDesk } from '../../session.ts'
import { readSeries, seriesColumns } from './repository.ts'

const seriesRef = (id: string) => ({ type: 'event-series', id })

/** One series, also from the trash. @throws OfficeError `not-found` */
export async function getSeries(desk: OfficeDesk, id: string): Promise<Series> {
  const series = await readSeries(desk.database.read, id)
  if (!series) throw new OfficeError('not-found')
  return series
}

/** Stores a new series. @throws OfficeError `invalid` */
export async function createSeries(desk: OfficeDesk, fields: SeriesInput): Promise<ChangeReceipt & { id: string }> {
  expectPossible(fields)
  const id = uuidv7()
  const written = await desk.write({ label: 'Reihe angelegt', record: seriesRef(id) }, (transaction) =>
    transaction.insert('event_series', { id, ...seriesColumns(fields), deleted_at: null, deleted_by: null }))
  return { id, change: written.change, version: written.versions.get(id) ?? 1 }
}

/** Brings a series to what is given. @throws OfficeError `conflict`, `invalid`, `not-found` */
export async function updateSeries(desk: OfficeDesk, id: string, version: number, fields: SeriesInput): Promise<ChangeReceipt> {
  expectPossible(fields)
  const written = await desk.write({ label: 'Reihe geändert', record: seriesRef(id), coalesce: `event-series:${id}` }, async (transaction) => {
    await transaction.expectVersion(seriesRef(id), version, () => readSeries(transaction.database, id))
    await transaction.update('event_series', id, seriesColumns(fields))
  })
  return { change: written.change, version: written.versions.get(id) ?? version }
}

/** Moves a series to the trash; its events stay and keep its name. @throws OfficeError `conflict`, `not-found` */
export async function removeSeries(desk: OfficeDesk, id: string, version: number): Promise<ChangeReceipt> {
  const written = await desk.write({ label: 'Reihe gelöscht', record: seriesRef(id) }, async (transaction) => {
    await transaction.expectVersion(seriesRef(id), version)
    await transaction.trash(seriesRef(id), desk.person.id)
  })
  return { change: written.change, version: written.versions.get(id) ?? version }
}

function expectPossible({ startsOn, endsOn }: SeriesInput): void {
  if (startsOn !== null && endsOn !== null && endsOn < startsOn) throw new OfficeError('invalid', { fields: { endsOn: 'Das Ende liegt vor dem Beginn.' } })
}

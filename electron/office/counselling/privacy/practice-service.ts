import type { OwnPeriod } from '../../../../shared/counselling/privacy/rules.ts'
import { practiceSchema, type Practice } from '../../../../shared/counselling/privacy/model.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'
import { policy } from '../../policy.ts'
import type { CounsellingDesk } from '../../session.ts'
import { receipt, validated } from '../service-parts.ts'
import { practiceId } from './record-type.ts'

type Database = ReadDatabase<CounsellingSchema>
type StoredPeriod = OwnPeriod & { setOn: string; setBy: string }

/** Who has set a period that IT has settled. */
const byIt = { setOn: '', setBy: '' }

const record = { type: practiceId, id: practiceId }

/** What the office has settled about keeping and destroying, and IT before it. */
export async function readPractice(database: Database): Promise<{ version: number; practice: Practice; periods: StoredPeriod[] }> {
  const row = await database.selectFrom('retention_practice').selectAll().where('id', '=', practiceId).executeTakeFirstOrThrow()
  const periods = await database.selectFrom('retention_period').selectAll().orderBy('id').execute()
  const settled = policy().retention
  return {
    version: row.version,
    practice: { archiveName: row.archive_name, archiveRequired: row.archive_required === 1, backupDays: row.backup_days, backupNote: row.backup_note },
    periods: [
      ...settled.map((period) => ({ ...period, ...byIt })),
      ...periods.filter(({ id }) => !settled.some(({ code }) => code === id)).map(({ id, years, reason, set_on, set_by }) => ({ code: id, years, reason, setOn: set_on, setBy: set_by })),
    ],
  }
}

/** Stores it; quick further changes become one step of history. @throws OfficeError `conflict`, `invalid`, `forbidden` */
export async function savePractice(desk: CounsellingDesk, version: number, practice: Practice): Promise<ChangeReceipt> {
  expectLeitung(desk)
  const { archiveName, archiveRequired, backupDays, backupNote } = validated(practiceSchema, practice)
  const written = await desk.write({ label: 'Angaben zur Löschung geändert', record, coalesce: practiceId }, async (transaction) => {
    await transaction.expectVersion(record, version, () => readPractice(transaction.database))
    await transaction.update('retention_practice', practiceId, {
      archive_name: archiveName, archive_required: Number(archiveRequired), backup_days: backupDays, backup_note: backupNote,
    })
  })
  return receipt(written, practiceId, version)
}

/** Puts a period in place of the default, with its reason; null goes back to the default. @throws OfficeError `forbidden` for all but the Leitung, `policy` for what IT has settled */
export async function savePeriod(desk: CounsellingDesk, code: string, period: OwnPeriod | null): Promise<ChangeReceipt> {
  expectLeitung(desk)
  if (policy().retention.some((settled) => settled.code === code)) throw new OfficeError('policy', { detail: 'Diese Frist hat Ihre IT vorgegeben. Es wurde nichts geändert.' })
  const written = await desk.write({ label: period ? 'Aufbewahrungsfrist geändert' : 'Aufbewahrungsfrist wie voreingestellt', record }, async (transaction) => {
    const stored = await transaction.database.selectFrom('retention_period').select('id').where('id', '=', code).executeTakeFirst()
    if (!period) return transaction.remove('retention_period', code)
    const columns = { years: period.years, reason: period.reason, set_on: isoDay(new Date()), set_by: desk.person.name }
    if (stored) await transaction.update('retention_period', code, columns)
    else await transaction.insert('retention_period', { id: code, practice_id: practiceId, ...columns })
  })
  return receipt(written, practiceId)
}

function expectLeitung({ person }: CounsellingDesk): void {
  if (person.role !== 'leitung') throw new OfficeError('forbidden', { detail: 'Aufbewahrungsfristen legt die Leitung fest.' })
}

import { filePlanSchema, readPlan, usualPlan, type ReadPlan } from '../../../../shared/correspondence/register/file-plan.ts'
import { registerSettingsSchema, type RegisterSettings } from '../../../../shared/correspondence/register/model.ts'
import { usualLadder } from '../../../../shared/correspondence/statements/catalogue.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'
import { csvRows } from '../../documents/csv-rows.ts'
import type { OfficeDesk } from '../../session.ts'

const settingsId = 'register-settings'
const record = { type: settingsId, id: settingsId }

/** Patterns of numbers, ladder and Aktenplan as the office has set them. */
export async function readSettings(database: ReadDatabase<OfficeSchema>): Promise<{ version: number; settings: RegisterSettings }> {
  const row = await database.selectFrom('register_settings').selectAll().where('id', '=', settingsId).executeTakeFirstOrThrow()
  return {
    version: row.version,
    settings: {
      letterPattern: row.letter_pattern, statementPattern: row.statement_pattern, incomingPattern: row.incoming_pattern, outgoingPattern: row.outgoing_pattern,
      matterPattern: row.matter_pattern,
      ladder: row.ladder === '' ? [...usualLadder(isoDay(new Date()))] : registerSettingsSchema.shape.ladder.parse(JSON.parse(row.ladder)),
      plan: row.plan === '' ? [...usualPlan] : filePlanSchema.parse(JSON.parse(row.plan)),
    },
  }
}

/** {@link readSettings} for the window. */
export async function getSettings(desk: OfficeDesk): Promise<{ version: number; settings: RegisterSettings }> {
  return readSettings(desk.database.read)
}

/** Stores the settings that are given. Numbers given before stay as they are. @throws OfficeError `conflict`, `invalid` for a plan with a class twice */
export async function updateSettings(desk: OfficeDesk, version: number, settings: Partial<RegisterSettings>): Promise<ChangeReceipt> {
  const { letterPattern, statementPattern, incomingPattern, outgoingPattern, matterPattern, ladder, plan } = settings
  if (plan && new Set(plan.map(({ code }) => code)).size < plan.length) throw new OfficeError('invalid', { detail: 'Im Aktenplan steht eine Kennzahl zweimal.' })
  const written = await desk.write({ label: 'Nummern und Aktenplan geändert', record, coalesce: settingsId }, async (transaction) => {
    await transaction.expectVersion(record, version, () => readSettings(transaction.database))
    const columns = {
      letter_pattern: letterPattern, statement_pattern: statementPattern, incoming_pattern: incomingPattern, outgoing_pattern: outgoingPattern,
      matter_pattern: matterPattern, ladder: ladder && JSON.stringify(ladder), plan: plan && JSON.stringify(plan),
    }
    await transaction.update('register_settings', settingsId, Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)))
  })
  return { change: written.change, version: written.versions.get(settingsId) ?? version }
}

/** Reads an Aktenplan from a CSV file, in whatever encoding and with whatever separator. @throws OfficeError `invalid` for a file that is none */
export function readPlanFile(bytes: Uint8Array): ReadPlan {
  const read = readPlan(csvRows(bytes))
  if (read.classes.length === 0 && read.faults.length === 0) throw new OfficeError('invalid', { detail: 'In der Datei steht kein Aktenplan. Erwartet werden Kennzahl und Bezeichnung in den ersten beiden Spalten.' })
  return read
}

import type { PressSettings } from '../../../../shared/correspondence/press/model.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'
import type { OfficeDesk } from '../../session.ts'

const settingsId = 'press-settings'
const record = { type: settingsId, id: settingsId }

/** What every release of the office begins with. */
export async function readPressSettings(database: ReadDatabase<OfficeSchema>): Promise<{ version: number; settings: PressSettings }> {
  const row = await database.selectFrom('press_settings').selectAll().where('id', '=', settingsId).executeTakeFirstOrThrow()
  return { version: row.version, settings: { boilerplate: row.boilerplate, officeId: row.office_id, officeName: row.office_name, contact: row.contact } }
}

/** {@link readPressSettings} for the window. */
export async function getPressSettings(desk: OfficeDesk): Promise<{ version: number; settings: PressSettings }> {
  return readPressSettings(desk.database.read)
}

/** Stores the settings that are given; releases that were begun before keep what they say. @throws OfficeError `conflict` */
export async function updatePressSettings(desk: OfficeDesk, version: number, { boilerplate, officeId, officeName, contact }: Partial<PressSettings>): Promise<ChangeReceipt> {
  const written = await desk.write({ label: 'Angaben zur Pressearbeit geändert', record, coalesce: settingsId }, async (transaction) => {
    await transaction.expectVersion(record, version, () => readPressSettings(transaction.database))
    await transaction.update('press_settings', settingsId, { boilerplate, office_id: officeId, office_name: officeName, contact })
  })
  return { change: written.change, version: written.versions.get(settingsId) ?? version }
}

import type { OwnTexts } from '../../../../shared/counselling/releases/contract.ts'
import { ownLanguage, suppliedLanguage, textKeys, type SheetLanguage } from '../../../../shared/counselling/releases/texts.ts'
import { findEntry } from '../../../../shared/counselling/catalogues.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { CounsellingDesk } from '../../session.ts'
import { receipt } from '../service-parts.ts'

/** The translations that the office has written itself. */
export async function findOwnTexts(desk: Pick<CounsellingDesk, 'database'>): Promise<OwnTexts[]> {
  const rows = await desk.database.read.selectFrom('sheet_texts').select(['id', 'version', 'texts']).where('deleted_at', 'is', null).orderBy('id').execute()
  return rows.map(({ id, version, texts }) => ({ language: id, version, texts: JSON.parse(texts) as OwnTexts['texts'] }))
}

/** Stores the office's own translation into a language; `version` 0 for a new one. @throws OfficeError `invalid`, `conflict` */
export async function saveOwnTexts(desk: CounsellingDesk, { language, version, texts }: OwnTexts): Promise<ChangeReceipt> {
  if (findEntry('languages', language) === undefined) throw new OfficeError('invalid', { fields: { language: 'Bitte eine Sprache wählen.' } })
  const record = { type: 'sheet-texts', id: language }
  const value = JSON.stringify(Object.fromEntries(textKeys.flatMap((key) => texts[key]?.trim() ? [[key, texts[key].trim()]] : [])))
  const written = await desk.write({ label: 'Eigene Übersetzung gespeichert', record }, async (transaction) => {
    const stored = await transaction.database.selectFrom('sheet_texts').select('version').where('id', '=', language).executeTakeFirst()
    if ((stored?.version ?? 0) !== version) throw new OfficeError('conflict')
    if (stored) await transaction.update('sheet_texts', language, { texts: value })
    else await transaction.insert('sheet_texts', { id: language, texts: value, deleted_at: null, deleted_by: null })
  })
  return receipt(written, language, version)
}

/**
 * The second column of a sheet: the office's own words first, then the program's translation; null for German alone.
 * @throws OfficeError `invalid` for a language that there is no text in
 */
export async function languageOf(desk: Pick<CounsellingDesk, 'database'>, language: string | null): Promise<SheetLanguage | null> {
  if (language === null) return null
  const own = (await findOwnTexts(desk)).find((texts) => texts.language === language)
  const found = own && Object.keys(own.texts).length > 0 ? ownLanguage(language, own.texts) : suppliedLanguage(language)
  if (found === null) throw new OfficeError('invalid', { detail: 'In dieser Sprache gibt es noch keinen Text. Bitte zuerst unter „Eigene Übersetzung“ eintragen, oder nur Deutsch drucken.' })
  return found
}

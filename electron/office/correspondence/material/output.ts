import type { Matrix } from '../../../../shared/correspondence/material/model.ts'
import { pressLabel } from '../../../../shared/correspondence/press/catalogue.ts'
import { fieldLabel } from '../../../../shared/correspondence/statements/catalogue.ts'
import { germanDate, isoDay } from '../../../../shared/dates.ts'
import { detailLabel } from '../../../../shared/directory/details.ts'
import type { FileGrants } from '../../file-grants.ts'
import type { OfficeDesk } from '../../session.ts'
import { writeTable, type TableFormat } from '../table-file.ts'
import { readMaterials } from './repository.ts'

const languagesText = (codes: readonly string[]): string => codes.map((code) => detailLabel('languages', code)).join(', ')
const dayText = (day: string | null): string => (day === null ? '' : germanDate(day))

/** Materials by languages, the languages with most materials first: where nothing stands, a language is missing. */
export async function languageMatrix(desk: OfficeDesk): Promise<Matrix> {
  const materials = await readMaterials(desk.database.read)
  const counts = new Map<string, number>()
  for (const { editions } of materials) for (const code of new Set(editions.flatMap(({ languages }) => languages))) counts.set(code, (counts.get(code) ?? 0) + 1)
  const codes = [...counts.keys()].toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || a.localeCompare(b))
  const rows = materials.map(({ id, title, topic, editions }) => ({
    id, title, topic,
    cells: codes.map((code) => {
      const inLanguage = editions.filter(({ languages }) => languages.includes(code))
      if (inLanguage.length === 0) return null
      const current = inLanguage.filter(({ outdatedOn }) => outdatedOn === null)
      return {
        stock: current.reduce((sum, { balance }) => sum + balance, 0), outdated: current.length === 0,
        low: current.some(({ balance, minStock }) => balance <= 0 || (minStock > 0 && balance < minStock)),
      }
    }),
  }))
  return {
    languages: codes.map((code, index) => ({ code, label: detailLabel('languages', code), gaps: rows.filter(({ cells }) => { const cell = cells[index]; return !cell || cell.outdated }).length })),
    rows,
  }
}

/** Writes the stock list or the matrix of languages. @throws OfficeError `forbidden`, `disk-full`, `read-only` */
export async function saveMaterials(desk: OfficeDesk, grants: FileGrants, { what, format, grant }: { what: 'stock' | 'matrix'; format: TableFormat; grant: string }): Promise<void> {
  const today = isoDay(new Date())
  if (what === 'matrix') {
    const { languages, rows } = await languageMatrix(desk)
    await writeTable(grants, grant, format, {
      title: 'Infomaterial nach Sprachen', remarks: ['Zahl: Bestand gültiger Ausgaben. – : nicht vorhanden. veraltet: nur veraltete Ausgaben.'],
      headings: ['Titel', ...languages.map(({ label }) => label)],
      rows: rows.map(({ title, cells }) => [title, ...cells.map((cell) => (cell === null ? '–' : cell.outdated ? 'veraltet' : String(cell.stock)))]),
    })
    return
  }
  const materials = await readMaterials(desk.database.read)
  const lines = materials.flatMap((material) => material.editions.map((edition) => ({ material, edition })))
  const hints = ({ balance, minStock, reviewOn, outdatedOn, displayed }: (typeof lines)[number]['edition']): string => [
    ...(outdatedOn === null ? [] : [`veraltet seit ${germanDate(outdatedOn)}`]), ...(balance < 0 ? ['nachzählen'] : []),
    ...(outdatedOn === null && minStock > 0 && balance < minStock ? ['nachbestellen'] : []), ...(outdatedOn === null && reviewOn !== null && reviewOn <= today ? ['prüfen'] : []),
    ...(displayed.length > 0 ? [`ausgelegt: ${displayed.map(({ party }) => party).join(', ')}`] : []),
  ].join('; ')
  await writeTable(grants, grant, format, {
    title: 'Bestand Infomaterial',
    remarks: [`${materials.length} Titel in ${lines.length} Ausgaben, ${lines.filter(({ edition }) => edition.outdatedOn === null).reduce((sum, { edition }) => sum + edition.balance, 0)} Stück in gültigen Ausgaben.`],
    headings: ['Titel', 'Art', 'Thema', 'Sprache', 'Ausgabe', 'Stand', 'Platz', 'Bestand', 'Mindestens', 'Prüfen bis', 'Hinweis'],
    rows: lines.map(({ material, edition }) => [
      material.title, pressLabel('materialKinds', material.kind), fieldLabel(material.topic), languagesText(edition.languages), edition.edition, dayText(edition.issuedOn), edition.shelf,
      String(edition.balance), edition.minStock === 0 ? '' : String(edition.minStock), dayText(edition.reviewOn), hints(edition),
    ]),
  })
}

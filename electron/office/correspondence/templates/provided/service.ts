import { hash } from 'node:crypto'
import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isTemplateFile, kindOfName, type ProvidedFolder, type ProvidedTemplate } from '../../../../../shared/correspondence/templates/provided/model.ts'
import { maxTemplateBytes } from '../../../../../shared/correspondence/templates/model.ts'
import { OfficeError } from '../../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../../shared/records/model.ts'
import { policy } from '../../../policy.ts'
import type { OfficeDesk } from '../../../session.ts'
import { TemplateRefusal } from '../refusal.ts'
import { addTemplate, addVersion } from '../service.ts'

/** A folder of templates has some dozens; more than that is some other folder. */
const most = 300

/** Checksums of files as they were last read, by path, size and time: a share isn't read anew each time the screen is opened. */
const sums = new Map<string, string>()

/** What lies in the folder that IT has settled (`TemplateFolder`), by name; null where it has settled none. */
export async function providedTemplates(desk: OfficeDesk): Promise<ProvidedFolder | null> {
  const folder = policy().values.TemplateFolder
  if (folder === undefined) return null
  const names = await readdir(folder).catch(() => null)
  if (!names) return { reachable: false, files: [] }
  const known = await knownFiles(desk)
  const files: ProvidedTemplate[] = []
  for (const fileName of names.filter(isTemplateFile).sort((a, b) => a.localeCompare(b, 'de')).slice(0, most)) {
    const sum = await sumOf(join(folder, fileName)).catch(() => null)
    if (sum === null) continue
    const same = known.find((file) => file.hash === sum)
    const earlier = known.find((file) => file.fileName === fileName && file.isCurrent)
    files.push({ fileName, state: same ? 'taken' : earlier ? 'changed' : 'new', template: (same ?? earlier)?.name ?? null })
  }
  return { reachable: true, files }
}

/**
 * Takes a file of the folder into the vault, where it is examined like one that a person chooses.
 * @throws OfficeError `not-found` when IT has settled no folder or no such file lies in it; TemplateRefusal; `conflict`
 */
export async function takeProvided(desk: OfficeDesk, fileName: string): Promise<ChangeReceipt & { id: string; isNew: boolean }> {
  const folder = policy().values.TemplateFolder
  // Only what the folder itself lists: a name with a path in it leads nowhere.
  const names = folder === undefined ? [] : await readdir(folder).catch(() => [])
  if (folder === undefined || !isTemplateFile(fileName) || !names.includes(fileName)) throw new OfficeError('not-found', { detail: 'Diese Datei liegt nicht mehr im Vorlagenordner Ihrer IT, oder er ist nicht erreichbar.' })
  const bytes = await readLimited(join(folder, fileName))
  const known = await knownFiles(desk)
  const earlier = known.find((file) => file.fileName === fileName && file.isCurrent)
  if (!earlier) return { ...(await addTemplate(desk, { kind: kindOfName(fileName), fileName, bytes })), isNew: true }
  return { ...(await addVersion(desk, { id: earlier.id, version: earlier.version, fileName, bytes })), id: earlier.id, isNew: false }
}

/** Files of every template that isn't in the trash. */
async function knownFiles(desk: OfficeDesk): Promise<{ id: string; version: number; name: string; fileName: string; hash: string; isCurrent: boolean }[]> {
  const rows = await desk.database.read.selectFrom('document_template as template')
    .innerJoin('document_template_version as version', 'version.template_id', 'template.id')
    .select(['template.id', 'template.version', 'template.name', 'template.current_version', 'version.id as version_id', 'version.file_name', 'version.hash'])
    .where('template.deleted_at', 'is', null).orderBy('version.number', 'desc').execute()
  return rows.map((row) => ({ id: row.id, version: row.version, name: row.name, fileName: row.file_name, hash: row.hash, isCurrent: row.version_id === row.current_version }))
}

async function sumOf(path: string): Promise<string> {
  const { size, mtimeMs } = await stat(path)
  const key = `${path} ${size} ${mtimeMs}`
  const known = sums.get(key)
  if (known !== undefined) return known
  const sum = hash('sha256', await readLimited(path))
  if (sums.size > 2 * most) sums.clear()
  sums.set(key, sum)
  return sum
}

async function readLimited(path: string): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const found = await file.stat()
    if (!found.isFile()) throw new TemplateRefusal('not-docx')
    if (found.size > maxTemplateBytes) throw new TemplateRefusal('oversize')
    return await file.readFile()
  } finally {
    await file.close()
  }
}

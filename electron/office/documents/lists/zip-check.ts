import { unzip, ZipTrouble } from '../unzip.ts'
import { UnreadableFile } from './unreadable.ts'

/** A workbook of 50 MB unpacks to much less; whatever is larger was made to fill the memory. */
const limits = { entries: 5000, unpacked: 600 * 1024 * 1024 }
/** Entries of which the text is of use. */
const kept = new Set(['mimetype', 'content.xml', 'META-INF/manifest.xml'])
const tooLarge = 'Die gepackte Datei würde entpackt zu groß. Sie wurde nicht gelesen. Bitte die Tabelle in Excel öffnen, kürzen und neu speichern.'
const damaged = 'Die gepackte Datei ist beschädigt. Bitte öffnen Sie sie in Excel oder LibreOffice und speichern sie neu.'

/** Names of the files in a packed file, after making sure that unpacking it is harmless. */
export interface CheckedZip {
  names: string[]
  /** Text of `mimetype`, `content.xml` or `META-INF/manifest.xml`; empty if it isn't there. */
  text(name: string): string
}

/**
 * Makes sure that unpacking a workbook is harmless.
 * @throws UnreadableFile for damaged files and for those that would unpack to too much
 */
export function checkZip(bytes: Uint8Array): CheckedZip {
  try {
    const entries = unzip(bytes, limits, (name) => kept.has(name))
    return { names: [...entries.keys()], text: (name) => entries.get(name)?.toString('utf8') ?? '' }
  } catch (error) {
    if (!(error instanceof ZipTrouble)) throw error
    throw new UnreadableFile(error.reason === 'too-many' || error.reason === 'too-large' ? tooLarge : damaged)
  }
}

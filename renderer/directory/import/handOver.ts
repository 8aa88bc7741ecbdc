import { maxImportBytes } from '../../../shared/directory/import/formats.ts'
import { office } from '../../app/office.ts'

/** Bytes of one piece: small enough that neither the window nor the office process notices. */
const pieceBytes = 1024 * 1024

/** Why a file can't be taken; a German sentence. */
export class FileTrouble extends Error {
  override readonly name = 'FileTrouble'
}

/**
 * Hands a file over to the office process piece by piece and gives its token.
 * @throws FileTrouble for a file that is too large or can't be read; errors of the office process
 */
export async function handOver(file: File): Promise<string> {
  if (file.size > maxImportBytes) throw new FileTrouble(`„${file.name}“ ist größer als 50 MB. Bitte teilen Sie die Liste auf.`)
  const { token } = await office.directory.import.begin({ name: file.name.slice(0, 255), size: file.size })
  for (let start = 0; start < file.size; start += pieceBytes) {
    await office.directory.import.append({ token, content: await base64Of(file.slice(start, start + pieceBytes), file.name) })
  }
  return token
}

function base64Of(piece: Blob, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(String(reader.result).replace(/^[^,]*,/u, '')))
    reader.addEventListener('error', () => reject(new FileTrouble(`„${name}“ lässt sich nicht lesen. Ist die Datei noch in Excel geöffnet? Bitte dort schließen und noch einmal wählen.`)))
    reader.readAsDataURL(piece)
  })
}

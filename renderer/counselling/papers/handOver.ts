import { maxPaperBytes } from '../../../shared/attachments/kinds.ts'
import { office } from '../../app/office.ts'

/** Bytes of one piece: small enough that neither the window nor the office process notices. */
const pieceBytes = 1024 * 1024

/** Why a file can't be taken; a German sentence. */
export class FileTrouble extends Error {
  override readonly name = 'FileTrouble'
}

/**
 * Puts a file into a case, piece by piece.
 * @returns the step of history that takes it back
 * @throws FileTrouble for a file that is too large or can't be read; errors of the office process
 */
export async function addFile(caseId: string, file: File): Promise<string | null> {
  if (file.size > maxPaperBytes) throw new FileTrouble(`„${file.name}“ ist größer als 25 MB. Bitte verkleinern oder in mehrere Dateien teilen.`)
  if (file.size === 0) throw new FileTrouble(`„${file.name}“ ist leer.`)
  const { token } = await office.counselling.attachments.begin({ caseId, name: file.name.slice(0, 255), size: file.size })
  for (let start = 0; start < file.size; start += pieceBytes) {
    await office.counselling.attachments.append({ token, content: await base64Of(file.slice(start, start + pieceBytes)) })
  }
  return (await office.counselling.attachments.finish({ token })).change
}

/** The whole content of a paper. */
export async function contentOf(id: string): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  for (let position = 0, last = false; !last; position++) {
    const piece = await office.counselling.attachments.piece({ id, position })
    pieces.push(Uint8Array.from(atob(piece.content), (letter) => letter.charCodeAt(0)))
    last = piece.last
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer())
}

async function base64Of(piece: Blob): Promise<string> {
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(await piece.arrayBuffer())
  } catch {
    throw new FileTrouble('Die Datei lässt sich nicht lesen. Ist sie noch in einem anderen Programm geöffnet? Bitte dort schließen und noch einmal wählen.')
  }
  let text = ''
  for (let start = 0; start < bytes.length; start += 8192) text += String.fromCharCode(...bytes.subarray(start, start + 8192))
  return btoa(text)
}

import { maxPaperBytes } from '../../shared/attachments/kinds.ts'

/** Bytes of one piece: small enough that neither the window nor the office process notices. */
const pieceBytes = 1024 * 1024

/** Why a file can't be taken; a German sentence. */
export class FileTrouble extends Error {
  override readonly name = 'FileTrouble'
}

/** The way into the office process, for one file at a time. */
export interface FileWay {
  begin(file: { name: string; size: number }): Promise<{ token: string }>
  append(piece: { token: string; content: string }): Promise<unknown>
}

/**
 * Hands a file over piece by piece.
 * @returns the token under which it lies in the office process
 * @throws FileTrouble for a file that is too large or can't be read; errors of the office process
 */
export async function handOver(file: File, way: FileWay): Promise<string> {
  if (file.size > maxPaperBytes) throw new FileTrouble(`„${file.name}“ ist größer als 25 MB. Bitte verkleinern oder in mehrere Dateien teilen.`)
  if (file.size === 0) throw new FileTrouble(`„${file.name}“ ist leer.`)
  const { token } = await way.begin({ name: file.name.slice(0, 255), size: file.size })
  for (let start = 0; start < file.size; start += pieceBytes) await way.append({ token, content: await base64Of(file.slice(start, start + pieceBytes)) })
  return token
}

/** A whole content that comes in pieces. */
export async function gather(piece: (position: number) => Promise<{ content: string; last: boolean }>): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  for (let position = 0, last = false; !last; position++) {
    const next = await piece(position)
    pieces.push(Uint8Array.from(atob(next.content), (letter) => letter.charCodeAt(0)))
    last = next.last
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer())
}

/** A file or a part of one as base64. @throws FileTrouble when another program keeps it */
export async function base64Of(piece: Blob): Promise<string> {
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

/** "1,2 MB" */
export function sizeText(bytes: number): string {
  const number = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 1 })
  return bytes < 1024 * 1024 ? `${number.format(Math.max(1, Math.round(bytes / 1024)))} KB` : `${number.format(bytes / 1024 / 1024)} MB`
}

import { OfficeError } from '../../../../../shared/errors.ts'

/** A picture for the cover with its size in pixels. */
export interface CoverPicture { type: 'png' | 'jpg'; bytes: Buffer; width: number; height: number }

const refused = (detail: string): OfficeError => new OfficeError('invalid', { detail: `${detail} Bitte ein Bild als PNG oder JPEG wählen.` })

/** Knows a PNG or JPEG by its content. @throws OfficeError `invalid` for anything else and for pictures without a size */
export function coverPicture(base64: string): CoverPicture {
  const bytes = Buffer.from(base64, 'base64')
  const size = bytes.toString('latin1', 1, 4) === 'PNG' && bytes.length > 24 ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : bytes.length > 4 && bytes.readUInt16BE(0) === 0xffd8 ? jpegSize(bytes) : null
  if (size === null) throw refused('Das Titelbild ist weder PNG noch JPEG.')
  if (size.width < 1 || size.height < 1 || size.width > 20_000 || size.height > 20_000) throw refused('Das Titelbild hat keine brauchbare Größe.')
  return { type: bytes[0] === 0x89 ? 'png' : 'jpg', bytes, ...size }
}

/** The size stands in the frame header (ITU-T T.81, B.2.2), after segments of any length. */
function jpegSize(bytes: Buffer): { width: number; height: number } | null {
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2)
  }
  return null
}

import iconv from 'iconv-lite'

/** One statement of a card. */
export interface CardLine {
  /** Line of the file, from 1. */
  line: number
  /** Group before the name ("item1"), empty if there is none. */
  group: string
  /** Name in capital letters; empty for a line that is no statement. */
  name: string
  /** Types of the value in small letters, from `TYPE=` or standing alone as in version 2.1. */
  types: string[]
  /** The value, decoded, its escapes still in it. */
  value: string
}

const CHARSETS: Record<string, string> = { 'utf-8': 'utf-8', utf8: 'utf-8', 'iso-8859-1': 'windows-1252', 'windows-1252': 'windows-1252', 'us-ascii': 'windows-1252', 'iso-8859-15': 'iso-8859-15' }
const STATEMENT = /^(?:([\w-]+)\.)?([A-Za-z][\w-]*)((?:;(?:"[^"]*"|[^:";]|"[^"]*(?=:))*)*):(.*)$/su

/**
 * Parts the bytes of a file of cards into statements. Folded lines are joined before anything is decoded, because a fold
 * may part a letter; each value is decoded for itself: by its CHARSET, as UTF-8 if it is valid, otherwise as Windows-1252.
 */
export function cardLines(bytes: Uint8Array): CardLine[] {
  const physical = Buffer.from(bytes).toString('latin1').replace(/^\u00EF\u00BB\u00BF/u, '').split(/\r\n|\r|\n/u)
  const found: CardLine[] = []
  for (let index = 0; index < physical.length; index += 1) {
    const line = index + 1
    let text = physical[index] ?? ''
    const quotedPrintable = /;(?:encoding=)?quoted-printable/iu.test(text.slice(0, text.indexOf(':') + 1))
    while (index + 1 < physical.length && (quotedPrintable && text.endsWith('=') || /^[ \t]/u.test(physical[index + 1] ?? ''))) {
      index += 1
      const next = physical[index] ?? ''
      text = quotedPrintable && text.endsWith('=') ? `${text.slice(0, -1)}${next}` : `${text}${next.slice(1)}`
    }
    if (text.trim() !== '') found.push(statement(text, line))
  }
  return found
}

function statement(text: string, line: number): CardLine {
  const match = STATEMENT.exec(text)
  if (match === null) return { line, group: '', name: '', types: [], value: decodeBytes(Buffer.from(text, 'latin1')) }
  const [, group = '', name = '', parameters = '', raw = ''] = match
  const given = [...parameters.matchAll(/;(?:([\w-]+)=)?("[^"]*"|[^;]*)/gu)].map(([, key = '', value = '']) => ({ key: key.toUpperCase(), value: value.replaceAll('"', '') }))
  const of = (key: string) => given.find((parameter) => parameter.key === key)?.value
  const encoding = (of('ENCODING') ?? given.find(({ key, value }) => key === '' && /^(?:quoted-printable|base64|b)$/iu.test(value))?.value ?? '').toLowerCase()
  const bytes = encoding === 'quoted-printable' ? quotedPrintable(raw) : Buffer.from(raw, 'latin1')
  return {
    line, group, name: name.toUpperCase(),
    types: given.filter(({ key }) => key === '' || key === 'TYPE').flatMap(({ value }) => decodeBytes(Buffer.from(value, 'latin1')).toLowerCase().split(',')),
    value: encoding === 'base64' || encoding === 'b' ? '' : decodeBytes(bytes, of('CHARSET')),
  }
}

function quotedPrintable(text: string): Buffer {
  return Buffer.from(text.replace(/=([0-9A-F]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1')
}

function decodeBytes(bytes: Uint8Array, charset?: string): string {
  const named = CHARSETS[charset?.toLowerCase() ?? '']
  if (named !== undefined && named !== 'utf-8') return iconv.decode(bytes, named)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return iconv.decode(bytes, 'windows-1252')
  }
}

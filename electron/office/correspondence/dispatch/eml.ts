import { randomUUID } from 'node:crypto'

/** A mail that a mail program opens as a draft. */
export interface MailDraft {
  from: string
  to: string
  /** Addresses that the recipients don't see of each other. */
  bcc?: readonly string[]
  subject: string
  text: string
  attachments: readonly Attached[]
}

/** A file that goes along. */
export interface Attached { name: string; type: string; bytes: Uint8Array }

const lineBreak = '\r\n'

/**
 * Writes a mail as EML (RFC 5322, MIME). `X-Unsent: 1` makes Outlook open it for editing; Thunderbird offers „Als neu bearbeiten".
 * An address or subject can't add lines to the head: control characters are taken out.
 */
export function emlDraft({ from, to, bcc = [], subject, text, attachments }: MailDraft): Uint8Array {
  const boundary = `=_${randomUUID()}`
  const lines = [
    'X-Unsent: 1',
    ...(from === '' ? [] : [`From: ${address(from)}`]),
    ...(to === '' ? [] : [`To: ${address(to)}`]),
    // One address a line: a line of a head holds at most 998 characters.
    ...(bcc.length === 0 ? [] : [`Bcc: ${bcc.map(address).join(`,${lineBreak} `)}`]),
    `Subject: ${encodedWords(subject)}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    ...base64Lines(Buffer.from(text.replaceAll(/\r?\n/gu, lineBreak), 'utf8')),
    ...attachments.flatMap(({ name, type, bytes }) => [
      `--${boundary}`,
      `Content-Type: ${type}; name="${name}"`,
      `Content-Disposition: attachment; filename="${name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      ...base64Lines(bytes),
    ]),
    `--${boundary}--`,
    '',
  ]
  return Buffer.from(lines.join(lineBreak), 'utf8')
}

function address(text: string): string {
  return text.replaceAll(/[\p{Cc}<>,;\s]/gu, '')
}

/** RFC 2047: words of at most 75 characters, cut between letters and never within one. */
function encodedWords(text: string): string {
  const clean = text.replaceAll(/\p{Cc}+/gu, ' ').trim()
  if (/^[ -~]{0,60}$/u.test(clean) && !clean.includes('=?')) return clean
  const words: string[] = []
  let piece = ''
  for (const letter of clean) {
    if (Buffer.byteLength(piece + letter, 'utf8') > 42) {
      words.push(piece)
      piece = ''
    }
    piece += letter
  }
  return [...words, piece].map((word) => `=?utf-8?B?${Buffer.from(word, 'utf8').toString('base64')}?=`).join(`${lineBreak} `)
}

function base64Lines(bytes: Uint8Array): string[] {
  return Buffer.from(bytes).toString('base64').match(/.{1,76}/gu) ?? []
}

const maxOctets = 75

/** Text as a value of iCalendar or vCard (RFC 5545, 3.3.11; RFC 6350, 3.4). */
export function escapedText(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll(';', '\\;').replaceAll(',', '\\,').replaceAll(/\r\n?|\n/gu, '\\n')
}

/** Content lines as a file holds them: no line longer than 75 octets, a letter is never parted, each ends with CRLF (RFC 5545, 3.1). */
export function contentLines(lines: readonly string[]): string {
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const letter of line) {
    const size = octetsOf(letter)
    if (octets + size > maxOctets) {
      parts.push(part)
      part = ''
      // The space that the next line begins with.
      octets = 1
    }
    part += letter
    octets += size
  }
  return [...parts, part].join('\r\n ')
}

/** Length of a letter in UTF-8. */
function octetsOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

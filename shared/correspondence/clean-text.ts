/** Characters that no XML 1.0 document may hold: control characters but tab and line feed, lone surrogates, U+FFFE, U+FFFF. */
const notInXml =
  // oxlint-disable-next-line no-control-regex -- the control characters are what is looked for
  /[\u0000-\u0008\u000B-\u001F\u007F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/**
 * Gives text as it is stored and printed: composed characters (NFC, as DIN 91379 asks) and nothing that XML forbids.
 * Emoji, right-to-left text and combining marks without a composed form stay as they are.
 */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(notInXml, '').normalize('NFC')
}

/** Gives {@link cleanText} on one line: breaks and tabs become single spaces. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s*[\n\t\u2028\u2029]\s*/g, ' ').trim()
}

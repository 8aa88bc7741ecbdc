/** Gives the number of a letter as it is printed and filed: `2026/0042`. Numbers run from 1 within each year. */
export function letterNumber(year: number, sequence: number): string {
  return `${year}/${String(sequence).padStart(4, '0')}`
}

/** Gives year and sequence of a printed number, or null when the text is none. */
export function parseLetterNumber(text: string): { year: number; sequence: number } | null {
  const match = /^(\d{4})\/(\d{4,})$/.exec(text.trim())
  return match ? { year: Number(match[1]), sequence: Number(match[2]) } : null
}

/** Gives the file name offered for a letter. It holds no personal data: file names are seen by indexers and backups. */
export function letterFileName(number: string): string {
  return `Schreiben-${number.replace('/', '-')}.docx`
}

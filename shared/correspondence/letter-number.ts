/** Gives the file name offered for a letter. It holds no personal data: file names are seen by indexers and backups. */
export function letterFileName(number: string): string {
  return `Schreiben-${number.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/gu, '')}.docx`
}

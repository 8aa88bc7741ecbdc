/** The lines that a column holds; an empty column holds none. */
export function splitLines(text: string): string[] {
  return text === '' ? [] : text.split('\n')
}

/**
 * The sound of a German word as digits after the "Kölner Phonetik" (H. J. Postel, IBM-Nachrichten 19, 1969): Meier and
 * Mayr, Schmidt and Schmitt have the same. Takes folded words (a–z); other letters count for nothing.
 */
export function soundOf(word: string): string {
  let sound = ''
  let last = ''
  for (let index = 0; index < word.length; index += 1) {
    const code = codeAt(word, index)
    for (const digit of code) {
      if (digit !== last && (digit !== '0' || sound === '')) sound += digit
      last = digit
    }
  }
  return sound
}

function codeAt(word: string, index: number): string {
  const letter = word[index] ?? ''
  const before = word[index - 1] ?? ''
  const after = word[index + 1] ?? ''
  if ('aeijouy'.includes(letter)) return '0'
  if (letter === 'b') return '1'
  if (letter === 'p') return after === 'h' ? '3' : '1'
  if (letter === 'd' || letter === 't') return after !== '' && 'csz'.includes(after) ? '8' : '2'
  if ('fvw'.includes(letter)) return '3'
  if ('gkq'.includes(letter)) return '4'
  if (letter === 'c') return soundOfC(before, after, index)
  if (letter === 'x') return before !== '' && 'ckq'.includes(before) ? '8' : '48'
  if (letter === 'l') return '5'
  if (letter === 'm' || letter === 'n') return '6'
  if (letter === 'r') return '7'
  if (letter === 's' || letter === 'z') return '8'
  return ''
}

function soundOfC(before: string, after: string, index: number): string {
  if (index === 0) return after !== '' && 'ahkloqrux'.includes(after) ? '4' : '8'
  if (before === 's' || before === 'z') return '8'
  return after !== '' && 'ahkoqux'.includes(after) ? '4' : '8'
}

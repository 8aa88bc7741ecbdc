/** Why the words of a paper can't be read; a German sentence. The paper itself is kept all the same. */
export class UnreadablePaper extends Error {
  override readonly name = 'UnreadablePaper'
}

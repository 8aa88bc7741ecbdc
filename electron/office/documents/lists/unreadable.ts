/** The file as a whole can't be read as a list; the message is German and says what to do next. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
}

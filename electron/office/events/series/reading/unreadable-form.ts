/** A file that isn't read as a form; the message is German and says what to do. */
export class UnreadableForm extends Error {
  override readonly name = 'UnreadableForm'
}

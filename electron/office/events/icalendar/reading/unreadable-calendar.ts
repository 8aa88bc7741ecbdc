/** A file that is no calendar, or one that can't be read within reason. The message is German and for the person. */
export class UnreadableCalendar extends Error {
  override readonly name = 'UnreadableCalendar'
}

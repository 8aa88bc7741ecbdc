/** Reading of calendar files, for other features. */
export { readInThread } from './reading/reader.ts'
export { UnreadableCalendar } from './reading/unreadable-calendar.ts'

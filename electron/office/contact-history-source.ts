import type { HistoryItem } from '../../shared/directory/dealings/contact-history.ts'
import type { OfficeDesk } from './session.ts'

/** An entry as a feature gives it; the name of the contact is added by the directory. */
export type SourceItem = Omit<HistoryItem, 'contactName'>

/**
 * A feature that knows of dealings with contacts. Features of the office side join by being listed in
 * `electron/office/contact-history.ts`; counselling never does, its database isn't even reachable from an office desk.
 */
export interface HistorySource {
  /** The newest `limit` entries with any of the contacts, the newest first. */
  read(desk: OfficeDesk, contactIds: readonly string[], limit: number): Promise<SourceItem[]>
}

import type { OfficeDesk } from './session.ts'

/** Something that is kept of a contact. */
export interface AccessEntry {
  /** ISO day, null where there is none. */
  day: string | null
  title: string
  /** Further facts, each with its German label; empty ones are left out. */
  details: [label: string, value: string][]
}

/** What a feature keeps of a contact, under a German heading. */
export interface AccessSection {
  heading: string
  entries: AccessEntry[]
}

/**
 * A feature that keeps data of contacts, for the access export (Art. 15 DSGVO). Features of the office side join by being listed in
 * `electron/office/contact-access.ts`; counselling never does.
 */
export interface AccessSource {
  /** The columns (`table.column`) that name contacts and are asked here; a test looks that none is left out. */
  columns: readonly string[]
  /** What is kept of the contact, also in the trash. Names of others in it are blackened by the directory. */
  read(desk: OfficeDesk, contactId: string): Promise<AccessSection[]>
}

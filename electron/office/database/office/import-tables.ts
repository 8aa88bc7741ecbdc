/** Tables of the memory of the import. */
export interface ImportTables {
  /** Where a contact came from: the row of a list, by what it said, with the file's name and the day (ISO). */
  contact_origin: { id: string; contact_id: string; fingerprint: string; source: string; imported_on: string }
  /** Meanings of the columns of lists with these headings, as JSON. */
  import_mapping: { headings: string; mapping: string; file_name: string; used_at: string }
  /** Files that were imported, by their SHA-256, with the step of history that did it. */
  import_file: { checksum: string; imported_at: string; person_name: string; change: string }
}

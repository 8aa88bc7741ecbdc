/** One thing that happened, as a chronology tells it. */
export interface ChronicleEntry {
  /** Left of the text: day and time. */
  when: string
  /** Above the text: kind, certainty, source. */
  head: string
  text: string
  /** Below the text, small: who was told, former wordings. */
  notes: readonly string[]
  /** It no longer holds and is struck through. */
  struck: boolean
}

/** A part of a sheet. Texts may hold gaps (`shared/correspondence/gaps.ts`). */
export type Block =
  | { type: 'heading'; text: string }
  | { type: 'paragraph'; text: string; quiet?: boolean }
  /** A question of a form; it stays with the answer or the lines below it. */
  | { type: 'question'; text: string }
  | { type: 'box'; text: string }
  | { type: 'facts'; rows: readonly (readonly [string, string])[] }
  | { type: 'list'; items: readonly string[] }
  | { type: 'chronicle'; entries: readonly ChronicleEntry[] }
  /** Empty lines to write on. */
  | { type: 'lines'; count: number }
  /** Boxes to tick. */
  | { type: 'checks'; items: readonly string[] }
  | { type: 'signatures'; labels: readonly string[] }

/** A plain document of the counselling side; DOCX and PDF are made from the same one. */
export interface PlainSheet {
  title: string
  /** Below the title. */
  subtitle: string
  /** Name of the office; the only name in the file's properties. Empty for a paper of the client's own. */
  office: string
  /** At the foot of each page, before the page number. */
  foot: string
  blocks: readonly Block[]
}

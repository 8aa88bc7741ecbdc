import { z } from 'zod'

const line = (max: number) => z.string().max(max).normalize('NFC').trim()

/** What the office keeps of a contact of the media, beyond name, address and channels, which the contact has. */
export const mediaDetailsSchema = z.object({
  /** Code of the catalogue of kinds of media; empty where none is chosen. */
  kind: line(40),
  /** Where it is read or heard: "Stadt und Landkreis". */
  area: line(200),
  /** Redaktionsschluss in the words of the editorial office: "dienstags 12 Uhr". */
  deadline: line(200),
  /** What they write about, one topic each. */
  topics: z.array(line(80)).max(20).transform((all) => [...new Set(all.filter((topic) => topic !== ''))]),
  note: z.string().max(2_000).normalize('NFC'),
})
export type MediaDetails = z.infer<typeof mediaDetailsSchema>

export const noMediaDetails: MediaDetails = { kind: '', area: '', deadline: '', topics: [], note: '' }

import { createContext, type ReactNode } from 'react'
import type { letterDeskContract } from '../../shared/correspondence/letter-desk.ts'
import type { Letter } from '../../shared/correspondence/letter.ts'
import type { Side } from '../../shared/records/model.ts'
import type { api, office } from './office.ts'

type Procedures = keyof typeof letterDeskContract

/** What shows a letter beside what every letter has. */
export type LetterPart = (props: { letter: Letter; final: boolean }) => ReactNode

/**
 * Where the letters on the screen lie, and what is theirs alone: letters of the register and letters about clients are written with the
 * same form, editor and preview.
 */
export interface LetterDesk {
  side: Side
  recordType: string
  api: Pick<typeof api.correspondence, Procedures>
  office: Pick<typeof office.correspondence, Procedures>
  /** Further buttons, and what stands below the head. */
  Tools: LetterPart
  Place: LetterPart
  /** What keeps the proof of a dispatch, in the words of the dialog. */
  proof: { offer: string; kept(entry: string): string; notKept: string; followUps?: boolean }
}

/** The desk of the screen; null for the register of the office. */
export const LetterDeskContext = createContext<LetterDesk | null>(null)

/** What a screen that shows one letter is given by the router: features don't import each other. */
export type LetterView = (props: { letter: Letter; onClose(): void }) => ReactNode

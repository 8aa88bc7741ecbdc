/**
 * Geometry of a letter on A4 after DIN 5008:2020-03, form B (`formA` below differs in what stands above the text), in millimetres from the upper left corner of the sheet.
 * The DOCX generator and the page preview read the same numbers, so what is previewed is what is printed.
 */
export const formB = {
  page: { width: 210, height: 297 },
  margin: { left: 25, right: 20, bottom: 25 },
  letterhead: { top: 12, height: 30 },
  /** One line of at most 8 pt directly above the recipient. */
  returnAddress: { left: 25, top: 45, width: 80, height: 5 },
  /** Up to three lines ("Persönlich", "Einschreiben") that grow upwards from the address zone. */
  noteZone: { left: 25, top: 50, width: 80, height: 12.7, lines: 3 },
  /** Six lines; together with the note zone they are what shows in the window of the envelope. */
  addressZone: { left: 25, top: 62.7, width: 80, height: 27.3, lines: 6 },
  addressField: { left: 20, top: 45, width: 85, height: 45 },
  informationBlock: { left: 125, top: 50, width: 75, labelWidth: 30 },
  /** Earliest top of the subject: two lines of 4.23 mm below the address field. */
  subjectTop: 98.46,
  gapAboveSubject: 8.46,
  foldMarks: [105, 210],
  holeMark: 148.5,
  mark: { left: 5, foldLength: 2.5, holeLength: 4 },
  /** Header line and first text line of the pages after the first. */
  continuation: { headerTop: 12, textTop: 27 },
  footerBottom: 8,
} as const

/** A form of DIN 5008. */
export type LetterForm = Omit<typeof formB, 'letterhead' | 'returnAddress' | 'noteZone' | 'addressZone' | 'addressField' | 'informationBlock' | 'subjectTop' | 'foldMarks'> & {
  letterhead: { top: number; height: number }
  returnAddress: Box
  noteZone: Box & { lines: number }
  addressZone: Box & { lines: number }
  addressField: Box
  informationBlock: { left: number; top: number; width: number; labelWidth: number }
  subjectTop: number
  foldMarks: readonly number[]
}
type Box = { left: number; top: number; width: number; height: number }

/** Form A: a low letterhead; everything down to the subject stands 18 mm higher and the sheet is folded elsewhere. */
const formA: LetterForm = {
  ...formB,
  letterhead: { top: 8, height: 18 },
  returnAddress: { ...formB.returnAddress, top: 27 },
  noteZone: { ...formB.noteZone, top: 32 },
  addressZone: { ...formB.addressZone, top: 44.7 },
  addressField: { ...formB.addressField, top: 27 },
  informationBlock: { ...formB.informationBlock, top: 32 },
  subjectTop: 80.46,
  foldMarks: [87, 192],
}

/** Gives the geometry of a form. */
export function letterForm(form: 'a' | 'b'): LetterForm {
  return form === 'a' ? formA : formB
}

/** Where „Entwurf" stands: at the right end of the letterhead, above address field and information block. */
export function markBox({ letterhead, informationBlock, page, margin }: LetterForm): Box {
  const height = 10
  return { left: informationBlock.left, top: letterhead.top + letterhead.height - height, width: page.width - margin.right - informationBlock.left, height }
}

/** Line pitch of the address zone: six lines share 27.3 mm. */
export const addressLinePitch = formB.addressZone.height / formB.addressZone.lines

/** Line pitch of the information block in millimetres (11 pt). */
export const informationLinePitch = 3.88

/** Gives twips (1/1440 inch), the unit of positions in DOCX, from millimetres. */
export function millimetresToTwips(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 1440)
}

/** Gives the top of the subject for an information block with this many printed lines: it moves down when that is long. */
export function subjectTopFor(informationLines: number, form: LetterForm = formB): number {
  const blockBottom = form.informationBlock.top + informationLines * informationLinePitch
  return Math.max(form.subjectTop, blockBottom + form.gapAboveSubject)
}

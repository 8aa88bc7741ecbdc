import { BorderStyle, FrameAnchorType, FrameWrap, HeightRule, LineRuleType, Paragraph, Tab, TabStopType, TextRun, type IFrameOptions } from 'docx'
import { addressLinePitch, letterForm, millimetresToTwips, type LetterForm } from '../../../shared/correspondence/din5008.ts'
import { informationHeight, informationPoints } from '../../../shared/correspondence/information-block.ts'
import type { InformationEntry, LetterSheet } from '../../../shared/correspondence/letter-sheet.ts'
import { fitAddress, fitInformation, type Fit } from '../../../shared/correspondence/fit.ts'
import { sizeThatFits } from '../../../shared/correspondence/text-width.ts'
import { startsRightToLeft, textRuns } from '../documents/docx-text.ts'
import { returnPoints, styleIds } from './docx-styles.ts'

type Box = { left: number; top: number; width: number; height: number }

/**
 * Gives the frame properties of a box measured in millimetres from the corner of the page. Frames are the oldest way to
 * place text in Word and the one that Word and LibreOffice put at the same spot; neighbouring paragraphs with equal
 * properties share one frame.
 */
export function frameAt(box: Box): IFrameOptions {
  return {
    type: 'absolute',
    position: { x: millimetresToTwips(box.left), y: millimetresToTwips(box.top) },
    width: millimetresToTwips(box.width),
    height: millimetresToTwips(box.height),
    rule: HeightRule.EXACT,
    anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
    wrap: FrameWrap.AROUND,
  }
}

/** Gives the line above the recipient, in the largest size from 8 to 6 points that keeps it on one line. */
export function returnAddressLine(text: string, form: LetterForm): Paragraph[] {
  if (text === '') return []
  const box = form.returnAddress
  const size = sizeThatFits([text], [returnPoints, 7.5, 7, 6.5, 6], box.width, 1)
  return [new Paragraph({ style: styleIds.returnAddress, frame: frameAt(box), children: textRuns(text, sized(size, returnPoints)) })]
}

/**
 * Gives notes and address: the address always begins at the top of its zone, notes stand directly above it. Long names take
 * a second line; lines and letters get smaller before the zone would overflow.
 */
export function addressField(sheet: LetterSheet, points: number): Paragraph[] {
  const { addressZone } = letterForm(sheet.form)
  const notesHeight = sheet.addressNotes.length * addressLinePitch
  const notesBox = { left: addressZone.left, width: addressZone.width, top: addressZone.top - notesHeight, height: notesHeight }
  const block = (lines: string[], box: Box, fit: Fit) => lines.map((text) => new Paragraph({
    style: styleIds.address,
    frame: frameAt(box),
    ...(fit.pitch === addressLinePitch ? {} : { spacing: { line: millimetresToTwips(fit.pitch), lineRule: LineRuleType.EXACT } }),
    children: textRuns(text, sized(fit.points, points)),
    ...(startsRightToLeft(text) ? { bidirectional: true } : {}),
  }))
  return [
    ...block(sheet.addressNotes, notesBox, { points: 8, pitch: addressLinePitch }),
    ...block(sheet.addressLines, addressZone, fitAddress(sheet.addressLines, points)),
  ]
}

/** Gives the information block: word and value on one line, long values continued below the value. */
export function informationFrame(entries: readonly InformationEntry[], form: LetterForm): Paragraph[] {
  const { left, top, width, labelWidth } = form.informationBlock
  const box = { left, top, width, height: informationHeight(entries) }
  const hanging = millimetresToTwips(labelWidth)
  return entries.map((entry) => new Paragraph({
    style: styleIds.information,
    frame: frameAt(box),
    indent: { left: hanging, hanging },
    tabStops: [{ type: TabStopType.LEFT, position: hanging }],
    children: [...textRuns(`${entry.label}:`), new TextRun({ children: [new Tab()] }), ...textRuns(entry.value, sized(fitInformation(entry), informationPoints))],
  }))
}

/** A size, where it isn't the style's own. */
function sized(points: number, usual: number): { size?: number } {
  return points === usual ? {} : { size: points * 2 }
}

/** Gives the two fold marks and the hole mark as hairlines at the left edge of the sheet. */
export function foldAndHoleMarks(form: LetterForm): Paragraph[] {
  const { mark, foldMarks, holeMark } = form
  const marks = [...foldMarks.map((top) => ({ top, width: mark.foldLength })), { top: holeMark, width: mark.holeLength }]
  return marks.sort((a, b) => a.top - b.top).map(({ top, width }) => new Paragraph({
    frame: frameAt({ left: mark.left, top, width, height: 0.5 }),
    spacing: { line: 20, lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: 2, space: 0, color: 'auto' } },
    children: [new TextRun({ size: 2 })],
  }))
}

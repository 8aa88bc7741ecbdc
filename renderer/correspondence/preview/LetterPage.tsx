import type { CSSProperties, ReactNode } from 'react'
import { addressLinePitch, formB, informationLinePitch, letterForm, markBox, subjectTopFor, type LetterForm } from '../../../shared/correspondence/din5008.ts'
import { fitAddress, fitInformation } from '../../../shared/correspondence/fit.ts'
import { informationLines, informationPoints } from '../../../shared/correspondence/information-block.ts'
import type { LetterSheet } from '../../../shared/correspondence/letter-sheet.ts'
import { sizeThatFits } from '../../../shared/correspondence/text-width.ts'
import { letterheadColumns } from '../../../shared/settings/letterhead-columns.ts'
import { returnAddressOf, type Letterhead } from '../../../shared/settings/letterhead.ts'
import classes from './LetterPage.module.css'

type Note = { number: number; text: string }
/** `notes` stand at the foot of the text. */
type PageProps = { sheet: LetterSheet; letterhead: Letterhead; notes: readonly Note[]; children: ReactNode }

/** Gives the first page of a letter at its real size in millimetres; a caller scales it. */
export function FirstPage({ sheet, letterhead, notes, children }: PageProps): ReactNode {
  const form = letterForm(sheet.form)
  const { letterhead: head, margin, page } = form
  return (
    <div className={classes.page} style={paper(letterhead)}>
      <div className={classes.box} style={box({ left: margin.left, top: head.top, width: page.width - margin.left - margin.right, height: head.height })}>
        <div className={classes.officeName}>{letterhead.officeName}</div>
        <div>{letterhead.department}</div>
      </div>
      {sheet.copy?.mark && <div className={`${classes.box} ${classes.copyMark}`} style={box(markBox(form))}>{sheet.copy.mark}</div>}
      <Marks form={form} />
      <AddressField sheet={sheet} letterhead={letterhead} />
      <InformationBlock sheet={sheet} />
      <div className={classes.text} style={{ top: `${subjectTopFor(informationLines(sheet.information), form)}mm` }}>{children}</div>
      <FirstPageFooter letterhead={letterhead} notes={notes} />
    </div>
  )
}

/** Gives a further page with its header "Seite 2 von 3". */
export function NextPage({ sheet, letterhead, notes, page, of, children }: PageProps & { page: number; of: number }): ReactNode {
  return (
    <div className={classes.page} style={paper(letterhead)}>
      <div className={classes.header} style={{ top: `${formB.continuation.headerTop}mm` }}>
        <span>{[letterhead.officeName, sheet.continuationTitle].filter(Boolean).join(' · ')}</span>
        <span>Seite {page} von {of}</span>
      </div>
      <div className={classes.text} style={{ top: `${formB.continuation.textTop}mm` }}>{children}</div>
      <div className={classes.besideText} style={{ bottom: `${formB.margin.bottom}mm` }}><Footnotes notes={notes} /></div>
    </div>
  )
}

/** Millimetres from the last line to the first note, with the line between them. */
export const aboveFootnotes = 4

function Footnotes({ notes }: { notes: readonly Note[] }): ReactNode {
  if (notes.length === 0) return null
  return <div className={classes.footnotes} style={{ paddingTop: `${aboveFootnotes / 2}mm` }}><NoteLines notes={notes} /></div>
}

/** Notes one below the other, as they stand at the foot of a page. */
export function NoteLines({ notes }: { notes: readonly Note[] }): ReactNode {
  return notes.map(({ number, text }) => <div key={number} className={classes.footnote} dir="auto"><sup>{number}</sup> {text}</div>)
}

function AddressField({ sheet, letterhead }: { sheet: LetterSheet; letterhead: Letterhead }): ReactNode {
  const { returnAddress, addressZone } = letterForm(sheet.form)
  const sender = returnAddressOf(letterhead)
  const fit = fitAddress(sheet.addressLines, letterhead.fontSize)
  const address = `${classes.box} ${classes.lines}`
  const notesHeight = sheet.addressNotes.length * addressLinePitch
  return (
    <>
      <div className={classes.box} style={{ ...box(returnAddress), fontSize: `${sizeThatFits([sender], [8, 7.5, 7, 6.5, 6], returnAddress.width, 1)}pt` }}>{sender}</div>
      <div className={address} style={{ ...box({ ...addressZone, top: addressZone.top - notesHeight, height: notesHeight }), ...lines(8, addressLinePitch) }}>
        {sheet.addressNotes.join('\n')}
      </div>
      <div className={address} style={{ ...box(addressZone), ...lines(fit.points, fit.pitch) }}>{sheet.addressLines.join('\n')}</div>
    </>
  )
}

function InformationBlock({ sheet }: { sheet: LetterSheet }): ReactNode {
  const { left, top, width, labelWidth } = letterForm(sheet.form).informationBlock
  return (
    <div className={classes.box} style={{ ...box({ left, top, width, height: 40 }), overflow: 'visible', ...lines(informationPoints, informationLinePitch) }}>
      {sheet.information.map((entry) => (
        <div key={entry.label} className={classes.entry} style={{ gridTemplateColumns: `${labelWidth}mm 1fr` }}>
          <span>{entry.label}:</span>
          <span style={{ fontSize: `${fitInformation(entry)}pt` }}>{entry.value}</span>
        </div>
      ))}
    </div>
  )
}

function Marks({ form }: { form: LetterForm }): ReactNode {
  const { mark, foldMarks, holeMark } = form
  const marks = [...foldMarks.map((top) => ({ top, width: mark.foldLength })), { top: holeMark, width: mark.holeLength }]
  return marks.map(({ top, width }) => (
    <div key={top} className={classes.mark} style={{ left: `${mark.left}mm`, top: `${top}mm`, width: `${width}mm` }} />
  ))
}

/** The foot of the first page; notes stand above it, also where it is higher than the margin. */
function FirstPageFooter({ letterhead, notes }: { letterhead: Letterhead; notes: readonly Note[] }): ReactNode {
  const [address, channels, bank] = letterheadColumns(letterhead)
  return (
    <div className={classes.footer} style={{ bottom: `${formB.footerBottom}mm`, minHeight: `${formB.margin.bottom - formB.footerBottom}mm` }}>
      <div className={classes.aboveFooter} style={{ fontSize: `${letterhead.fontSize}pt` }}><Footnotes notes={notes} /></div>
      <div className={classes.footerColumns}>
        <div className={classes.lines}>{address.join('\n')}</div>
        <div className={classes.lines}>{channels.join('\n')}</div>
        <div className={classes.lines}>{bank.join('\n')}</div>
      </div>
      {letterhead.footer && <div className={classes.footerNote}>{letterhead.footer}</div>}
    </div>
  )
}

/** Size and font of the sheet. Where the font is missing at this computer, the one with Arial's widths is taken. */
export function paper(letterhead: Letterhead): CSSProperties {
  return {
    width: `${formB.page.width}mm`,
    height: `${formB.page.height}mm`,
    fontFamily: `"${letterhead.fontFamily.replaceAll('"', '')}", Arial, "Liberation Sans", sans-serif`,
    fontSize: `${letterhead.fontSize}pt`,
  }
}

function box({ left, top, width, height }: { left: number; top: number; width: number; height: number }): CSSProperties {
  return { left: `${left}mm`, top: `${top}mm`, width: `${width}mm`, height: `${height}mm` }
}

function lines(points: number, pitch: number): CSSProperties {
  return { fontSize: `${points}pt`, lineHeight: `${pitch}mm` }
}

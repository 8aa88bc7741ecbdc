import type { ReactNode } from 'react'
import { enclosuresHeading, type LetterSheet } from '../../../shared/correspondence/letter-sheet.ts'
import { BodyBlock } from './BodyBlocks.tsx'
import classes from './LetterPage.module.css'

/** Gives the flowing parts of a letter from the subject to the copies, each as a block that stays on one page. */
export function letterBlocks(sheet: LetterSheet): ReactNode[] {
  return [
    <p className={classes.subject} dir="auto">{sheet.subject || ' '}</p>,
    ...(sheet.salutation ? [<p dir="auto">{sheet.salutation}</p>] : []),
    ...sheet.body.content.map((node) => <BodyBlock node={node} />),
    <Closing sheet={sheet} />,
    ...(sheet.enclosures.length > 0 ? [<Listing heading={enclosuresHeading(sheet.enclosures)} lines={sheet.enclosures} />] : []),
    ...(sheet.copies.length > 0 ? [<Listing heading="Kopie an" lines={sheet.copies} />] : []),
  ]
}

function Closing({ sheet: { closing, signature } }: { sheet: LetterSheet }): ReactNode {
  return (
    <div className={classes.closing}>
      {closing && <p>{closing}</p>}
      {signature.authority && <div>{signature.authority}</div>}
      {signature.addition && <div>{signature.addition}</div>}
      {signature.name && <div className={classes.signatureName}>{signature.name}</div>}
    </div>
  )
}

function Listing({ heading, lines }: { heading: string; lines: readonly string[] }): ReactNode {
  return (
    <div className={classes.listing}>
      <strong>{heading}</strong>
      {lines.map((line, index) => <div key={index}>{line}</div>)}
    </div>
  )
}

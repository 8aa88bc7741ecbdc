import type { ReactNode } from 'react'
import { enclosuresHeading, type LetterSheet } from '../../../shared/correspondence/letter-sheet.ts'
import { bodyBlocks } from './BodyBlocks.tsx'
import { plainBlock, type PageBlock } from './pageBlock.ts'
import classes from './LetterPage.module.css'

/** Gives the flowing parts of a letter from the subject to the copies. @param points size of the letters */
export function letterBlocks(sheet: LetterSheet, points: number): PageBlock[] {
  const { salutation, body, enclosures, copies } = sheet
  return [
    plainBlock(<p className={classes.subject} dir="auto">{sheet.subject}</p>),
    ...(salutation ? [plainBlock(<p dir="auto">{salutation}</p>)] : []),
    ...bodyBlocks(body, points),
    plainBlock(<Closing sheet={sheet} />),
    ...(enclosures.length > 0 ? [plainBlock(<Listing heading={enclosuresHeading(enclosures)} lines={enclosures} />)] : []),
    ...(copies.length > 0 ? [plainBlock(<Listing heading="Kopie an" lines={copies} />)] : []),
  ]
}

function Closing({ sheet: { closing, signature } }: { sheet: LetterSheet }): ReactNode {
  return (
    <div>
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
      <div className={classes.lines}>{lines.join('\n')}</div>
    </div>
  )
}

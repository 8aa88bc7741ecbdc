import type { ReactNode } from 'react'
import { enclosuresHeading, type LetterSheet } from '../../../shared/correspondence/letter-sheet.ts'
import type { CopyPart } from '../../../shared/correspondence/copies/copy-part.ts'
import { bodyBlocks } from './BodyBlocks.tsx'
import { fileBlocks } from './FileBlocks.tsx'
import { plainBlock, type PageBlock } from './pageBlock.ts'
import classes from './LetterPage.module.css'

/** Gives the flowing parts of a letter from the subject to the copies. @param points size of the letters */
export function letterBlocks(sheet: LetterSheet, points: number): PageBlock[] {
  const { salutation, body, enclosures, copies } = sheet
  return [
    ...(sheet.copy && (sheet.copy.heading || sheet.copy.accompanying.length > 0) ? [plainBlock(<CopyHeading copy={sheet.copy} />)] : []),
    plainBlock(<p className={classes.subject} dir="auto">{sheet.subject}</p>),
    ...(salutation ? [plainBlock(<p dir="auto">{salutation}</p>)] : []),
    ...bodyBlocks(body, points),
    plainBlock(<Closing sheet={sheet} />),
    ...(enclosures.length > 0 ? [plainBlock(<Listing heading={enclosuresHeading(enclosures)} lines={enclosures} />)] : []),
    ...(copies.length > 0 ? [plainBlock(<Listing heading="Kopie an" lines={copies} />)] : []),
    ...(sheet.copy?.distribution ?? []).map(({ heading, lines }) => plainBlock(<Listing key={heading} heading={heading} lines={lines} />)),
    ...(sheet.copy?.file ? fileBlocks(sheet.copy.file).map(plainBlock) : []),
  ]
}

function Closing({ sheet: { closing, signature } }: { sheet: LetterSheet }): ReactNode {
  return (
    <div>
      {closing && <p>{closing}</p>}
      {signature.authority && <div>{signature.authority}</div>}
      {signature.addition && <div>{signature.addition}</div>}
      {signature.name && <div className={classes.signatureName}>{signature.name}</div>}
      {signature.function && <div>{signature.function}</div>}
    </div>
  )
}

function CopyHeading({ copy }: { copy: CopyPart }): ReactNode {
  return (
    <div className={classes.copyHeading}>
      {copy.heading && <strong>{copy.heading}</strong>}
      <div className={classes.lines}>{copy.accompanying.join('\n')}</div>
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

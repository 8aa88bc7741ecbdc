import type { ReactNode } from 'react'
import { enclosuresHeading, type LetterSheet } from '../../../shared/correspondence/letter-sheet.ts'
import { BodyBlock } from './BodyBlocks.tsx'
import { keyed } from './keyed.ts'
import classes from './LetterPage.module.css'

/** Gives the flowing parts of a letter from the subject to the copies, each as a block that stays on one page. */
export function letterBlocks(sheet: LetterSheet): ReactNode[] {
  const { salutation, body, enclosures, copies } = sheet
  return [
    <p key="subject" className={classes.subject} dir="auto">{sheet.subject}</p>,
    ...(salutation ? [<p key="salutation" dir="auto">{salutation}</p>] : []),
    ...keyed(body.content).map(({ key, item }) => <BodyBlock key={key} node={item} />),
    <Closing key="closing" sheet={sheet} />,
    ...(enclosures.length > 0 ? [<Listing key="enclosures" heading={enclosuresHeading(enclosures)} lines={enclosures} />] : []),
    ...(copies.length > 0 ? [<Listing key="copies" heading="Kopie an" lines={copies} />] : []),
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

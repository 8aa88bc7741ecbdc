import { useElementSize } from '@mantine/hooks'
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { formB, letterForm, subjectTopFor } from '../../../shared/correspondence/din5008.ts'
import { informationLines } from '../../../shared/correspondence/information-block.ts'
import type { LetterSheet } from '../../../shared/correspondence/letter-sheet.ts'
import type { Letterhead } from '../../../shared/settings/letterhead.ts'
import { keyed } from './keyed.ts'
import { letterBlocks } from './LetterBlocks.tsx'
import { aboveFootnotes, FirstPage, NextPage, NoteLines, paper } from './LetterPage.tsx'
import type { PageBlock } from './pageBlock.ts'
import { paginate } from './paginate.ts'
import page from './LetterPage.module.css'
import classes from './PagePreview.module.css'

/** CSS defines 96 pixels to the inch. */
const pixelsPerMillimetre = 96 / 25.4

/**
 * Shows the pages of a letter beside its text, scaled to the width there is. Screen readers hear of each page
 * but not its words: they are in the form already.
 */
export function PagePreview({ sheet, letterhead }: { sheet: LetterSheet; letterhead: Letterhead }): ReactNode {
  const { ref: frame, width } = useElementSize()
  const measure = useRef<HTMLDivElement>(null)
  const [counts, setCounts] = useState<number[]>([0])
  const blocks = letterBlocks(sheet, letterhead.fontSize)

  // Measured after every drawing, because text, font and width of the paper all count; equal counts end the chain.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  useLayoutEffect(() => {
    const heights = [...(measure.current?.children ?? [])].map(({ children }) => {
      const [height = 0, notes = 0, repeated = 0] = [...children].map((part) => part.getBoundingClientRect().height / pixelsPerMillimetre)
      return { height, notes, repeated }
    })
    const bottom = formB.page.height - formB.margin.bottom
    const next = paginate(heights, {
      first: bottom - subjectTopFor(informationLines(sheet.information), letterForm(sheet.form)), others: bottom - formB.continuation.textTop, aboveNotes: aboveFootnotes,
    })
    setCounts((current) => (current.join() === next.join() ? current : next))
  })

  const scale = width / (formB.page.width * pixelsPerMillimetre)
  const pages = counts.map((count, index) => {
    const from = counts.slice(0, index).reduce((sum, earlier) => sum + earlier, 0)
    const own = blocks.slice(from, from + count)
    return { number: index + 1, blocks: own, notes: own.flatMap((each) => each.notes) }
  })
  return (
    // What scrolls must be reachable by keyboard (WCAG 2.1.1).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section aria-label="Seitenvorschau" className={classes.preview} tabIndex={0}>
      <div className={`${page.text} ${page.measure}`} style={{ ...paper(letterhead), height: 'auto', width: undefined }} ref={measure} aria-hidden>
        {keyed(blocks).map(({ key, item: { content, notes, repeated } }) => (
          <div key={key}>
            <div className={classes.block}>{content}</div>
            <div><NoteLines notes={notes} /></div>
            <div className={classes.block}>{repeated}</div>
          </div>
        ))}
      </div>
      <div ref={frame} className={classes.pages}>
        {pages.map(({ number, blocks: content, notes }) => (
          <figure key={number} className={classes.sheet} aria-label={`Seite ${number} von ${pages.length}`} style={{ height: `${formB.page.height * scale}mm` }}>
            <div style={{ transform: `scale(${scale})` }} className={classes.scaled} aria-hidden>
              {number === 1
                ? <FirstPage sheet={sheet} letterhead={letterhead} notes={notes}><Blocks blocks={content} /></FirstPage>
                : <NextPage sheet={sheet} letterhead={letterhead} notes={notes} page={number} of={pages.length}><Blocks blocks={content} /></NextPage>}
            </div>
          </figure>
        ))}
      </div>
    </section>
  )
}

function Blocks({ blocks: [first, ...others] }: { blocks: readonly PageBlock[] }): ReactNode {
  return (
    <>
      {first && <div className={classes.block}>{first.repeated}{first.content}</div>}
      {keyed(others).map(({ key, item }) => <div key={key} className={classes.block}>{item.content}</div>)}
    </>
  )
}

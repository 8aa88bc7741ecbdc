import { useElementSize } from '@mantine/hooks'
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { formB, subjectTopFor } from '../../../shared/correspondence/din5008.ts'
import { informationLines } from '../../../shared/correspondence/information-block.ts'
import type { LetterSheet } from '../../../shared/correspondence/letter-sheet.ts'
import type { Letterhead } from '../../../shared/settings/letterhead.ts'
import { letterBlocks } from './LetterBlocks.tsx'
import { FirstPage, NextPage, paper } from './LetterPage.tsx'
import { paginate } from './paginate.ts'
import page from './LetterPage.module.css'
import classes from './PagePreview.module.css'

/** CSS defines 96 pixels to the inch. */
const pixelsPerMillimetre = 96 / 25.4

/**
 * Shows the pages of a letter beside its text, scaled to the width there is. For screen readers each page is one picture:
 * what it says is in the form already.
 */
export function PagePreview({ sheet, letterhead }: { sheet: LetterSheet; letterhead: Letterhead }): ReactNode {
  const { ref: frame, width } = useElementSize()
  const measure = useRef<HTMLDivElement>(null)
  const [pages, setPages] = useState<number[]>([0])
  const blocks = letterBlocks(sheet)

  useLayoutEffect(() => {
    const heights = [...(measure.current?.children ?? [])].map((block) => block.getBoundingClientRect().height / pixelsPerMillimetre)
    const { height } = formB.page
    const bottom = height - formB.margin.bottom
    const next = paginate(heights, bottom - subjectTopFor(informationLines(sheet.information)), bottom - formB.continuation.textTop)
    setPages((current) => (current.join() === next.join() ? current : next))
  }, [sheet, letterhead])

  const scale = width / (formB.page.width * pixelsPerMillimetre)
  const starts = pages.map((_, index) => pages.slice(0, index).reduce((sum, count) => sum + count, 0))
  return (
    <section aria-label="Seitenvorschau" className={classes.preview} tabIndex={0}>
      <div className={`${page.text} ${page.measure}`} style={{ ...paper(letterhead), height: 'auto', width: undefined }} ref={measure} aria-hidden>
        {blocks.map((block, index) => <div key={index}>{block}</div>)}
      </div>
      <div ref={frame} className={classes.pages}>
        {pages.map((count, index) => {
          const from = starts[index] ?? 0
          const content = blocks.slice(from, from + count).map((block, at) => <div key={at} className={classes.block}>{block}</div>)
          return (
            <div key={index} className={classes.sheet} role="img" aria-label={`Seite ${index + 1} von ${pages.length}`} style={{ height: `${formB.page.height * scale}mm` }}>
              <div style={{ transform: `scale(${scale})` }} className={classes.scaled}>
                {index === 0
                  ? <FirstPage sheet={sheet} letterhead={letterhead}>{content}</FirstPage>
                  : <NextPage sheet={sheet} letterhead={letterhead} page={index + 1} of={pages.length}>{content}</NextPage>}
              </div>
            </div>
          )
        })}
      </div>
    </section>
  )
}

import { Fragment, type ReactNode } from 'react'
import type { Pages, Section } from '../../../shared/correspondence/pages/model.ts'
import { keyed } from '../keyed.ts'
import { boxStyle } from './letters.ts'
import { OnPage } from './OnPage.tsx'
import { placedIn } from './placed.ts'
import { PageNumbers, SectionContext } from './sheet.ts'
import { Story, TableRows, UnitView } from './Story.tsx'
import { placedOf, type LaidOutPage } from './useLayout.ts'
import { unitsOf, type Unit } from './units.ts'
import classes from './Pages.module.css'

/** One page at its real size in points; a caller scales it. */
export function PageView({ page, count, document, scale }: { page: LaidOutPage; count: number; document: Pages; scale: number }): ReactNode {
  const section = document.sections[page.section]
  if (!section) return null
  const units = unitsOf(section.blocks)
  const column = { left: `${section.left}pt`, width: `${section.width - section.left - section.right}pt` }
  const header = section.headers[page.kind] ?? []
  const footer = section.footers[page.kind] ?? []
  return (
    <SectionContext value={section}>
      <PageNumbers value={{ page: page.number, pages: count }}>
        <div className={classes.page} style={{ width: `${section.width}pt`, height: `${section.height}pt`, transform: `scale(${scale})` }} aria-hidden>
          <OnPage placed={[...placedIn(header), ...placedIn(footer)]} section={section} />
          <OnPage placed={page.slices.flatMap(({ unit, from }) => { const found = units[unit]; return found && from === 0 ? placedOf(found) : [] })} section={section} />
          <div style={{ ...column, top: `${section.header}pt` }}><Story blocks={header} /></div>
          {page.slices.map((slice) => {
            const unit = units[slice.unit]
            return unit && <SliceView key={`${slice.unit}-${slice.from}`} unit={unit} slice={slice} column={column} />
          })}
          {page.notes.length > 0 && (
            <div style={{ ...column, bottom: `${section.height - page.room.bottom}pt` }}>
              <div className={classes.noteLine} />
              {page.notes.map((note) => <NoteView key={note} note={note} document={document} />)}
            </div>
          )}
          <div style={{ ...column, bottom: `${section.footer}pt` }}><Story blocks={footer} /></div>
          {section.borders && <PageBorder section={section} />}
        </div>
      </PageNumbers>
    </SectionContext>
  )
}

function SliceView({ unit, slice: { from, to, top, repeated }, column }: { unit: Unit; slice: LaidOutPage['slices'][number]; column: { left: string; width: string } }): ReactNode {
  const first = !('table' in unit) || unit.from === 0
  return (
    <Fragment>
      {repeated && 'table' in unit && <div style={{ ...column, bottom: `calc(100% - ${top}pt)` }}><TableRows table={unit.table} from={0} to={unit.head} topLine /></div>}
      <div className={classes.slice} data-part={from > 0 || undefined} style={{ ...column, top: `${top}pt`, height: `${to - from}pt`, ...partly(unit, from) }}>
        <div style={from > 0 ? { marginTop: `${-from}pt` } : undefined}><UnitView unit={unit} topLine={first} /></div>
      </div>
    </Fragment>
  )

  /** What goes on overleaf is cut off; anything whole may stand out a little. */
  function partly(each: Unit, start: number): { overflowY?: 'clip' } {
    return 'paragraph' in each && each.paragraph.placed.length > 0 && start === 0 ? {} : { overflowY: 'clip' }
  }
}

/** A note with its number, as it stands at the foot of a page. */
export function NoteView({ note, document: { notes } }: { note: number; document: Pages }): ReactNode {
  const [first, ...others] = notes[note - 1] ?? []
  if (first?.type !== 'paragraph') return <Story blocks={others} />
  const number = { type: 'text' as const, text: `${note}`, look: first.inlines.find((inline) => 'look' in inline)?.look ?? first.look }
  return <div><Story blocks={[{ ...first, inlines: [{ ...number, type: 'note', note }, ...first.inlines] }, ...others]} /></div>
}

function PageBorder({ section: { borders, width, height } }: { section: Section }): ReactNode {
  const inset = borders?.top?.space ?? 24
  return <div className={classes.border} style={{ left: `${inset}pt`, top: `${inset}pt`, width: `${width - 2 * inset}pt`, height: `${height - 2 * inset}pt`, boxSizing: 'border-box', ...lines(borders) }} />
}

function lines(borders: Section['borders']): ReturnType<typeof boxStyle> {
  const { borderTop, borderRight, borderBottom, borderLeft } = boxStyle(borders ?? undefined)
  return { borderTop, borderRight, borderBottom, borderLeft }
}

/** All of a document, unseen and in one column, to be measured. */
export function Unlaid({ document }: { document: Pages }): ReactNode {
  return (
    <>
      {keyed(document.sections).map(({ key, item: section }, index) => {
        const units = unitsOf(section.blocks)
        return (
          <SectionContext key={key} value={section}>
            <div data-section={index} style={{ width: `${section.width - section.left - section.right}pt` }}>
              <div data-units>{keyed(units).map((unit) => <div key={unit.key}><UnitView unit={unit.item} topLine={!('table' in unit.item) || unit.item.from === 0} /></div>)}</div>
              {(['first', 'even', 'others'] as const).map((kind) => (
                <Fragment key={kind}>
                  <div data-margin="header" data-kind={kind}><Story blocks={section.headers[kind] ?? []} /></div>
                  <div data-margin="footer" data-kind={kind}><Story blocks={section.footers[kind] ?? []} /></div>
                </Fragment>
              ))}
              <div data-placed>
                {keyed(units.flatMap(placedOf)).map(({ key: place, item: { blocks, padding, width } }) => (
                  <div key={place} style={{ boxSizing: 'border-box', width: width > 0 ? `${width}pt` : 'max-content', padding: padding.map((each) => `${each}pt`).join(' ') }}><Story blocks={blocks} /></div>
                ))}
              </div>
            </div>
          </SectionContext>
        )
      })}
      <div data-notes style={{ width: `${(document.sections[0]?.width ?? 0) - (document.sections[0]?.left ?? 0) - (document.sections[0]?.right ?? 0)}pt` }}>
        {keyed(document.notes).map(({ key }, index) => <NoteView key={key} note={index + 1} document={document} />)}
      </div>
    </>
  )
}

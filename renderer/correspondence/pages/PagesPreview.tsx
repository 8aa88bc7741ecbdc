import { ActionIcon, Alert, Button, Loader, Tooltip, VisuallyHidden } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { IconAlertTriangle, IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import { useDeferredValue, useRef, useState, type ReactNode } from 'react'
import type { Pages } from '../../../shared/correspondence/pages/model.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { pixelsPerPoint } from './letters.ts'
import { PageView, Unlaid } from './PageView.tsx'
import { SheetContext } from './sheet.ts'
import { useLayout } from './useLayout.ts'
import { wordsOf } from './words.ts'
import classes from './Pages.module.css'

const zooms = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2]
/** What was chosen last in this window; null fits pages to the room there is. */
let chosenZoom: number | null = null

export interface PagesPreviewProps {
  pages: Pages | undefined
  error: unknown
  retry(): void
  /** Whether the words stand nowhere else on the screen, so that screen readers need them here. */
  spoken?: boolean
  /** What stands before the buttons for the size. */
  tools?: ReactNode
}

/** The pages of a document, drawn from the file that leaves the office. Screen readers hear of each page; its words are in the form already. */
export function PagesPreview({ pages, error, retry, spoken = false, tools }: PagesPreviewProps): ReactNode {
  const [zoom, setZoom] = useState(chosenZoom)
  const { ref, width } = useElementSize()
  // Drawing many pages gives way to whoever is typing.
  const shown = useDeferredValue(pages)
  const paper = Math.max(...(shown?.sections ?? []).map((section) => section.width), 1) * pixelsPerPoint
  const fitting = Math.max(0.2, Math.min(1.15, width / paper))
  const scale = zoom ?? fitting
  const choose = (next: number | null): void => {
    chosenZoom = next
    setZoom(next)
  }
  const smaller = zooms.findLast((each) => each < scale - 0.01)
  const larger = zooms.find((each) => each > scale + 0.01)
  return (
    <div className={classes.panel}>
      <div className={classes.tools} data-looks>
        {tools}
        <div className={classes.zoom} role="group" aria-label="Größe der Seiten">
          <Tooltip label="Kleiner"><ActionIcon variant="default" size={28} aria-label="Seiten kleiner" disabled={smaller === undefined} onClick={() => smaller !== undefined && choose(smaller)}><IconZoomOut size={16} aria-hidden /></ActionIcon></Tooltip>
          <output className={classes.percent} aria-label="Größe">{Math.round(scale * 100)} %</output>
          <Tooltip label="Größer"><ActionIcon variant="default" size={28} aria-label="Seiten größer" disabled={larger === undefined} onClick={() => larger !== undefined && choose(larger)}><IconZoomIn size={16} aria-hidden /></ActionIcon></Tooltip>
          <Button variant="default" size="compact-sm" disabled={zoom === null} onClick={() => choose(null)}>Ganze Breite</Button>
        </div>
      </div>
      {/* What scrolls must be reachable by keyboard (WCAG 2.1.1). */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section aria-label="Seitenvorschau" className={classes.preview} tabIndex={0}>
        {error && !pages ? <FailureAlert error={error} retry={retry} /> : null}
        {!shown && !error ? <Loader size="sm" aria-label="Vorschau wird erstellt" /> : null}
        {shown && shown.missing.length > 0 && (
          <Alert mb="md" color="amber" variant="light" icon={<IconAlertTriangle aria-hidden />}>
            {shown.missing.length === 1 ? 'Es fehlt noch: ' : 'Es fehlen noch: '}{shown.missing.join(', ')}.
          </Alert>
        )}
        <div ref={ref}>{shown && width > 0 && <Sheets document={shown} scale={scale} wide={scale > fitting + 0.01} />}</div>
        {shown && spoken && <VisuallyHidden>{wordsOf(shown)}</VisuallyHidden>}
      </section>
    </div>
  )
}

function Sheets({ document, scale, wide }: { document: Pages; scale: number; wide: boolean }): ReactNode {
  const measuring = useRef<HTMLDivElement>(null)
  const { looks, images, tab, addsDistances } = document
  const laidOut = useLayout(document, measuring)
  return (
    <SheetContext value={{ looks, images, tab, addsDistances }}>
      <div className={classes.measure} ref={measuring} aria-hidden><Unlaid document={document} /></div>
      <div className={classes.pages} data-wide={wide || undefined}>
        {laidOut.map((page, index) => {
          const { width = 0, height = 0 } = document.sections[page.section] ?? {}
          return (
            <figure key={`${page.section}-${page.number}`} className={classes.sheet} aria-label={`Seite ${index + 1} von ${laidOut.length}`} style={{ width: `${width * scale}pt`, height: `${height * scale}pt` }}>
              <PageView page={page} count={laidOut.length} document={document} scale={scale} />
            </figure>
          )
        })}
      </div>
      <p className={classes.foot}>{laidOut.length === 1 ? 'Eine Seite' : `${laidOut.length} Seiten`}, wie sie in der Datei stehen, die das Haus verlässt. Word und LibreOffice brechen Zeilen manchmal ein wenig anders um.</p>
    </SheetContext>
  )
}

import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useDesk } from '../useDesk.ts'
import { FilledPreview } from './FilledPreview.tsx'
import classes from './Outline.module.css'

/** A letter as its template makes it, as it was stored last. */
export function LetterPreview({ letterId, copy }: { letterId: string; copy: string }): ReactNode {
  const { api } = useDesk()
  const preview = useQuery(api.preview.queryOptions({ input: { letterId, copy } }))
  return (
    // What scrolls must be reachable by keyboard (WCAG 2.1.1).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={classes.preview} aria-label="Vorschau des Dokuments" tabIndex={0}>
      <FilledPreview filled={preview.data} error={preview.error} retry={() => void preview.refetch()} />
    </section>
  )
}

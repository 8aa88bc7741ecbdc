import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { Decision, DuplicatePair, PairGroup } from '../../../shared/directory/duplicates/contract.ts'
import { api, office } from '../../app/office.ts'
import { showFailure, showNotice, showUndoNotice } from '../../ui/notices.tsx'
import { useWindowedRows } from '../../ui/useWindowedRows.ts'

const done: Record<Decision, string> = { different: 'Als verschieden vermerkt', later: 'Für später vermerkt' }

/** The list of pairs, the one that is open, and what is decided of it. */
export function useDuplicates(group: PairGroup) {
  const { pair: current = null, merge = false } = useSearch({ from: '/directory/duplicates' })
  const navigate = useNavigate()
  const counts = useQuery(api.directory.duplicates.counts.queryOptions())
  const scan = useScan()
  const rows = useWindowedRows<DuplicatePair>(api.directory.duplicates.pairs.key({ input: { group } }), async (offset, limit) => {
    if (counts.data === null && scan.progress === null) return { rows: [], total: 0 }
    const page = await office.directory.duplicates.pairs({ group, offset, limit })
    return { rows: page.pairs, total: page.total }
  })
  const open = (pair: string | null): void => void navigate({ to: '/directory/duplicates', search: pair === null ? {} : { pair } })

  const setMerging = (on: boolean): void => void navigate({ to: '/directory/duplicates', search: current === null ? {} : { pair: current, ...(on && { merge: true }) } })

  /** The pair below the open one, or above the last one: where to go on once it is decided. */
  const next = (): string | null => {
    const total = rows.total ?? 0
    for (let index = 0; index < total; index += 1) {
      if (rows.at(index)?.id === current) return rows.at(index + 1)?.id ?? rows.at(index - 1)?.id ?? null
    }
    return null
  }
  const decide = async (decision: Decision): Promise<void> => {
    if (current === null) return
    const [one = '', other = ''] = current.split(':')
    const following = next()
    try {
      const { change } = await office.directory.duplicates.decide({ one, other, decision })
      open(following)
      showUndoNotice(done[decision], 'office', change)
    } catch (error) {
      showFailure(error)
    }
  }
  return { counts: counts.data, rows, current, merging: merge && current !== null, setMerging, open, next, decide, scan }
}

export type Duplicates = ReturnType<typeof useDuplicates>

/** Looks through the whole stock with progress and stop. */
function useScan() {
  const [progress, setProgress] = useState<{ done: number, total: number } | null>(null)
  const stop = useRef<AbortController | null>(null)
  const run = async (): Promise<void> => {
    const abort = new AbortController()
    stop.current = abort
    setProgress({ done: 0, total: 0 })
    try {
      for await (const step of await office.directory.duplicates.scan(undefined, { signal: abort.signal })) {
        if (step.state === 'running') setProgress(step)
        else showNotice(`Bestand durchgesehen: ${(step.counts.sure + step.counts.likely + step.counts.possible).toLocaleString('de-DE')} offene Paare`)
      }
    } catch (error) {
      if (abort.signal.aborted) showNotice('Suche angehalten. Was bisher bekannt war, bleibt.')
      else showFailure(error)
    } finally {
      setProgress(null)
    }
  }
  return { progress, run, stop: (): void => stop.current?.abort() }
}

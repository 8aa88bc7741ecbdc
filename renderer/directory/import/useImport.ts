import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { ImportDecisions, ImportOptions, ImportProgress, ImportReading } from '../../../shared/directory/import/model.ts'
import type { Signature } from '../../../shared/directory/import/signature.ts'
import { desktop, office } from '../../app/office.ts'
import { showFailure, showNotice, showUndoNotice } from '../../ui/notices.tsx'
import { FileTrouble, handOver } from './handOver.ts'

export type ImportResult = Extract<ImportProgress, { state: 'done' }>
type Overview = Extract<ImportReading, { state: 'ready' }>['overview']

/** A file that lies ready in the office process. */
interface Ready {
  token: string
  name: string
}

/** Steps of an import: choose files, look at one, decide, run it with progress and stop, keep what comes back, go on with the next. */
export function useImport() {
  const queries = useQueryClient()
  const [waiting, setWaiting] = useState<readonly File[]>([])
  const [file, setFile] = useState<Ready | null>(null)
  const [handing, setHanding] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [options, setOptions] = useState<ImportOptions>({})
  const [progress, setProgress] = useState<ImportProgress | null>(null)
  const [unprotected, setUnprotected] = useState<ImportResult['remarks']>([])
  const [rowsRead, setRowsRead] = useState(0)
  const stop = useRef<AbortController | null>(null)
  const token = file?.token ?? null
  useEffect(() => () => {
    if (token !== null) void office.directory.import.close({ token }).catch(() => {})
  }, [token])

  const result = progress?.state === 'done' ? progress : null
  const reading = useQuery({
    queryKey: ['directory.import', token, options],
    queryFn: async ({ signal }): Promise<Overview> => {
      setRowsRead(0)
      for await (const step of await office.directory.import.read({ token: token ?? '', options }, { signal })) {
        if (step.state === 'ready') return step.overview
        setRowsRead(step.rows)
      }
      throw new Error('The file was not read to its end.')
    },
    enabled: token !== null && progress === null,
    placeholderData: (former, query) => query?.queryKey[1] === token ? former : undefined,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  })

  const take = (ready: Ready | null): void => {
    setOptions({})
    setProgress(null)
    setFile(ready)
  }
  const begin = async (files: readonly File[]): Promise<void> => {
    const [first, ...rest] = files
    if (first === undefined) return
    setTrouble(null)
    setWaiting(rest)
    setHanding(first.name)
    try {
      take({ token: await handOver(first), name: first.name })
    } catch (error) {
      take(null)
      if (error instanceof FileTrouble) setTrouble(error.message)
      else showFailure(error)
    } finally {
      setHanding(null)
    }
  }
  const beginSignature = async (signature: Signature): Promise<void> => {
    setTrouble(null)
    setWaiting([])
    try {
      take({ token: (await office.directory.import.beginSignature({ signature })).token, name: 'Signatur' })
    } catch (error) {
      showFailure(error)
    }
  }

  /** The office side doesn't reach the protected notes, which lie in the other database: the window brings them there. */
  const protect = async (remarks: ImportResult['remarks'], change: string | null): Promise<void> => {
    try {
      await office.counselling.protectedNotes.add({ notes: remarks, ...(change !== null && { along: change }) })
      setUnprotected([])
    } catch (error) {
      setUnprotected(remarks)
      showFailure(error)
    }
  }

  const run = async (): Promise<void> => {
    if (token === null) return
    const abort = new AbortController()
    stop.current = abort
    try {
      setProgress({ state: 'running', done: 0, total: (reading.data?.counts.new ?? 0) + (reading.data?.counts.complete ?? 0) })
      for await (const step of await office.directory.import.run({ token, options }, { signal: abort.signal })) {
        setProgress(step)
        if (step.state !== 'done') continue
        showUndoNotice(doneText(step), 'office', step.change)
        if (step.remarks.length > 0) await protect(step.remarks, step.change)
      }
    } catch (error) {
      setProgress(null)
      if (abort.signal.aborted) showNotice('Import angehalten. Es wurde nichts übernommen.')
      else showFailure(error)
    }
  }

  const rejectedFormat: 'xlsx' | 'csv' = reading.data?.format === 'workbook' ? 'xlsx' : 'csv'
  const saveRejected = async (): Promise<void> => {
    if (token === null || file === null) return
    try {
      const target = await desktop.chooseSaveTarget({ name: `Nicht importierte Zeilen.${rejectedFormat}`, kind: rejectedFormat })
      if (target === null) return
      await office.directory.import.saveRejected({ token, options, grant: target.grant })
      showNotice(`Gespeichert: ${target.name}`)
    } catch (error) {
      showFailure(error)
    }
  }

  const forgetMapping = async (): Promise<void> => {
    if (token === null) return
    try {
      await office.directory.import.forgetMapping({ token })
      setOptions(({ mapping: _mapping, ...rest }) => rest)
      await queries.invalidateQueries({ queryKey: ['directory.import', token] })
    } catch (error) {
      showFailure(error)
    }
  }

  return {
    file,
    /** Name of the file that is being handed over. */
    handing,
    trouble,
    waiting: waiting.length,
    reading,
    rowsRead,
    options,
    change: (part: ImportOptions): void => setOptions((before) => ({ ...before, ...part })),
    decideRow: (id: string, part: ImportDecisions): void => setOptions((before) => {
      const row = before.rows?.[id] ?? {}
      return { ...before, rows: { ...before.rows, [id]: { ...row, ...part, repairs: { ...row.repairs, ...part.repairs } } } }
    }),
    running: progress?.state === 'running' ? progress : null,
    result,
    /** Remarks that did not reach the protected notes. */
    unprotected: unprotected.length,
    protectAgain: (): void => void protect(unprotected, result?.change ?? null),
    begin: (files: readonly File[]): void => void begin(files),
    beginSignature,
    next: (): void => void begin(waiting),
    again: (): void => { setWaiting([]); take(null) },
    run,
    stop: (): void => stop.current?.abort(),
    saveRejected,
    rejectedFormat,
    forgetMapping,
  }
}

export type Import = ReturnType<typeof useImport>

function doneText({ created, completed }: ImportResult): string {
  return [
    created === 1 ? '1 Kontakt importiert' : `${created.toLocaleString('de-DE')} Kontakte importiert`,
    completed > 0 && `${completed.toLocaleString('de-DE')} ergänzt`,
  ].filter(Boolean).join(', ')
}

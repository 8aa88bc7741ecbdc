import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { ImportOptions, ImportProgress } from '../../../shared/directory/import.ts'
import { desktop, office } from '../../app/office.ts'
import { showFailure, showNotice, showUndoNotice } from '../../ui/notices.tsx'
import { contentOf } from './contentOf.ts'

export type ImportResult = Extract<ImportProgress, { state: 'done' }>

/** A chosen file; its content is base64. */
interface ChosenFile {
  /** Tells one choice from the next, so that an old preview is never shown for a new file. */
  number: number
  name: string
  content: string
}

/** Steps of an import: choose a file, look at the preview, run it with progress and stop, keep what was rejected. */
export function useImport() {
  const [file, setFile] = useState<ChosenFile | null>(null)
  const [options, setOptions] = useState<ImportOptions>({})
  const [progress, setProgress] = useState<ImportProgress | null>(null)
  const stop = useRef<AbortController | null>(null)
  const result = progress?.state === 'done' ? progress : null

  const preview = useQuery({
    queryKey: ['directory.import', file?.number, options],
    queryFn: () => office.directory.previewImport({ content: file?.content ?? '', options }),
    enabled: file !== null && result === null,
    placeholderData: (former, query) => query?.queryKey[1] === file?.number ? former : undefined,
    gcTime: 0,
  })

  const choose = useMutation({
    mutationFn: contentOf,
    onSuccess: (content, chosen) => {
      setOptions({})
      setProgress(null)
      setFile((before) => ({ number: (before?.number ?? 0) + 1, name: chosen.name, content }))
    },
  })

  const run = async (): Promise<void> => {
    if (file === null) return
    const abort = new AbortController()
    stop.current = abort
    try {
      setProgress({ state: 'running', done: 0, total: preview.data?.counts.import ?? 0 })
      for await (const step of await office.directory.runImport({ content: file.content, options }, { signal: abort.signal })) {
        setProgress(step)
        if (step.state === 'done') showUndoNotice(`${step.created.toLocaleString('de-DE')} Kontakte importiert`, 'office', step.change)
      }
    } catch (error) {
      setProgress(null)
      if (abort.signal.aborted) showNotice('Import angehalten. Es wurde nichts übernommen.')
      else showFailure(error)
    }
  }

  const saveRejected = async (): Promise<void> => {
    if (file === null) return
    try {
      const target = await desktop.chooseSaveTarget({ name: `Nicht importiert ${file.name.replace(/\.[^.]*$/u, '')}.csv`, kind: 'csv' })
      if (target === null) return
      await office.directory.saveRejected({ content: file.content, options, grant: target.grant })
      showNotice(`Gespeichert: ${target.name}`)
    } catch (error) {
      showFailure(error)
    }
  }

  return {
    file,
    choose: (chosen: File): void => choose.mutate(chosen),
    chooseError: choose.error,
    preview,
    options,
    setOptions,
    running: progress?.state === 'running' ? progress : null,
    result,
    run,
    stop: (): void => stop.current?.abort(),
    saveRejected,
  }
}

export type Import = ReturnType<typeof useImport>

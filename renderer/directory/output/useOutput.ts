import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { OutputFormat, OutputLayout, OutputProgress, OutputRequest, OutputSource, OutputUse } from '../../../shared/directory/output/model.ts'
import { api, desktop, office } from '../../app/office.ts'
import { usePreference } from '../../app/usePreference.ts'
import { showFailure, showNotice } from '../../ui/notices.tsx'
import { proposals } from './formats.ts'

export type OutputResult = Extract<OutputProgress, { state: 'done' }>

/** Steps of giving out: what and for what, the look at who is left out, the file, and what became of it. */
export function useOutput(source: OutputSource, title: string) {
  const navigate = useNavigate()
  const [format, setFormat] = usePreference<OutputFormat>('output.format', 'xlsx')
  const [purpose, setPurpose] = useState('')
  const [use, setUse] = useState<OutputUse>('internal')
  const [despite, setDespite] = useState(false)
  const [byChannel, setByChannel] = useState(true)
  const [progress, setProgress] = useState<OutputProgress | null>(null)
  const stop = useRef<AbortController | null>(null)
  const request: OutputRequest = { source, format, purpose, use, despite, byChannel }
  const check = useQuery(api.directory.output.check.queryOptions({ input: request, placeholderData: keepPreviousData }))

  const follow = async (stream: (signal: AbortSignal) => Promise<AsyncIterable<OutputProgress>>): Promise<void> => {
    const abort = new AbortController()
    stop.current = abort
    try {
      setProgress({ state: 'running', done: 0, total: check.data?.included ?? 0 })
      for await (const step of await stream(abort.signal)) setProgress(step)
    } catch (error) {
      setProgress(null)
      if (abort.signal.aborted) showNotice('Angehalten. Es wurde nichts ausgegeben.')
      else showFailure(error)
    }
  }

  const saveFile = async (layout: Partial<OutputLayout>): Promise<void> => {
    if (format === 'email' || format === 'letters') return
    try {
      const target = await desktop.chooseSaveTarget(proposals[format])
      if (target === null) return
      await follow((signal) => office.directory.output.save({ request: { ...request, format }, layout: { title, ...layout }, grant: target.grant }, { signal }))
    } catch (error) {
      showFailure(error)
    }
  }

  const prepareLetters = async (): Promise<void> => {
    try {
      const { id } = await office.correspondence.serial.create({ source, sourceName: title, purpose })
      await navigate({ to: '/correspondence/serial', search: { id } })
    } catch (error) {
      showFailure(error)
    }
  }

  const saveLeftOut = async (): Promise<void> => {
    try {
      const target = await desktop.chooseSaveTarget({ name: 'Nicht ausgegeben.pdf', kind: 'pdf' })
      if (target === null) return
      await office.directory.output.saveLeftOut({ request, title, grant: target.grant })
      showNotice(`Gespeichert: ${target.name}`)
    } catch (error) {
      showFailure(error)
    }
  }

  return {
    request, check, format, setFormat, purpose, setPurpose, use, setUse, despite, setDespite, byChannel, setByChannel,
    running: progress?.state === 'running' ? progress : null,
    result: progress?.state === 'done' ? progress : null,
    again: (): void => setProgress(null),
    stop: (): void => stop.current?.abort(),
    saveFile, prepareLetters, saveLeftOut,
  }
}

export type Output = ReturnType<typeof useOutput>

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ParticipantImportOptions, ParticipantOverview } from '../../../../shared/events/participants/import/model.ts'
import { desktop, office } from '../../../app/office.ts'
import { FileTrouble, handOver } from '../../../ui/fileTransfer.ts'
import { showFailure, showNotice, showUndoNotice } from '../../../ui/notices.tsx'

type Result = Awaited<ReturnType<typeof office.events.participants.import.run>>

/** Steps of an import of registrations: choose a file, look, decide, take, keep what comes back. */
export function useRegistrations(eventId: string) {
  const queries = useQueryClient()
  const [file, setFile] = useState<{ token: string; name: string } | null>(null)
  const [options, setOptions] = useState<ParticipantImportOptions>({})
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [result, setResult] = useState<Result | null>(null)
  /** What was shown when it was taken: afterwards the same file holds nothing new. */
  const [taken, setTaken] = useState<ParticipantOverview | null>(null)
  const token = file?.token ?? ''
  useEffect(() => () => {
    if (token !== '') void office.events.participants.import.close({ token }).catch(() => {})
  }, [token])
  const asked = { eventId, token, options }
  const key = ['events.participants.import', token, options] as const
  const reading = useQuery({
    queryKey: key, queryFn: ({ signal }) => office.events.participants.import.read(asked, { signal }), enabled: token !== '' && result === null,
    placeholderData: (former, query) => (query?.queryKey[1] === token ? former : undefined), gcTime: 0, retry: false, refetchOnWindowFocus: false,
  })

  const begin = async (chosen: File): Promise<void> => {
    setTrouble(null)
    setBusy(true)
    try {
      const handed = await handOver(chosen, office.events.participants.import)
      setOptions({})
      setFile({ token: handed, name: chosen.name })
    } catch (error) {
      setFile(null)
      if (error instanceof FileTrouble) setTrouble(error.message)
      else showFailure(error)
    } finally {
      setBusy(false)
    }
  }
  const run = async (): Promise<void> => {
    setBusy(true)
    try {
      const done = await office.events.participants.import.run(asked)
      setTaken(reading.data ?? null)
      setResult(done)
      showUndoNotice(done.added + done.waiting === 1 ? '1 Anmeldung übernommen.' : `${done.added + done.waiting} Anmeldungen übernommen.`, 'office', done.change)
    } catch (error) {
      showFailure(error)
    } finally {
      setBusy(false)
    }
  }
  const rejectedFormat: 'xlsx' | 'csv' = (taken ?? reading.data)?.format === 'workbook' ? 'xlsx' : 'csv'
  const saveRejected = async (): Promise<void> => {
    try {
      const target = await desktop.chooseSaveTarget({ name: `Nicht übernommene Zeilen.${rejectedFormat}`, kind: rejectedFormat })
      if (!target) return
      await office.events.participants.import.saveRejected({ ...asked, grant: target.grant })
      showNotice(`Gespeichert: ${target.name}`)
    } catch (error) {
      showFailure(error)
    }
  }
  const forget = async (): Promise<void> => {
    try {
      await office.events.participants.import.forgetMapping(asked)
      setOptions(({ mapping: _mapping, ...rest }) => rest)
      await queries.invalidateQueries({ queryKey: key.slice(0, 2) })
    } catch (error) {
      showFailure(error)
    }
  }
  return {
    fileName: file?.name ?? null, trouble, busy, result, options,
    overview: taken ?? (token === '' ? undefined : reading.data),
    reading: token !== '' && reading.isPending && result === null,
    failure: reading.error,
    change: (part: object): void => setOptions((before) => ({ ...before, ...part })),
    begin, run, saveRejected, rejectedFormat, forget,
  }
}

export type Registrations = ReturnType<typeof useRegistrations>

import { useSyncExternalStore } from 'react'
import type { SerialStep } from '../../../shared/correspondence/serial/model.ts'
import { desktop, office } from '../../app/office.ts'
import { showFailure, showNotice } from '../../ui/notices.tsx'

interface Writing { step: Extract<SerialStep, { state: 'running' }>; stop: AbortController }

/** How far a run is before the first word of the office process. */
type Stand = Pick<Writing['step'], 'done' | 'total'>

/** Runs that are being written; they go on while another screen is open. */
const writings = new Map<string, Writing>()
const listeners = new Set<() => void>()

function put(id: string, writing: Writing | null): void {
  if (writing) writings.set(id, writing)
  else writings.delete(id)
  for (const listener of listeners) listener()
}

/** How far a run is that is being written at the moment, and what begins and stops it. */
export function useWriting(id: string) {
  const writing = useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, () => writings.get(id))

  return { step: writing?.step ?? null, start: (stand: Stand) => write(id, stand), stop: () => writing?.stop.abort() }
}

async function write(id: string, stand: Stand): Promise<void> {
  const stop = new AbortController()
  try {
    const target = await desktop.chooseTargetFolder()
    if (target === null) return
    put(id, { stop, step: { state: 'running', phase: 'letters', ...stand } })
    for await (const step of await office.correspondence.serial.write({ id, grant: target.grant, folderName: target.name }, { signal: stop.signal })) {
      if (step.state === 'running') put(id, { stop, step })
      else showNotice(`Fertig: ${[step.letters > 0 && `${step.letters} per Post`, step.mails > 0 && `${step.mails} per E-Mail`].filter(Boolean).join(', ') || 'niemand'}${step.entry === '' ? '' : `, eingetragen unter ${step.entry}`}.`)
    }
  } catch (error) {
    if (stop.signal.aborted) showNotice('Angehalten. Was geschrieben ist, bleibt; „Fortsetzen“ schreibt den Rest.')
    else showFailure(error)
  } finally {
    put(id, null)
  }
}

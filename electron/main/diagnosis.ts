import { Worker } from 'node:worker_threads'
import { app, type BrowserWindow } from 'electron'
import type { SaveOutcome } from '../../shared/desktop.ts'
import type { PolicyState } from '../../shared/policy/state.ts'
import { isoDay } from '../../shared/dates.ts'
import { askSaveTarget } from './dialogs.ts'
import { logFile } from './log.ts'
import { saveFile } from './save-file.ts'

/** What a diagnosis in the window is of. */
export interface DiagnosisSubject {
  vault: string
  secondPlace: string | null
  policy: PolicyState
}

/** Order for the thread that collects a diagnosis. */
export function diagnosisOrder(subject: DiagnosisSubject) {
  return { ...subject, program: app.getVersion(), log: logFile() }
}

/**
 * Facts for IT: shown first, saved afterwards. What is saved is what was shown; the window can't change it. Works without the office
 * process, because it is needed when that doesn't start.
 */
export class Diagnosis {
  readonly #subject: () => DiagnosisSubject
  #text: string | null = null

  constructor(subject: () => DiagnosisSubject) {
    this.#subject = subject
  }

  /** Collects the facts anew. */
  async collect(): Promise<string> {
    const here = import.meta.url
    const worker = new Worker(new URL('./diagnosis-worker.js', here), { workerData: { order: diagnosisOrder(this.#subject()), out: null, ended: null } })
    const text = await new Promise<string>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error('The diagnosis ended without a result.')))
    })
    this.#text = text
    return text
  }

  /** Asks where to save what was shown. @throws Error when nothing was shown yet */
  async save(window: BrowserWindow): Promise<SaveOutcome> {
    if (this.#text === null) throw new Error('Nothing was shown yet.')
    const target = await askSaveTarget(window, { name: `Diagnose ${isoDay(new Date())}`, kind: 'txt' })
    return target ? saveFile(target, this.#text) : { saved: false, trouble: null }
  }
}

import { parentPort, workerData } from 'node:worker_threads'
import { exitCodes } from '../../../shared/backup/exit-codes.ts'
import { endCommand } from '../../command-end.ts'
import { deliverText } from '../../deliver-text.ts'
import { diagnose, type DiagnosisOrder } from './service.ts'

/**
 * Entry of the thread that collects a diagnosis: for the window, which is told the text, or for the command without a window, whose main
 * thread waits for `ended` and exits with the code beside it.
 */
const { order, out, ended } = workerData as { order: DiagnosisOrder; out: string | null; ended: Int32Array | null }
const text = await diagnose(order)
if (ended === null) parentPort?.postMessage(text)
else {
  let code: number = exitCodes.unexpected
  try {
    code = deliverText(text, out)
  } finally {
    endCommand(ended, code)
  }
}

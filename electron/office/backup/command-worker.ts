import { writeSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import { exitCodes } from '../../../shared/backup/exit-codes.ts'
import type { PolicyState } from '../../../shared/policy/state.ts'
import { endCommand } from '../../command-end.ts'
import { obeyPolicy } from '../policy.ts'
import { runCommand, type CommandOrder } from './commands.ts'

/** Entry of the thread that runs a command without a window. The main thread waits for `ended` and exits with the code beside it. */
const { order, policy, ended } = workerData as { order: CommandOrder; policy: PolicyState; ended: Int32Array }
obeyPolicy(policy)
const code = await runCommand(order, (line) => {
  try {
    writeSync(1, `${line}\n`)
  } catch {
    // Nobody listens: a scheduler looks at the exit code.
  }
}).catch(() => exitCodes.unexpected)
endCommand(ended, code)

import { spawn } from 'node:child_process'

/** How a program is run. */
export interface ProgramCall {
  args: readonly string[]
  /** Names and values beside the environment of the office process. */
  environment?: Readonly<Record<string, string>>
  /** After so many milliseconds it is ended. */
  timeout: number
}
/** Runs a program to its end. `hung`: it had to be ended. */
export type ProgramRunner = (program: string, call: ProgramCall) => Promise<{ hung: boolean }>

/** Longer than this takes no letter; then the program hangs. */
const longestMilliseconds = 60_000
const moreMilliseconds = 5_000

/** How long a program may take for so many documents, in milliseconds. */
export function timeFor(documents: number): number {
  return longestMilliseconds + documents * moreMilliseconds
}

/** Runs a program without a shell and without a window; what it says is nobody's business. */
export const runProgram: ProgramRunner = (program, { args, environment, timeout }) => new Promise((resolve) => {
  const child = spawn(program, args, { stdio: 'ignore', windowsHide: true, timeout, killSignal: 'SIGKILL', env: { ...process.env, ...environment } })
  child.once('error', () => resolve({ hung: false }))
  child.once('exit', (_code, signal) => resolve({ hung: signal === 'SIGKILL' }))
})

import { writeFileSync, writeSync } from 'node:fs'
import { exitCodes, type ExitCode } from '../shared/backup/exit-codes.ts'

/**
 * Prints what a command has to say, and saves it where a file is named: shown in any case, never in place of a file that is there.
 * @returns the exit code
 */
export function deliverText(text: string, out: string | null): ExitCode {
  print(text)
  if (out === null) return exitCodes.done
  try {
    writeFileSync(out, text, { flag: 'wx' })
    print(`\nGespeichert: ${out}\n`)
    return exitCodes.done
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    print(code === 'EEXIST' ? '\nNicht gespeichert: Unter diesem Namen gibt es schon eine Datei. Sie wurde nicht verändert.\n' : `\nNicht gespeichert: Der Ort ist nicht erreichbar oder nicht beschreibbar${code ? ` (${code})` : ''}.\n`)
    return code === 'ENOSPC' ? exitCodes.diskFull : exitCodes.notReachable
  }
}

function print(text: string): void {
  try {
    const bytes = Buffer.from(text)
    for (let at = 0; at < bytes.length; ) at += writeSync(1, bytes, at)
  } catch {
    // Nobody listens: a scheduler looks at the exit code.
  }
}

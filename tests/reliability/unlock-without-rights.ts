import { lookOutcome, unlockOutcome } from './damaged-office.ts'

/**
 * Unlocks a vault, or looks on, as somebody who may only read it, and prints the outcome as JSON. Root may write everywhere, so root
 * becomes "nobody" first, with all modules already loaded.
 */
const [, , folder = '', personId = '', passphrase = '', way = 'unlock'] = process.argv
const nobody = 65_534
if (process.getuid?.() === 0) {
  process.setgroups?.([])
  process.setgid?.(nobody)
  process.setuid?.(nobody)
}
process.stdout.write(JSON.stringify(await (way === 'look' ? lookOutcome : unlockOutcome)(folder, personId, passphrase)))

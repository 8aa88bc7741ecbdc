import { openSession } from '../../electron/office/session.ts'
import { fill, outcomeOf } from './damaged-office.ts'
import { vaultFromText } from './vault-text.ts'

/**
 * Opens a vault and writes until it no longer can, as a process of its own because the limit may hold for a whole
 * process. Prints as JSON: the acknowledged contacts, the error as the window would get it, and whether the office can
 * still be read.
 */
const session = await openSession(vaultFromText(process.argv[2] ?? ''), () => {})
const acknowledged: string[] = []
let outcome: unknown
try {
  for (let round = 0; round < 2_000; round++) acknowledged.push(...(await fill(session, 1, `Runde ${round}`)))
} catch (error) {
  outcome = outcomeOf(error)
}
const read = await session.office.database.read.selectFrom('contact').select('id').execute()
await session.close()
process.stdout.write(JSON.stringify({ acknowledged, outcome, readable: read.length }))

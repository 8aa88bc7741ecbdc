import type { OfficeContext } from './office-context.ts'
import { expectHardToGuess } from './transfer/service.ts'
import { draftCodes } from './vault/deputies.ts'
import { drafted } from './vault/deputy/service.ts'
import { assertSheetsProved } from './vault/deputy/sheets.ts'
import { expectStrong, wordsOf } from './vault/passphrase-policy.ts'
import { checkedName } from './vault/people-rules.ts'
import type { VaultSession } from './vault/session.ts'

/** What of an input was typed by a person; each check looks at what its own procedure has. */
interface Typed {
  personId: string
  name: string
  passphrase: string | null
  next: string
  holders: readonly string[]
  typed: readonly string[]
  plan: { leaverName: string; successorName: string }
}

type Check = (context: OfficeContext, typed: Typed) => Promise<void> | void

const ofVault = (check: (vault: VaultSession, typed: Typed) => Promise<void> | void): Check =>
  ({ vault }, typed) => vault.read(async (session) => check(session, typed))

const checks: Readonly<Record<string, Check>> = {
  'vault.people.add': ofVault(async (vault, { name, passphrase }) => {
    checkedName(name, vault.file.list.people)
    await expectStrong(passphrase ?? '', [...wordsOf(vault), name])
  }),
  'vault.people.rename': ofVault(({ file }, { personId, name }) => void checkedName(name, file.list.people.filter(({ id }) => id !== personId))),
  'vault.people.resetPassphrase': ofVault((vault, { passphrase }) => expectStrong(passphrase ?? '', wordsOf(vault))),
  'vault.people.changeOwnPassphrase': ofVault((vault, { next }) => expectStrong(next, wordsOf(vault))),
  'vault.confirmRecoveryKey': ({ vault }, { typed }) => vault.expectProof(typed),
  'vault.deputy.draft': ofVault((_vault, { holders }) => void draftCodes(holders)),
  'vault.deputy.confirm': ofVault((vault, { typed }) => assertSheetsProved(drafted(vault), typed)),
  'transfer.begin': ofVault(({ file: { list } }, { passphrase }) => expectHardToGuess(passphrase, [list.officeName, ...list.people.map(({ name }) => name)])),
  'counselling.handover.save': (_context, { passphrase, plan }) => expectHardToGuess(passphrase, [plan.leaverName, plan.successorName]),
}
/** What everybody may do; the others are for the Leitung, and whoever isn't is refused for that, which the log is to hold. */
const forEverybody: ReadonlySet<string> = new Set(['vault.people.changeOwnPassphrase', 'counselling.handover.save'])

/**
 * Checks what a person has typed for something that the log would enter before it is done: a slip of the pen, a weak passphrase, a name that
 * is taken. Whoever is only asked to type it again has done nothing. The services check the same once more.
 * @throws OfficeError `invalid`, `conflict`
 */
export async function expectTyped(context: OfficeContext, path: string, input: unknown): Promise<void> {
  const check = checks[path]
  if (!check || (!forEverybody.has(path) && context.process.session?.person.role !== 'leitung')) return
  await check(context, input as Typed)
}

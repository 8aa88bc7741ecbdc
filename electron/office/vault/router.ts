import { open } from '../procedures.ts'
import { deputyRouter } from './deputy/router.ts'
import { noteEnd } from './deputy/service.ts'
import {
  addPerson,
  changeOwnPassphrase,
  changeRole,
  removePerson,
  renamePerson,
  resetPassphrase,
} from './people.ts'
import { deskRouter } from './desk/router.ts'
import { expectStrong, wordsOf } from './passphrase-policy.ts'
import { peopleOverview } from './people-overview.ts'

/** First run, unlocking and the people of the vault. */
export const vaultRouter = {
  status: open.vault.status.handler(({ context }) => context.vault.status()),
  create: open.vault.create.handler(({ context, input }) => context.vault.create(input)),
  openDemo: open.vault.openDemo.handler(({ context }) => context.vault.openDemo()),
  unlock: open.vault.unlock.handler(({ context, input }) => context.vault.unlock(input.personId, input.passphrase)),
  checkRecoveryKey: open.vault.checkRecoveryKey.handler(({ context, input }) =>
    context.vault.checkRecoveryKey(input.recoveryKey),
  ),
  recover: open.vault.recover.handler(({ context, input }) =>
    context.vault.recover(input.recoveryKey, input.personId, input.passphrase),
  ),
  draftRecoveryKey: open.vault.draftRecoveryKey.handler(({ context }) => context.vault.draftRecoveryKey()),
  confirmRecoveryKey: open.vault.confirmRecoveryKey.handler(({ context, input }) =>
    context.vault.confirmRecoveryKey(input.typed),
  ),
  openByTwo: open.vault.openByTwo.handler(({ context, input }) => context.vault.openByTwo(input)),
  deputy: deputyRouter,
  desk: deskRouter,
  people: {
    list: open.vault.people.list.handler(({ context }) => context.vault.read(async (vault) => peopleOverview(vault))),
    add: open.vault.people.add.handler(({ context, input }) =>
      context.vault.change(async (vault) => {
        await expectStrong(input.passphrase, [...wordsOf(vault), input.name])
        const { id, name, role } = await addPerson(vault, input)
        return { id, name, role }
      }),
    ),
    rename: open.vault.people.rename.handler(({ context, input }) =>
      context.vault.change((vault) => renamePerson(vault, input.personId, input.name)),
    ),
    changeRole: open.vault.people.changeRole.handler(({ context, input }) =>
      context.vault.change(async (vault) => [...(await changeRole(vault, input.personId, input.role))]),
    ),
    remove: open.vault.people.remove.handler(({ context, input }) =>
      context.vault.change(async (vault) => {
        const held = await removePerson(vault, input.personId)
        await noteEnd(context.process.unlocked.counselling, input.personId)
        return [...held]
      }),
    ),
    renewKeys: open.vault.people.renewKeys.handler(({ context, input }) => context.vault.renewKeys(input.names)),
    changeOwnPassphrase: open.vault.people.changeOwnPassphrase.handler(({ context, input }) =>
      context.vault.change(async (vault) => {
        await expectStrong(input.next, wordsOf(vault))
        await changeOwnPassphrase(vault, input.current, input.next)
      }),
    ),
    resetPassphrase: open.vault.people.resetPassphrase.handler(({ context, input }) =>
      context.vault.change(async (vault) => {
        await expectStrong(input.passphrase, wordsOf(vault))
        await resetPassphrase(vault, input.personId, input.passphrase)
      }),
    ),
  },
}

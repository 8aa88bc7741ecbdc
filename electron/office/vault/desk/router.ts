import { open } from '../../procedures.ts'

/** Two computers, one vault. */
export const deskRouter = {
  occupancy: open.vault.desk.occupancy.handler(({ context }) => context.vault.desk.occupancy()),
  ask: open.vault.desk.ask.handler(({ context, input }) => context.vault.desk.ask(input.personId)),
  withdraw: open.vault.desk.withdraw.handler(({ context }) => context.vault.desk.withdraw()),
  takeOver: open.vault.desk.takeOver.handler(({ context, input }) => context.vault.takeOver(input.personId, input.passphrase)),
  look: open.vault.desk.look.handler(({ context, input }) => context.vault.look(input.personId, input.passphrase)),
  standing: open.vault.desk.standing.handler(({ context }) => context.vault.desk.standing()),
  answer: open.vault.desk.answer.handler(({ context, input }) => context.vault.desk.answer(input.id, input.answer)),
}

import { open } from '../procedures.ts'

/** First run, unlocking and the people of the vault. */
export const vaultRouter = {
  status: open.vault.status.handler(({ context }) => ({ state: 'first-run' as const, demo: context.process.demo })),
}

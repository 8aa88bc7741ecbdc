/** What others need of the log: entering what happens outside of the databases, and its own setting. */
export { beginLogs, enterDeputy, enterRecovery, enterTakeover, enterTries } from './opening.ts'
export { readChain, readMonths, type LogDesk } from './repository.ts'

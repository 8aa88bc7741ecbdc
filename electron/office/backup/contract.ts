/** What backups know of the logs that lie in them. */
export { openHead } from './manifest.ts'
export { findSets, type FoundSet } from './set-folder.ts'

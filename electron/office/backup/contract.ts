/** What finished backups are to those who report on them, and to those whose logs lie in them. */
export { openHead } from './manifest.ts'
export { secondFolder } from './second-place.ts'
export { findSets, type FoundSet } from './set-folder.ts'
export { readState } from './state.ts'
export { verifySet } from './verify.ts'

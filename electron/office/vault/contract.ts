/** What the vault's files are to those who copy them and bring them back. */
export { nodeFiles, type Files } from './files.ts'
export { takeLease, HEARTBEAT_SECONDS, type HeldLease } from './lease.ts'
export type { VaultSession } from './session.ts'
export { VaultError } from './vault-error.ts'
export { encodeVaultFile } from './vault-file.ts'
export { VAULT_FILE, vaultStore, type StoredVault, type VaultStore } from './vault-store.ts'

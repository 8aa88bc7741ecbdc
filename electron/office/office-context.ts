import type { OfficeProcess } from './office-process.ts'
import type { VaultService } from './vault/service.ts'

/** What every handler is given. */
export interface OfficeContext {
  process: OfficeProcess
  vault: VaultService
}

import { keysOfRole } from '../../../../shared/vault/roles.ts'
import type { OfficeContext } from '../../office-context.ts'
import type { Colleague } from './service.ts'

/** People of the vault who hold the counselling key, without whoever asks. */
export function colleagues({ vault }: OfficeContext): Promise<Colleague[]> {
  return vault.read(async (opened) =>
    opened.file.list.people
      .filter(({ id, role }) => id !== opened.slotId && keysOfRole(role).includes('counselling'))
      .map(({ id, name }) => ({ id, name })),
  )
}

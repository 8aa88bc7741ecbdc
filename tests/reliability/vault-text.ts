import type { UnlockedVault } from '../../electron/office/session.ts'

/** An unlocked vault as text, to hand it to another process of the same test. */
export function vaultToText(vault: UnlockedVault): string {
  const hex = (key: Uint8Array | null): string | null => key && Buffer.from(key).toString('hex')
  return JSON.stringify({ ...vault, officeKey: hex(vault.officeKey), counsellingKey: hex(vault.counsellingKey) })
}

/** The reverse of {@link vaultToText}. */
export function vaultFromText(text: string): UnlockedVault {
  const { officeKey, counsellingKey, ...rest } = JSON.parse(text) as Omit<UnlockedVault, 'officeKey' | 'counsellingKey'> & {
    officeKey: string
    counsellingKey: string
  }
  return { ...rest, officeKey: Buffer.from(officeKey, 'hex'), counsellingKey: Buffer.from(counsellingKey, 'hex') }
}

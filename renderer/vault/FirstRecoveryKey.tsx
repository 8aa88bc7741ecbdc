import { Text } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import type { RecoverySheet } from '../../shared/vault/contract.ts'
import { office } from '../app/office.ts'
import { RecoveryKeyProof } from '../ui/RecoveryKeyProof.tsx'
import { LockFrame } from './LockFrame.tsx'
import { useRefreshStatus } from './useVault.ts'

/** Last step of creating an office: its recovery key goes to paper. */
export function FirstRecoveryKey({ sheet, officeName }: { sheet: RecoverySheet; officeName: string }) {
  const refresh = useRefreshStatus()
  return (
    <LockFrame heading="Wiederherstellungsschlüssel" icon={<IconKey size={34} stroke={1.5} />} wide>
      <Text size="sm">
        Wenn eine Passphrase vergessen wird, hilft nur dieser Schlüssel. Er wird nur jetzt angezeigt. Drucken Sie ihn und
        verwahren Sie das Blatt in einem verschlossenen Umschlag im Safe der Dienststelle.
      </Text>
      <RecoveryKeyProof
        sheet={sheet}
        officeName={officeName}
        onProof={async (typed) => {
          await office.vault.confirmRecoveryKey({ typed })
          await refresh()
        }}
      />
    </LockFrame>
  )
}

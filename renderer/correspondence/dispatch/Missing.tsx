import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Personal } from '../../ui/Personal.tsx'

/** What a letter lacks before it goes. It may go all the same: whoever sends it knows why. `again`: the button that takes it up again. */
export function Missing({ labels, again = 'Wieder bearbeiten' }: { labels: readonly string[]; again?: string }): ReactNode {
  if (labels.length === 0) return null
  return (
    <Alert color="amber" icon={<IconAlertTriangle aria-hidden />} title={<>Es fehlt noch: <Personal>{labels.join(', ')}</Personal></>}>
      So geht das Schreiben unvollständig hinaus. Zum Ergänzen abbrechen und „{again}“ wählen.
    </Alert>
  )
}

import { Alert, Loader, Stack } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Filled } from '../../../shared/correspondence/templates/model.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { DocumentOutline } from './DocumentOutline.tsx'

/** A filled document, with what was missing in it named above. */
export function FilledPreview({ filled, error, retry }: { filled: Filled | undefined; error: unknown; retry: () => void }): ReactNode {
  if (error) return <FailureAlert error={error} retry={retry} />
  if (!filled) return <Loader m="md" size="sm" aria-label="Vorschau wird erstellt" />
  return (
    <Stack gap="sm">
      {filled.missing.length > 0 && (
        <Alert color="amber" variant="light" icon={<IconAlertTriangle aria-hidden />}>
          {filled.missing.length === 1 ? 'Es fehlt noch: ' : 'Es fehlen noch: '}{filled.missing.join(', ')}. Die Stellen sind im Dokument gelb markiert.
        </Alert>
      )}
      <DocumentOutline outline={filled.outline} />
    </Stack>
  )
}

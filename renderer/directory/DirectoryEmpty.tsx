import { Button } from '@mantine/core'
import { IconAddressBook } from '@tabler/icons-react'
import { EmptyState } from '../ui/EmptyState.tsx'

/** What „Kontakte" is for, and the first two steps, as long as there are none. */
export function DirectoryEmpty({ onNew, onImport }: { onNew: () => void; onImport: () => void }) {
  return (
    <EmptyState
      icon={IconAddressBook}
      title="Noch keine Kontakte"
      text="Hier stehen alle, mit denen das Büro zu tun hat: Behörden, Träger, Vereine und die Menschen dort."
      steps={
        <>
          <Button variant="light" onClick={onNew}>Ersten Kontakt anlegen</Button>
          <Button variant="default" onClick={onImport}>Adressliste einlesen</Button>
        </>
      }
    />
  )
}

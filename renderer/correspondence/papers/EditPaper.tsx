import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { EditedKind } from '../../../shared/correspondence/round-trip/kinds.ts'
import { EditingBanner } from '../word/EditingBanner.tsx'
import { TakenVersions } from '../word/TakenVersions.tsx'
import { useEditing } from '../word/useEditing.ts'

/** A paper that is edited by Word, LibreOffice or Excel: each saved state comes back as a version; the paper that came in stays as it was. */
export function EditPaper({ id, kind }: { id: string; kind: EditedKind }): ReactNode {
  const editing = useEditing({ type: 'document', id })
  return (
    <>
      {editing.copy
        ? <EditingBanner copy={editing.copy} busy={editing.busy} onEnd={() => void editing.end(editing.copy?.token ?? '')} />
        : <Button m="md" size="compact-sm" loading={editing.busy} onClick={() => void editing.open(kind, false, async () => true)}>Kopie öffnen</Button>}
      <TakenVersions versions={editing.versions} onShow={(version) => void editing.show(version)} />
    </>
  )
}

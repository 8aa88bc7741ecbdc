import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { DocumentOwner } from '../../../shared/correspondence/register/model.ts'
import { api } from '../../app/office.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import classes from '../parts.module.css'
import { DropFiles, Troubles } from '../../ui/DropFiles.tsx'
import { PaperRow } from './PaperRow.tsx'
import { addFiles } from '../../records/papers.ts'

/** „Unterlagen" of a record, with a place to drop further ones. */
export function Papers({ owner, readOnly = false }: { owner: DocumentOwner; readOnly?: boolean }): ReactNode {
  const { data, error } = useQuery(api.correspondence.register.documents.of.queryOptions({ input: { owner } }))
  const [busy, setBusy] = useState(false)
  const [troubles, setTroubles] = useState<readonly string[]>([])
  if (error) return <FailureAlert error={error} />

  const add = async (files: readonly File[]): Promise<void> => {
    setBusy(true)
    try {
      const added = await addFiles(owner, files)
      setTroubles(added.troubles)
      if (added.count > 0) showUndoNotice(added.count === 1 ? 'Unterlage abgelegt' : `${added.count} Unterlagen abgelegt`, 'office', added.change)
    } catch (failure) {
      showFailure(failure)
    }
    setBusy(false)
  }
  return (
    <Stack gap="sm">
      {!readOnly && <DropFiles hint="E-Mails (MSG, EML), PDF, DOCX, ODT, XLSX, Bilder, Text; je bis 25 MB. Sie liegen verschlüsselt im Tresor." busy={busy} onFiles={(files) => void add(files)} />}
      <Troubles troubles={troubles} />
      {data?.length === 0 && <Text size="sm" c="dimmed">Noch keine Unterlage.</Text>}
      {data && data.length > 0 && <ul className={classes.rows} aria-label="Unterlagen">{data.map((paper) => <PaperRow key={paper.id} paper={paper} />)}</ul>}
    </Stack>
  )
}

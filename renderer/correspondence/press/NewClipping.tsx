import { Stack, Text } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { ClippingInput } from '../../../shared/correspondence/press/model.ts'
import type { ReceivedFile } from '../../../shared/correspondence/register/model.ts'
import { isoDay } from '../../../shared/dates.ts'
import { failureOf } from '../../app/failure.ts'
import { office } from '../../app/office.ts'
import { DecisionDialog } from '../../ui/DecisionDialog.tsx'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { ClippingFields } from './ClippingFields.tsx'

/** Enters what appeared, with scans that were dropped on the list. */
export function NewClipping({ release, files, onClose, onCreated }: { release?: { id: string; topic: string; title: string }; files: readonly ReceivedFile[]; onClose(): void; onCreated(id: string): void }): ReactNode {
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [fields, setFields] = useState<ClippingInput>({
    on: isoDay(new Date()), mediumId: null, mediumName: '', title: '', authorId: null, authorName: '', topic: release?.topic ?? '', tone: '', place: '', link: '', summary: '', releaseId: release?.id ?? null, followUpOn: null,
  })
  const create = async (): Promise<void> => {
    try {
      const { id, change } = await office.correspondence.press.clippings.create({ fields, files: files.map(({ token }) => token) })
      showUndoNotice('Bericht eingetragen.', 'office', change)
      onCreated(id)
    } catch (error) {
      const faults = failureOf(error).data.fields
      if (faults) setErrors(faults)
      else showFailure(error)
    }
  }
  return (
    <DecisionDialog title="Bericht eintragen" confirm="Eintragen" onConfirm={() => void create()} onClose={onClose}>
      <Stack gap="sm">
        {files.length > 0 && <Text size="sm">{files.length === 1 ? 'Eine Datei wird' : `${files.length} Dateien werden`} dazu in den Tresor gelegt: {files.map(({ name }) => name).join(', ')}</Text>}
        <ClippingFields fields={fields} errors={errors} onChange={(patch) => setFields({ ...fields, ...patch })} />
      </Stack>
    </DecisionDialog>
  )
}

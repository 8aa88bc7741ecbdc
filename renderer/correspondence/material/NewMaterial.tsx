import { NumberInput, Stack } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { MaterialInput } from '../../../shared/correspondence/material/model.ts'
import { failureOf } from '../../app/failure.ts'
import { office } from '../../app/office.ts'
import { DecisionDialog } from '../../ui/DecisionDialog.tsx'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { EditionFields, emptyEdition } from './EditionFields.tsx'
import { MaterialFields } from './MaterialFields.tsx'

/** Registers a material with its first edition and the copies there are. */
export function NewMaterial({ onClose, onCreated }: { onClose(): void; onCreated(id: string): void }): ReactNode {
  const [fields, setFields] = useState<MaterialInput>({ title: '', kind: 'leaflet', topic: '', publisherId: null, publisherName: '', source: '', note: '' })
  const [edition, setEdition] = useState({ ...emptyEdition, languages: ['de'] })
  const [amount, setAmount] = useState(0)
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const create = async (): Promise<void> => {
    try {
      const { id, change } = await office.correspondence.material.create({ fields, edition, amount })
      showUndoNotice('Infomaterial aufgenommen.', 'office', change)
      onCreated(id)
    } catch (error) {
      const faults = failureOf(error).data.fields
      if (faults) setErrors(faults)
      else showFailure(error)
    }
  }
  return (
    <DecisionDialog title="Neues Infomaterial" confirm="Aufnehmen" disabled={fields.title.trim() === '' || edition.languages.length === 0} onConfirm={() => void create()} onClose={onClose}>
      <Stack gap="sm">
        <MaterialFields short fields={fields} errors={errors} onChange={(patch) => setFields({ ...fields, ...patch })} />
        <EditionFields fields={edition} onChange={(patch) => setEdition({ ...edition, ...patch })} />
        <NumberInput label="Vorhanden" description="Anzahl, mit der der Bestand beginnt" min={0} allowDecimal={false} value={amount} onChange={(value) => setAmount(Number(value) || 0)} />
      </Stack>
    </DecisionDialog>
  )
}

import { NumberInput, Stack } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { editionInputSchema, type Edition, type Material } from '../../../shared/correspondence/material/model.ts'
import { office } from '../../app/office.ts'
import { DecisionDialog } from '../../ui/DecisionDialog.tsx'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { EditionFields, emptyEdition } from './EditionFields.tsx'

/** Adds an edition, or changes what is said of one. */
export function EditionDialog({ material, edition, onClose }: { material: Material; edition: Edition | null; onClose(): void }): ReactNode {
  const [fields, setFields] = useState(() => (edition === null ? emptyEdition : editionInputSchema.parse(edition)))
  const [amount, setAmount] = useState(0)
  const save = async (): Promise<void> => {
    try {
      const { version } = await office.correspondence.material.get({ id: material.id })
      const { change } = edition === null
        ? await office.correspondence.material.addEdition({ id: material.id, version, edition: fields, amount })
        : await office.correspondence.material.updateEdition({ id: material.id, version, editionId: edition.id, edition: fields })
      showUndoNotice(edition === null ? 'Ausgabe aufgenommen.' : 'Ausgabe geändert.', 'office', change)
      onClose()
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <DecisionDialog title={edition === null ? 'Neue Ausgabe' : 'Ausgabe ändern'} confirm="Speichern" disabled={fields.languages.length === 0} onConfirm={() => void save()} onClose={onClose}>
      <Stack gap="sm">
        <EditionFields fields={fields} onChange={(patch) => setFields({ ...fields, ...patch })} />
        {edition === null && <NumberInput label="Vorhanden" min={0} allowDecimal={false} value={amount} onChange={(value) => setAmount(Number(value) || 0)} />}
      </Stack>
    </DecisionDialog>
  )
}

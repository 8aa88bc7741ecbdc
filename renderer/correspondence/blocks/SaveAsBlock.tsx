import { Autocomplete, Stack, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { bodyText, type LetterBody } from '../../../shared/correspondence/body.ts'
import { office } from '../../app/office.ts'
import { useSession } from '../../app/session.ts'
import { DecisionDialog } from '../../ui/DecisionDialog.tsx'
import { FailureAlert, fieldErrorsOf } from '../../ui/FailureAlert.tsx'
import { showUndoNotice } from '../../ui/notices.tsx'
import { BlockPreview } from './BlockPreview.tsx'
import { newBlock, newPart } from './newBlock.ts'
import { useCategories } from './useCategories.ts'

/** Makes what is selected in a letter a text block. */
export function SaveAsBlock({ body, onClose }: { body: LetterBody; onClose(): void }): ReactNode {
  const { person } = useSession()
  const categories = useCategories()
  const [title, setTitle] = useState(() => bodyText(body).split('\n')[0]?.slice(0, 60) ?? '')
  const [shortForm, setShortForm] = useState('')
  const [category, setCategory] = useState('')
  const [error, setError] = useState<unknown>(null)
  const errors = fieldErrorsOf(error)
  const parts = [{ ...newPart('always'), id: 'p1', body }]
  const save = async (): Promise<void> => {
    try {
      const { change } = await office.correspondence.blocks.create({ ...newBlock(person), title, shortForm, category, parts })
      showUndoNotice('Textbaustein gespeichert.', 'office', change)
      onClose()
    } catch (failure) {
      setError(failure)
    }
  }
  return (
    <DecisionDialog title="Als Textbaustein speichern" confirm="Speichern" disabled={title.trim() === ''} onConfirm={() => void save()} onClose={onClose}>
      <Stack gap="sm">
        <TextInput label="Titel" required data-autofocus value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
        <TextInput label="Kürzel" description="Findet ihn im Text mit //Kürzel" value={shortForm} error={errors['fields.shortForm']} onChange={(event) => setShortForm(event.currentTarget.value)} />
        <Autocomplete label="Rubrik" data={categories} value={category} onChange={setCategory} />
        <BlockPreview parts={parts} />
        {error !== null && Object.keys(errors).length === 0 && <FailureAlert error={error} />}
      </Stack>
    </DecisionDialog>
  )
}

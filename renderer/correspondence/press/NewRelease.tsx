import { Select, Stack, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { office } from '../../app/office.ts'
import { showFailure } from '../../ui/notices.tsx'
import { DecisionDialog } from '../../ui/DecisionDialog.tsx'
import { topicOptions } from '../topics.ts'
import { EmbargoField } from './Embargo.tsx'

/** Begins a release: what it is about and until when nobody may publish it. */
export function NewRelease({ onClose, onCreated }: { onClose(): void; onCreated(id: string): void }): ReactNode {
  const [title, setTitle] = useState('')
  const [topic, setTopic] = useState('')
  const [embargoAt, setEmbargoAt] = useState<string | null>(null)
  const create = async (): Promise<void> => {
    try {
      onCreated((await office.correspondence.press.releases.create({ title, topic, embargoAt })).id)
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <DecisionDialog title="Neue Pressemitteilung" confirm="Beginnen" disabled={title.trim() === ''} onConfirm={() => void create()} onClose={onClose}>
      <Stack gap="sm">
        <TextInput label="Überschrift" data-autofocus value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
        <Select label="Thema" clearable data={topicOptions} value={topic || null} onChange={(value) => setTopic(value ?? '')} />
        <EmbargoField value={embargoAt} onChange={setEmbargoAt} />
      </Stack>
    </DecisionDialog>
  )
}

import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { api, office } from '../../app/office.ts'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'

const { files } = office.correspondence.register
const fresh = 'new'

/** Files a record in a Vorgang, or in a new one of an Akte. */
export function FileInMatter({ record, title, onClose }: { record: { type: 'statement' | 'letter' | 'register-entry' | 'document'; id: string }; title: string; onClose(): void }): ReactNode {
  const { data } = useQuery(api.correspondence.register.files.tree.queryOptions())
  const { data: place } = useQuery(api.correspondence.register.files.whereIs.queryOptions({ input: { record } }))
  const [chosen, setChosen] = useState<string | null>(null)
  const [dossierId, setDossierId] = useState<string | null>(null)
  const [name, setName] = useState(title.slice(0, 300))
  const open = (data?.matters ?? []).filter(({ closedOn }) => closedOn === null)
  const file = async (): Promise<void> => {
    try {
      const matterId = chosen === fresh ? dossierId === null ? null : (await files.createMatter({ dossierId, title: name })).id : chosen
      if (matterId === null) return
      const { change } = await files.file({ matterId, record })
      showUndoNotice('Im Vorgang abgelegt, mit allem, was dazu gehört.', 'office', change)
      onClose()
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <Modal opened onClose={onClose} title="In Vorgang ablegen">
      <form onSubmit={(event) => { event.preventDefault(); void file() }}>
        <Stack gap="sm">
          {place && <Text size="sm">Liegt jetzt in {place.reference} „{place.title}“ als Dokument {place.number}.</Text>}
          <Select
            label="Vorgang" searchable data-autofocus placeholder="Aktenzeichen oder Titel" value={chosen} onChange={setChosen} nothingFoundMessage="Kein offener Vorgang"
            data={[{ value: fresh, label: '+ Neuer Vorgang' }, ...open.map(({ id, reference, title: label }) => ({ value: id, label: `${reference} ${label}` }))]}
          />
          {chosen === fresh && (
            <>
              <Select label="Akte" searchable value={dossierId} onChange={setDossierId} nothingFoundMessage="Noch keine Akte; bitte zuerst unter „Akten“ anlegen" data={(data?.dossiers ?? []).filter(({ closedOn }) => closedOn === null).map((each) => ({ value: each.id, label: `${each.plan} ${each.title}` }))} />
              <TextInput label="Titel des Vorgangs" value={name} onChange={(event) => setName(event.currentTarget.value)} />
            </>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="subtle" onClick={onClose}>Abbrechen</Button>
            <Button type="submit" disabled={chosen === null || (chosen === fresh && (dossierId === null || name.trim() === ''))}>Ablegen</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

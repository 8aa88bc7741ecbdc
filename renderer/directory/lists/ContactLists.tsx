import { Anchor, Button, Group, Text } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../app/office.ts'
import { AddToList } from './AddToList.tsx'

/** On a contact's record: the lists it belongs to, and the way into another one. */
export function ContactLists({ contactId }: { contactId: string }) {
  const { data: lists = [] } = useQuery(api.directory.lists.ofContact.queryOptions({ input: { contactId } }))
  const navigate = useNavigate()
  const [adding, setAdding] = useState(false)
  return (
    <section aria-label="Verteiler">
      <Group gap={8} mt="md" align="center">
        <Text size="sm" fw={600}>Verteiler</Text>
        {lists.length === 0 && <Text size="sm" c="dimmed">in keinem</Text>}
        {lists.map(({ id, title, excluded, note }) => (
          <Anchor key={id} component="button" type="button" size="sm" title={note || undefined} onClick={() => void navigate({ to: '/directory/lists', search: { id } })}>
            {title}{excluded ? ' (ausgenommen)' : ''}
          </Anchor>
        ))}
        <Button size="compact-sm" variant="default" leftSection={<IconUserPlus size={15} aria-hidden />} onClick={() => setAdding(true)}>Aufnehmen</Button>
      </Group>
      {adding && <AddToList ids={[contactId]} onClose={() => setAdding(false)} />}
    </section>
  )
}

import { Button, Group, Modal, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { tidyFilter, type ContactFilter } from '../../../shared/directory/filter.ts'
import type { ContactGroup } from '../../../shared/directory/list.ts'
import { api } from '../../app/office.ts'
import { FilterFields } from './FilterFields.tsx'

const afterLastKeyMilliseconds = 200

/** „Filter": the list behind follows at once, and how many contacts are left is said below. */
export function FilterDialog({ filter, query, group, onChange, onClose }: {
  filter: ContactFilter
  query: string
  group: ContactGroup
  onChange: (filter: ContactFilter) => void
  onClose: () => void
}) {
  const [settled] = useDebouncedValue(filter, afterLastKeyMilliseconds)
  const { data: total } = useQuery(api.directory.finding.count.queryOptions({ input: { query, group, filter: tidyFilter(settled) }, placeholderData: keepPreviousData }))
  return (
    <Modal opened onClose={onClose} title="Filter" size={820}>
      <FilterFields focused filter={filter} onChange={onChange} />
      <Group mt="lg" gap="sm">
        <Button onClick={onClose}>Fertig</Button>
        <Button variant="default" onClick={() => onChange({})}>Alle Filter entfernen</Button>
        <Text size="sm" c="dimmed" role="status">{total === undefined ? '' : total === 1 ? '1 Kontakt' : `${total.toLocaleString('de-DE')} Kontakte`}</Text>
      </Group>
    </Modal>
  )
}

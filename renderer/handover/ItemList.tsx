import { Checkbox, Stack, Text, Textarea, Title } from '@mantine/core'
import { germanDate } from '../../shared/dates.ts'
import type { HandoverItem } from '../../shared/handover/contract.ts'
import { Personal } from '../ui/Personal.tsx'
import type { HandoverDraft } from './useHandover.ts'

interface ItemListProps {
  heading: string
  none: string
  items: readonly HandoverItem[]
  draft: HandoverDraft
  /** Asks for words to each chosen item. */
  withNotes?: boolean
  onChange(fields: Partial<HandoverDraft>): void
}

/** Things that come into the dossier, each with a tick. */
export function ItemList({ heading, none, items, draft, withNotes = false, onChange }: ItemListProps) {
  return (
    <Stack gap="xs">
      <Title order={3} size="md">
        {heading} ({items.length})
      </Title>
      {items.length === 0 && <Text size="sm" c="dimmed">{none}</Text>}
      {items.map(({ id, title, on, note }) => {
        const chosen = !draft.leftOut.includes(id)
        return (
          <Stack key={id} gap={4}>
            <Checkbox
              label={<Personal>{title}</Personal>}
              description={[on === null ? '' : germanDate(on), note].filter(Boolean).join(' · ')}
              checked={chosen}
              onChange={() => onChange({ leftOut: chosen ? [...draft.leftOut, id] : draft.leftOut.filter((other) => other !== id) })}
            />
            {withNotes && chosen && (
              <Textarea
                ml={28} aria-label={`Zu wissen: ${title}`} placeholder="Was man wissen sollte" autosize minRows={1} maxRows={6} value={draft.notes[id] ?? ''}
                onChange={(event) => onChange({ notes: { ...draft.notes, [id]: event.currentTarget.value } })}
              />
            )}
          </Stack>
        )
      })}
    </Stack>
  )
}

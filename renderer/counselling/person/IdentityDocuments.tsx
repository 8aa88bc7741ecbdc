import { ActionIcon, Button, Text, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { IconPlus, IconX } from '@tabler/icons-react'
import { parseDayInput } from '../../../shared/day-input.ts'
import type { SeenDocument } from '../../../shared/counselling/identity/model.ts'
import { useSession } from '../../app/session.ts'
import { CodeSelect } from '../CodeSelect.tsx'
import { useToday } from '../useToday.ts'
import classes from './Person.module.css'

/** Documents that somebody has looked at: kind, day, person. Copies are not kept. */
export function IdentityDocuments({ documents, error, onChange }: {
  documents: readonly SeenDocument[]
  error: string | undefined
  onChange(documents: SeenDocument[]): void
}) {
  const { person } = useSession()
  const today = useToday()
  const patch = (id: string, change: Partial<SeenDocument>): void => onChange(documents.map((each) => (each.id === id ? { ...each, ...change } : each)))
  return (
    <fieldset className={classes.section}>
      <legend>Gesehene Nachweise</legend>
      <Text size="xs" c="dimmed" mb={6}>Keine Kopie. Die Nummer nur, wenn sie gebraucht wird.</Text>
      {documents.map(({ id, kind, number, seenOn, seenBy }) => (
        <div key={id} className={classes.row}>
          <div style={{ flex: '2 1 170px' }}>
            <CodeSelect catalogue="identityDocuments" label="Art" day={today} value={kind} onChange={(code) => code && patch(id, { kind: code })} />
          </div>
          <TextInput flex="1 1 110px" label="Nummer" placeholder="nicht nötig" maxLength={60} value={number} onChange={(event) => patch(id, { number: event.currentTarget.value })} />
          <DateInput
            flex="1 1 115px" label="Gesehen am" valueFormat="DD.MM.YYYY" maxDate={today} value={seenOn}
            dateParser={(text) => parseDayInput(text, new Date())} onChange={(day) => day && patch(id, { seenOn: day })}
          />
          <TextInput flex="1 1 120px" label="Gesehen von" maxLength={120} value={seenBy} onChange={(event) => patch(id, { seenBy: event.currentTarget.value })} />
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label="Nachweis entfernen" onClick={() => onChange(documents.filter((each) => each.id !== id))}>
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {error && <Text size="sm" c="red" mb={6}>{error}</Text>}
      <Button
        size="compact-sm" variant="default" leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => onChange([...documents, { id: crypto.randomUUID(), kind: 'passport', number: '', seenOn: today, seenBy: person.name }])}
      >
        Nachweis
      </Button>
    </fieldset>
  )
}

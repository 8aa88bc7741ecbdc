import { ActionIcon, Badge, Button, Group, Paper, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { IconCheck, IconHourglass, IconPlus, IconTrash, IconX } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { uuidv7 } from 'uuidv7'
import type { Quote, Release } from '../../../shared/correspondence/press/model.ts'
import { germanDate, isoDay } from '../../../shared/dates.ts'
import { office } from '../../app/office.ts'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { Personal } from '../../ui/Personal.tsx'
import { ContactField } from '../../ui/ContactField.tsx'
import { DecisionDialog } from '../../ui/DecisionDialog.tsx'

/** Quotes of a release: who says what, when asked, and whether it may be printed. */
export function Quotes({ release }: { release: Release }): ReactNode {
  const [editing, setEditing] = useState<Quote | null>(null)
  const readOnly = release.final || release.trashed
  const today = isoDay(new Date())
  const store = async (quotes: readonly Quote[], notice: string): Promise<void> => {
    try {
      const { version } = await office.correspondence.press.releases.get({ id: release.id })
      const { change } = await office.correspondence.press.releases.setQuotes({ id: release.id, version, quotes: [...quotes] })
      showUndoNotice(notice, 'office', change)
      setEditing(null)
    } catch (error) {
      showFailure(error)
    }
  }
  const change = (quote: Quote, patch: Partial<Quote>, notice: string): void => void store(release.quotes.map((each) => (each.id === quote.id ? { ...each, ...patch } : each)), notice)
  return (
    <Stack gap="sm">
      {release.quotes.map((quote) => (
        <Paper key={quote.id} withBorder p="sm" component="article" aria-label={`Zitat von ${quote.name}`}>
          <Group gap="xs" justify="space-between">
            <Text size="sm" fw={600}><Personal>{[quote.name, quote.role].filter(Boolean).join(', ')}</Personal></Text>
            <GrantBadge quote={quote} />
          </Group>
          <Text size="sm" my={6}>„{quote.text || 'noch ohne Wortlaut'}“</Text>
          <Text size="xs" c="dimmed">{quote.askedOn === null ? 'Noch nicht angefragt' : `Angefragt am ${germanDate(quote.askedOn)}`}</Text>
          {!readOnly && (
            <Group gap="xs" mt="xs">
              {quote.grantedOn === null && <Button size="compact-sm" leftSection={<IconCheck size={15} aria-hidden />} onClick={() => change(quote, { grantedOn: today, refusedOn: null, askedOn: quote.askedOn ?? today }, 'Zitat freigegeben.')}>Freigegeben</Button>}
              {quote.refusedOn === null && <Button size="compact-sm" variant="default" leftSection={<IconX size={15} aria-hidden />} onClick={() => change(quote, { refusedOn: today, grantedOn: null }, 'Ablehnung eingetragen.')}>Abgelehnt</Button>}
              {quote.askedOn === null && <Button size="compact-sm" variant="default" onClick={() => change(quote, { askedOn: today }, 'Anfrage eingetragen.')}>Heute angefragt</Button>}
              <Button size="compact-sm" variant="default" onClick={() => setEditing(quote)}>Ändern …</Button>
              <ActionIcon variant="subtle" size="md" aria-label={`Zitat von ${quote.name} entfernen`} onClick={() => void store(release.quotes.filter(({ id }) => id !== quote.id), 'Zitat entfernt.')}><IconTrash size={17} aria-hidden /></ActionIcon>
            </Group>
          )}
        </Paper>
      ))}
      {release.quotes.length === 0 && <Text size="sm" c="dimmed">Noch kein Zitat.</Text>}
      {!readOnly && (
        <Button w="fit-content" variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEditing({ id: uuidv7(), contactId: null, name: '', role: '', text: '', askedOn: null, grantedOn: null, refusedOn: null })}>Zitat</Button>
      )}
      {editing && (
        <QuoteDialog
          quote={editing} onClose={() => setEditing(null)}
          onSave={(quote) => void store(release.quotes.some(({ id }) => id === quote.id) ? release.quotes.map((each) => (each.id === quote.id ? quote : each)) : [...release.quotes, quote], 'Zitat gespeichert.')}
        />
      )}
    </Stack>
  )
}

function GrantBadge({ quote: { grantedOn, refusedOn } }: { quote: Quote }): ReactNode {
  if (grantedOn !== null) return <Badge variant="light" tt="none" color="petrol" leftSection={<IconCheck size={12} aria-hidden />}>freigegeben am {germanDate(grantedOn)}</Badge>
  if (refusedOn !== null) return <Badge variant="light" tt="none" color="red" leftSection={<IconX size={12} aria-hidden />}>abgelehnt am {germanDate(refusedOn)}</Badge>
  return <Badge variant="light" tt="none" color="amber" leftSection={<IconHourglass size={12} aria-hidden />}>noch nicht freigegeben</Badge>
}

/** A quote whose words change isn't released any more: somebody has to agree to the new ones. */
function QuoteDialog({ quote, onSave, onClose }: { quote: Quote; onSave(quote: Quote): void; onClose(): void }): ReactNode {
  const [fields, setFields] = useState(quote)
  const set = (patch: Partial<Quote>): void => setFields((before) => ({ ...before, ...patch }))
  const save = (): void => onSave(fields.text === quote.text ? fields : { ...fields, grantedOn: null, refusedOn: null })
  return (
    <DecisionDialog title="Zitat" confirm="Speichern" disabled={fields.name.trim() === ''} onConfirm={save} onClose={onClose}>
      <Stack gap="sm">
        <ContactField label="Wer wird zitiert?" autoFocus value={{ id: fields.contactId, name: fields.name }} onChange={({ id, name }) => set({ contactId: id, name })} />
        <TextInput label="Funktion" value={fields.role} onChange={(event) => set({ role: event.currentTarget.value })} />
        <Textarea label="Wortlaut" description={quote.grantedOn === null ? undefined : 'Wird der Wortlaut geändert, braucht er eine neue Freigabe.'} autosize minRows={3} value={fields.text} onChange={(event) => set({ text: event.currentTarget.value })} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <DateInput label="Freigabe angefragt am" clearable valueFormat="DD.MM.YYYY" value={fields.askedOn} onChange={(value) => set({ askedOn: value })} />
          <DateInput label="Freigegeben am" clearable valueFormat="DD.MM.YYYY" value={fields.grantedOn} disabled={fields.text !== quote.text} onChange={(value) => set({ grantedOn: value, refusedOn: null })} />
        </SimpleGrid>
      </Stack>
    </DecisionDialog>
  )
}

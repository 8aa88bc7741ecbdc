import { Button, Group, SegmentedControl, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useState, type ReactNode } from 'react'
import { emptyPattern, type SerialPattern } from '../../../shared/correspondence/serial/model.ts'
import { api } from '../../app/office.ts'
import { openRecord } from '../../app/openRecord.ts'
import { TemplateField } from '../templates/TemplateField.tsx'

/** What all letters say: an earlier letter as pattern, or a template with a subject and text of their own. */
export function PatternFields({ pattern, label, onChange }: { pattern: SerialPattern; label: string; onChange(pattern: SerialPattern): void }): ReactNode {
  const [kind, setKind] = useState(pattern.kind)
  const { data } = useQuery(api.correspondence.list.queryOptions({ input: { sort: 'date', limit: 200 } }))
  const letters = (data?.letters ?? []).map((letter) => ({ value: letter.id, label: `${letter.number} · ${letter.subject || 'Ohne Betreff'}` }))
  const chosen = pattern.kind === 'letter' ? pattern.id : null
  const known = chosen === null || letters.some(({ value }) => value === chosen)
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label="Woher der Text kommt" w="fit-content" value={kind} onChange={(value) => setKind(value === 'letter' ? 'letter' : 'text')}
        data={[{ value: 'letter', label: 'Schreiben als Muster' }, { value: 'text', label: 'Text hier schreiben' }]}
      />
      {kind === 'letter' ? (
        <Group align="flex-end" gap="xs">
          <Select
            flex={1} miw={240} label="Schreiben" description="Vorlage, Betreff, Text, Unterschrift und Anlagen werden übernommen; Anschrift, Anrede, Nummer und Datum hat jedes Schreiben für sich." placeholder="auswählen" searchable
            nothingFoundMessage="Kein Schreiben gefunden" data={[...(known ? [] : [{ value: chosen, label }]), ...letters]} value={chosen} onChange={(id) => id !== null && onChange({ kind: 'letter', id })}
          />
          {chosen !== null && <Button variant="default" onClick={() => openRecord({ type: 'letter', id: chosen })}>Muster öffnen</Button>}
        </Group>
      ) : <TextFields pattern={pattern.kind === 'text' ? pattern : emptyPattern} onChange={onChange} />}
    </Stack>
  )
}

function TextFields({ pattern, onChange }: { pattern: SerialPattern; onChange(pattern: SerialPattern): void }): ReactNode {
  const stored = pattern.kind === 'text' ? pattern : { template: '', subject: '', text: '' }
  const [fields, setFields] = useState(stored)
  const store = useCallback((next: typeof fields): void => {
    setFields(next)
    if (next.template !== stored.template || next.subject !== stored.subject || next.text !== stored.text) onChange({ kind: 'text', template: next.template, subject: next.subject, text: next.text })
  }, [onChange, stored.template, stored.subject, stored.text])
  return (
    <>
      <TemplateField value={fields.template} error={undefined} readOnly={false} onChange={(template) => store({ ...fields, template })} />
      <TextInput label="Betreff" required maxLength={2000} value={fields.subject} onChange={({ currentTarget }) => setFields({ ...fields, subject: currentTarget.value })} onBlur={() => store(fields)} />
      <Textarea
        label="Text" required autosize minRows={4} maxRows={14} maxLength={50_000} value={fields.text} onChange={({ currentTarget }) => setFields({ ...fields, text: currentTarget.value })} onBlur={() => store(fields)}
        description="Anrede und Grußformel kommen von selbst dazu. Leerzeilen trennen Absätze."
      />
      <Text size="sm" c="dimmed">Hervorhebungen, Listen und Textbausteine: ein Schreiben anlegen und als Muster wählen.</Text>
    </>
  )
}

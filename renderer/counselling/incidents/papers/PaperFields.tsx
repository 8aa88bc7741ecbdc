import { Alert, Button, Group, Radio, Select, Stack, Text, Textarea } from '@mantine/core'
import { IconId, IconInfoCircle } from '@tabler/icons-react'
import { useState } from 'react'
import { parseDayInput } from '../../../../shared/day-input.ts'
import { parseDueDay } from '../../../../shared/due-day-input.ts'
import type { Incident } from '../../../../shared/counselling/incidents/contract.ts'
import { variantLabels, type Paper, type PaperVariant } from '../../../../shared/counselling/incidents/papers/catalogue.ts'
import { office } from '../../../app/office.ts'
import { ContactPicker } from '../../../ui/ContactPicker.tsx'
import { showFailure } from '../../../ui/notices.tsx'
import { DayField } from '../../deadlines/DayField.tsx'
import { useToday } from '../../useToday.ts'
import { casesOf, paperChoices, speaksOf, withPaper, type PaperDraft } from './paperDraft.ts'

/** Which paper, for whose signature, to whom, and whether it bears the name. */
export function PaperFields({ incident, paper, draft, errors, onChange }: {
  incident: Incident
  paper: Paper
  draft: PaperDraft
  errors: Readonly<Record<string, string>>
  onChange(patch: Partial<PaperDraft>): void
}) {
  const today = useToday()
  const [contactId, setContactId] = useState<string | null>(null)
  const cases = casesOf(incident)
  const { variant, caseId } = draft
  const named = paper.toClient || (['client', 'birthDate'] as const).some((key) => speaksOf(paper, variant, key))
  const address = async (id: string | null): Promise<void> => {
    setContactId(id)
    if (id === null) return
    try {
      const { addressLines, salutation } = await office.correspondence.recipient({ contactId: id })
      onChange({ recipient: addressLines.join('\n'), salutation })
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <Stack gap="sm">
      <Select
        label="Schriftstück" allowDeselect={false} searchable openOnFocus={false} maxDropdownHeight={320} data={paperChoices(incident, today)} value={draft.paper}
        onChange={(code) => code && onChange(withPaper(draft, code))}
      />
      <Radio.Group label="Fassung" value={variant} onChange={(value) => onChange({ variant: value as PaperVariant, released: false })}>
        <Group gap="lg" mt={4}>{paper.variants.map((each) => <Radio key={each} value={each} label={variantLabels[each]} />)}</Group>
      </Radio.Group>
      {cases.length > 1 && (
        <Select label="Für" allowDeselect={false} data={cases} value={caseId} onChange={(chosen) => chosen && onChange({ caseId: chosen, opening: null, released: false })} />
      )}
      {cases.length === 0 && (
        <Alert variant="light" color="gray" icon={<IconInfoCircle aria-hidden />}>Der Vorfall gehört zu keinem Fall, den Sie sehen. Der Entwurf wird an einem Ort Ihrer Wahl gesichert, ohne Namen.</Alert>
      )}
      {paper.form === 'letter' && (
        <Group grow align="flex-start">
          <Textarea
            label="Empfänger" autosize minRows={3} maxRows={6} placeholder={paper.recipient ?? ''} value={draft.recipient} error={errors.recipient}
            description="Eine Zeile je Zeile der Anschrift, höchstens sechs." onChange={(event) => onChange({ recipient: event.currentTarget.value, released: false })}
          />
          <ContactPicker label="Aus den Kontakten" kind="all" value={contactId} description="setzt Anschrift und Anrede ein" onChange={(id) => void address(id)} />
        </Group>
      )}
      <Group align="flex-end" gap="md">
        {speaksOf(paper, variant, 'replyBy') && <DayField label="Antwort bis" value={draft.replyBy} parse={(text) => parseDueDay(text, new Date())} onChange={(replyBy) => onChange({ replyBy })} />}
        {speaksOf(paper, variant, 'writtenOn') && <DayField label="Niedergeschrieben am" value={draft.writtenOn} parse={(text) => parseDayInput(text, new Date())} onChange={(writtenOn) => onChange({ writtenOn })} />}
        {named && caseId !== null && <Identity caseId={caseId} label={paper.label} opened={draft.opening !== null} onOpened={(opening) => onChange({ opening })} />}
      </Group>
    </Stack>
  )
}

/** Puts the name in only when the person asks for it: the opening of the card stands in its log. */
function Identity({ caseId, label, opened, onOpened }: { caseId: string; label: string; opened: boolean; onOpened(opening: string): void }) {
  const open = async (): Promise<void> => {
    try {
      onOpened((await office.counselling.identity.open({ caseId, reason: `Schriftstück: ${label}` })).opening)
    } catch (error) {
      showFailure(error)
    }
  }
  if (opened) return <Text size="sm" component="output">Name und Anschrift sind eingesetzt; das Öffnen ist vermerkt.</Text>
  return (
    <Stack gap={2}>
      <Button variant="default" leftSection={<IconId size={17} aria-hidden />} onClick={() => void open()}>Name und Anschrift einsetzen</Button>
      <Text size="xs" c="dimmed">öffnet die Identität; das wird vermerkt</Text>
    </Stack>
  )
}

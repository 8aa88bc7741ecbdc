import { Button, Group, Text } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { IconArchive, IconArchiveOff } from '@tabler/icons-react'
import { useState } from 'react'
import { labelOf } from '../../../shared/counselling/catalogues.ts'
import type { Case } from '../../../shared/counselling/contract.ts'
import { parseDayInput } from '../../../shared/day-input.ts'
import { germanDate } from '../../../shared/dates.ts'
import { failureOf } from '../../app/failure.ts'
import { office } from '../../app/office.ts'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { CodeSelect } from '../CodeSelect.tsx'
import { OpenDeadlines } from '../deadlines/OpenDeadlines.tsx'
import { useOpenDeadlines } from '../deadlines/useOpenDeadlines.ts'
import { Section } from '../person/Section.tsx'
import { useToday } from '../useToday.ts'

/** Closes a case with day and result, or opens it again. */
export function ClosingSection({ current }: { current: Case }) {
  const today = useToday()
  const [on, setOn] = useState(today)
  const [result, setResult] = useState<string | null>(null)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const { id, version, number, closedOn, closedResult } = current
  const close = async (closing: { on: string; result: string } | null, deadlinesSeen: string[] = []): Promise<void> => {
    setErrors({})
    try {
      const { change } = await office.counselling.access.close({ caseId: id, version, closing, deadlinesSeen })
      showUndoNotice(closing ? `${number} ist abgeschlossen.` : `${number} ist wieder offen.`, 'counselling', change)
    } catch (error) {
      const { code, data } = failureOf(error)
      if (code === 'invalid' && data.fields) setErrors(Object.fromEntries(Object.entries(data.fields).map(([path, text]) => [path.replace(/^closing\./u, ''), text])))
      else showFailure(error)
    }
  }
  const question = useOpenDeadlines(id, (seen) => close(result === null ? null : { on, result }, seen))
  if (closedOn !== '') {
    return (
      <Section
        title="Abschluss"
        action={<Button variant="default" size="compact-sm" leftSection={<IconArchiveOff size={16} aria-hidden />} onClick={() => void close(null)}>Wieder öffnen</Button>}
      >
        <Text size="sm">Abgeschlossen am {germanDate(closedOn)} – {labelOf('results', closedResult)}</Text>
      </Section>
    )
  }
  return (
    <Section title="Abschluss">
      <Group gap="sm" align="flex-end">
        <DateInput
          label="Abgeschlossen am" w={150} valueFormat="DD.MM.YYYY" maxDate={today} value={on} error={errors.on}
          dateParser={(text) => parseDayInput(text, new Date())} onChange={(day) => day && setOn(day)}
        />
        <CodeSelect catalogue="results" label="Ergebnis" placeholder="wählen" day={today} value={result} error={errors.result} onChange={setResult} />
        <Button
          variant="light" leftSection={<IconArchive size={18} aria-hidden />}
          onClick={() => (result === null ? setErrors({ result: 'Bitte ein Ergebnis wählen.' }) : void question.begin())}
        >
          Fall abschließen
        </Button>
      </Group>
      <OpenDeadlines question={question} number={number} button="Abschließen, Fristen behalten" where="Auch wenn der Fall abgeschlossen ist, stehen sie unter „Fristen“, bis über jede entschieden ist." />
    </Section>
  )
}

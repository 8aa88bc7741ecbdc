import { Alert, Checkbox, Stack, Table, Text } from '@mantine/core'
import { IconAlertTriangle, IconCalendarDue, IconCircleDashed } from '@tabler/icons-react'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { FilledField, PreparedPaper, WantedPaper } from '../../../../shared/counselling/incidents/papers/contract.ts'
import { germanDay } from '../../../../shared/holidays/days.ts'
import { api } from '../../../app/office.ts'
import { FailureAlert } from '../../../ui/FailureAlert.tsx'
import { Personal } from '../../../ui/Personal.tsx'
import classes from './PaperPreview.module.css'

/** What the paper will say, what it will lack and what to mind, before it is written. */
export function PaperPreview({ wanted, released, error, onReleased }: {
  wanted: WantedPaper
  released: boolean
  error: string | undefined
  onReleased(released: boolean): void
}) {
  const [settled] = useDebouncedValue(wanted, 250)
  const { data, error: failure } = useQuery(api.counselling.incidentPapers.prepare.queryOptions({ input: settled, placeholderData: keepPreviousData }))
  if (failure) return <FailureAlert error={failure} />
  if (!data) return null
  const missing = data.fields.filter(({ value, needed }) => needed && value === '')
  return (
    <Stack gap="sm">
      {data.deadline && <Deadline deadline={data.deadline} />}
      {data.warnings.map((warning) => <Alert key={warning} color="amber" variant="light" icon={<IconAlertTriangle aria-hidden />}>{warning}</Alert>)}
      {data.needsRelease && (
        <Alert color="amber" variant="light" icon={<IconAlertTriangle aria-hidden />} title="Weitergabe an Dritte">
          <Text size="sm" mb={6}>Das Büro nennt einer anderen Stelle die betroffene Person. Ohne Einwilligung und Entbindung von der Schweigepflicht für genau diese Stelle geht das nicht.</Text>
          {data.releases.length === 0
            ? <Text size="sm" mb={6} fw={600}>Im Fall ist keine gültige Entbindung eingetragen.</Text>
            : (
              <>
                <Text size="sm">Gültige Entbindungen im Fall:</Text>
                <ul className={classes.releases}>{data.releases.map((release) => <li key={release}><Personal current>{release}</Personal></li>)}</ul>
              </>
            )}
          <Checkbox label="Einwilligung und Entbindung für diesen Empfänger liegen vor und gelten noch" checked={released} error={error} onChange={(event) => onReleased(event.currentTarget.checked)} />
        </Alert>
      )}
      {data.fields.length > 0 && (
        <div className={classes.fields}>
          <Text size="sm" fw={600} component="output">
            {missingText(missing.length, wanted.variant === 'filled')}
          </Text>
          <Table aria-label="Angaben im Schriftstück" layout="fixed" verticalSpacing={4}>
            <Table.Thead><Table.Tr><Table.Th w={200}>Angabe</Table.Th><Table.Th>im Entwurf</Table.Th></Table.Tr></Table.Thead>
            <Table.Tbody>{[...missing, ...data.fields.filter((field) => !missing.includes(field))].map((field) => <Row key={field.key} field={field} />)}</Table.Tbody>
          </Table>
        </div>
      )}
    </Stack>
  )
}

/** What happens with what is missing: a form leaves room to write, a letter marks it. */
function missingText(count: number, form: boolean): string {
  if (count === 0) return 'Alle Angaben sind da.'
  const fate = form ? 'Dafür bleibt Platz zum Ausfüllen.' : count === 1 ? 'Sie steht im Entwurf als markierte Lücke.' : 'Sie stehen im Entwurf als markierte Lücken.'
  return `${count === 1 ? '1 Angabe fehlt' : `${count} Angaben fehlen`}. ${fate}`
}

function Row({ field: { label, value, needed } }: { field: FilledField }) {
  return (
    <Table.Tr>
      <Table.Td>{label}</Table.Td>
      <Table.Td className={classes.value}>
        {value !== '' ? <Personal current>{value}</Personal> : needed
          ? <span className={classes.missing}><IconCircleDashed size={15} aria-hidden /> fehlt</span>
          : <Text size="sm" c="dimmed" span>entfällt</Text>}
      </Table.Td>
    </Table.Tr>
  )
}

function Deadline({ deadline: { title, dueOn, safeOn, detail, over } }: { deadline: NonNullable<PreparedPaper['deadline']> }) {
  return (
    <Alert color={over ? 'red' : 'petrol'} variant="light" icon={<IconCalendarDue aria-hidden />} title={`Muss zugehen bis ${germanDay(dueOn)}${over ? ': abgelaufen' : ''}`}>
      <Text size="sm">{title}. {safeOn === dueOn ? '' : `Sicherer Tag: ${germanDay(safeOn)}. `}{detail}</Text>
    </Alert>
  )
}

import { Alert, Badge, Group, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle, IconScale, IconShieldCheck, IconShieldHalf, IconShieldQuestion } from '@tabler/icons-react'
import type { Certainty, DeadlineKind, DeadlineResult, DeadlineStep } from '../../../shared/counselling/deadlines.ts'
import { germanDate } from '../../../shared/dates.ts'
import { germanDay } from '../../../shared/holidays/days.ts'
import classes from './Deadlines.module.css'

const meanings: Readonly<Record<DeadlineKind, string>> = {
  end: 'letzter Tag, 24:00 Uhr; der Eingang entscheidet',
  earliest: 'frühestens an diesem Tag',
  backward: 'letzter Tag vor dem Ereignis',
  summons: 'letzter Tag, an dem die Einladung zugehen darf',
  hours: 'letzte Minute',
  age: 'letzter Tag vor dem Geburtstag',
  'year-end': 'letzter Tag, 24:00 Uhr',
  validity: 'bis zu diesem Tag gültig',
  retroactive: 'Leistungen rückwirkend ab diesem Tag',
  none: '',
}

const certainties: Readonly<Record<Certainty, { label: string; color: string; icon: typeof IconScale }>> = {
  certain: { label: 'Regel gesichert', color: 'petrol', icon: IconShieldCheck },
  substantial: { label: 'im Kern gesichert, Grenzfälle möglich', color: 'amber', icon: IconShieldHalf },
  recheck: { label: 'vor Verwendung prüfen', color: 'red', icon: IconShieldQuestion },
}

/** A computed deadline: the day, each step with its paragraph, how certain it is, and that the notice's own instruction decides. */
export function DeadlineOutcome({ result }: { result: DeadlineResult }) {
  return (
    <Stack component="section" gap="md" aria-label="Ergebnis">
      <Stack gap={4}>
        <Group gap={8} wrap="nowrap">
          <IconScale size={20} aria-hidden />
          <Title order={2} size="h3">{result.title}</Title>
        </Group>
        <output className={classes.day}>{result.deadline === null ? 'Keine berechenbare Frist' : moment(result.deadline)}</output>
        {result.deadline !== null && <Text c="dimmed">{meanings[result.kind]}</Text>}
        {result.safeDay !== null && result.safeDay !== result.deadline && <Text>Sicherer Tag: <strong>{germanDay(result.safeDay)}</strong></Text>}
        {result.preWarnings.length > 0 && <Text size="sm" c="dimmed">Vorfrist: {result.preWarnings.map(germanDay).join(' · ')}</Text>}
        <CertaintyBadge certainty={result.certainty} />
      </Stack>
      <Alert color="amber" variant="light" icon={<IconAlertTriangle aria-hidden />}>
        <Text size="sm" fw={600}>{result.disclaimer}</Text>
      </Alert>
      {result.warnings.length > 0 && (
        <Alert color="petrol" variant="light" icon={<IconInfoCircle aria-hidden />}>
          <Stack gap={4}>{result.warnings.map((text) => <Text key={text} size="sm">{text}</Text>)}</Stack>
        </Alert>
      )}
      <Stack gap={8}>
        <Title order={3} size="h4">So gerechnet</Title>
        <ComputationSteps steps={result.steps} />
        <Text size="xs" c="dimmed">{result.norm} · Regelwerk {result.source.version}, Rechtsstand {germanDate(result.source.asOf)}</Text>
      </Stack>
    </Stack>
  )
}

/** How sure a rule is, by icon, colour and words. */
export function CertaintyBadge({ certainty }: { certainty: Certainty }) {
  const { label, color, icon: Mark } = certainties[certainty]
  return <Badge variant="light" color={color} size="lg" leftSection={<Mark size={15} aria-hidden />}>{label}</Badge>
}

/** The computation line by line, each with its day and paragraph. */
export function ComputationSteps({ steps }: { steps: readonly DeadlineStep[] }) {
  return (
    <ol className={classes.steps}>
      {steps.map((step) => (
        <li key={step.title} className={classes.step}>
          <IconCircleCheck size={24} className={classes.mark} aria-hidden />
          <div>
            <Text fw={600} size="sm">{step.title}{step.day !== null && ` – ${moment(step.day)}`}</Text>
            <Text size="sm" c="dimmed">{[step.detail, step.norm].filter(Boolean).join(' · ')}</Text>
          </div>
        </li>
      ))}
    </ol>
  )
}

/** „Mo 02.03.2026“, for hours with the time. */
function moment(iso: string): string {
  return iso.length > 10 ? `${germanDay(iso.slice(0, 10))}, ${iso.slice(11)} Uhr` : germanDay(iso)
}

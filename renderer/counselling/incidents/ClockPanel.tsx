import { Alert, Anchor, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { IconAlarm, IconAlertTriangle, IconCheck, IconClockOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { ruleById } from '../../../shared/counselling/deadlines/data.ts'
import { clockOf, offerDetail, type ClockOffer } from '../../../shared/counselling/incidents/clock.ts'
import type { Incident, TakenDeadline } from '../../../shared/counselling/incidents/contract.ts'
import { germanDate } from '../../../shared/dates.ts'
import { office } from '../../app/office.ts'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { UrgencyBadge } from '../../ui/UrgencyBadge.tsx'
import { useToday } from '../useToday.ts'
import { endingText, endingUrgency } from './clockText.ts'
import { IncidentDay } from './CodeField.tsx'
import classes from './Incidents.module.css'
import type { IncidentForm } from './useIncidentForm.ts'

/** The periods that the incident starts: what runs, and what somebody must still take over or refuse. */
export function ClockPanel({ incident, form }: { incident: Incident; form: IncidentForm }) {
  const offers = clockOf(form.fields)
  const refused = new Set(incident.refusals.map(({ rule }) => rule))
  const taken = new Set(incident.deadlines.map(({ rule }) => rule))
  const open = offers.filter(({ rule }) => !refused.has(rule) && !taken.has(rule))
  if (offers.length + incident.deadlines.length === 0) return null
  return (
    <section aria-label="Fristen dieses Vorfalls" className={classes.clock}>
      {incident.deadlines.map((deadline) => (
        <Running key={deadline.id} deadline={deadline} incident={incident} computed={offers.find(({ rule }) => rule === deadline.rule)?.result?.deadline ?? null} />
      ))}
      {open.map((offer) => <Offer key={offer.rule} offer={offer} incident={incident} form={form} />)}
      {incident.refusals.map(({ rule, reason, on, byName }) => (
        <Group key={rule} gap={8} className={classes.line}>
          <IconClockOff size={16} aria-hidden />
          <Text size="sm" c="dimmed">Nicht übernommen: {ruleById(rule).title} – {reason} ({byName}, {germanDate(on)})</Text>
          <Button size="compact-xs" variant="default" onClick={() => void refuse(incident.id, rule, null)}>Doch übernehmen</Button>
        </Group>
      ))}
    </section>
  )
}

function Running({ deadline, incident, computed }: { deadline: TakenDeadline; incident: Incident; computed: string | null }) {
  const today = useToday()
  const moved = deadline.done === null && computed !== null && computed !== deadline.dueOn
  return (
    <div className={classes.line}>
      <Group gap={8}>
        {deadline.done === null ? <IconAlarm size={18} aria-hidden /> : <IconCheck size={18} aria-hidden />}
        <Anchor component={Link} size="sm" fw={600} to="/counselling/deadlines" search={{ id: deadline.id } as never}>{deadline.number}</Anchor>
        <UrgencyBadge urgency={endingUrgency({ ...deadline, land: incident.land }, today)} />
        <Text size="sm" fw={600}>{endingText(deadline)}</Text>
        <Text size="sm" c="dimmed">{ruleById(deadline.rule).title}</Text>
      </Group>
      {moved && (
        <Text size="sm" mt={4}>
          <IconAlertTriangle size={15} aria-hidden style={{ verticalAlign: '-2px' }} /> Nach den Angaben von jetzt endet sie am {germanDate(computed)}. Bitte die Frist {deadline.number} ansehen.
        </Text>
      )}
    </div>
  )
}

function Offer({ offer, incident, form }: { offer: ClockOffer; incident: Incident; form: IncidentForm }) {
  const today = useToday()
  const [refusing, setRefusing] = useState(false)
  const cases = incident.affected.flatMap(({ caseId, caseNumber }) => (caseId === null || caseNumber === null ? [] : [{ value: caseId, label: caseNumber }]))
  const [chosen, setChosen] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const { rule, result, start } = offer
  const take = async (): Promise<void> => {
    if (start === null || (await form.flush()) === null) return
    setBusy(true)
    try {
      const caseId = chosen ?? cases[0]?.value ?? null
      const { number, change } = await office.counselling.incidents.takeDeadline({ id: incident.id, rule, start, caseId })
      showUndoNotice(`Die Frist läuft als ${number}.`, 'counselling', change)
    } catch (error) {
      showFailure(error)
    } finally {
      setBusy(false)
    }
  }
  const ending = result?.deadline ? { dueOn: result.deadline, safeOn: result.safeDay ?? result.deadline, rule, norm: result.norm, land: incident.land, done: null } : null
  return (
    <Alert color="amber" icon={<IconAlertTriangle aria-hidden />} title={`Frist noch nicht übernommen: ${offer.title}`} className={classes.offer}>
      <Stack gap={6}>
        {ending && (
          <Group gap={8}>
            <UrgencyBadge urgency={endingUrgency(ending, today)} />
            <Text size="sm" fw={600}>{endingText(ending)}</Text>
          </Group>
        )}
        <Text size="sm">{offerDetail(offer)}. Angeboten wegen: {offer.reason}. {ruleById(rule).hint ?? ''}</Text>
        {offer.startField !== 'claims' && (start === null || offer.startField === 'offenderKnownOn') && (
          <IncidentDay
            label={ruleById(rule).trigger} value={form.fields[offer.startField]}
            onChange={(day) => offer.startField !== 'claims' && form.set({ [offer.startField]: day })}
          />
        )}
        {refusing ? <Refusal incident={incident} rule={rule} onDone={() => setRefusing(false)} /> : (
          <Group gap="xs" align="flex-end">
            {cases.length > 1 && <Select label="Frist im Fall" size="xs" w={150} data={cases} value={chosen ?? cases[0]?.value ?? null} onChange={setChosen} allowDeselect={false} />}
            <Button size="compact-sm" loading={busy} disabled={start === null} leftSection={<IconAlarm size={16} aria-hidden />} onClick={() => void take()}>Frist übernehmen</Button>
            <Button size="compact-sm" variant="default" onClick={() => setRefusing(true)}>Nicht übernehmen …</Button>
          </Group>
        )}
      </Stack>
    </Alert>
  )
}

function Refusal({ incident, rule, onDone }: { incident: Incident; rule: ClockOffer['rule']; onDone(): void }) {
  const [reason, setReason] = useState('')
  const [error, setError] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (reason.trim().length < 5) return setError('Bitte den Grund nennen.')
    void refuse(incident.id, rule, reason.trim())
    onDone()
  }
  return (
    <form onSubmit={submit} noValidate>
      <Group gap="xs" align="flex-end">
        <TextInput
          label="Grund" placeholder="z. B. Anspruch wird nicht gewünscht" value={reason} error={error} maxLength={300} w={300} data-autofocus
          onChange={(event) => {
            setReason(event.currentTarget.value)
            setError('')
          }}
        />
        <Button type="submit" size="compact-sm">Grund festhalten</Button>
        <Button size="compact-sm" variant="default" onClick={onDone}>Abbrechen</Button>
      </Group>
    </form>
  )
}

async function refuse(id: string, rule: ClockOffer['rule'], reason: string | null): Promise<void> {
  try {
    const { change } = await office.counselling.incidents.refuseDeadline({ id, rule, reason })
    showUndoNotice(reason === null ? 'Die Frist wird wieder angeboten.' : 'Der Grund ist festgehalten.', 'counselling', change)
  } catch (error) {
    showFailure(error)
  }
}

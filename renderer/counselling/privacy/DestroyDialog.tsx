import { Alert, Checkbox, List, Loader, Stack, Text, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconLock, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { copiesText } from '../../../shared/backup/words.ts'
import { disposalModes, type DisposalPlan, type DisposalTarget } from '../../../shared/counselling/privacy/model.ts'
import { germanDate } from '../../../shared/dates.ts'
import { api, desktop, office } from '../../app/office.ts'
import { useSession } from '../../app/session.ts'
import { DecisionDialog } from '../../ui/DecisionDialog.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { Personal } from '../../ui/Personal.tsx'
import { act } from './act.ts'

/** Second step of destruction: shows what goes and what stands against it, and destroys. */
export function DestroyDialog({ targets, onClose }: { targets: DisposalTarget[]; onClose(done: boolean): void }) {
  const { person } = useSession()
  const [checked, setChecked] = useState(false)
  const [statement, setStatement] = useState('')
  const [busy, setBusy] = useState(false)
  const [errors, setErrors] = useState<Record<string, string>>({})
  // What is gone meanwhile must not be asked for again.
  const { data: plan, error } = useQuery(api.counselling.privacy.plan.queryOptions({ input: { targets }, enabled: !busy }))
  const blocked = plan?.items.filter(({ obstacles }) => obstacles.length > 0) ?? []
  const own = plan?.items.some(({ proposal }) => proposal?.own) ?? false
  const alone = own && plan?.others.length === 0
  const destroy = async (): Promise<void> => {
    setBusy(true)
    setErrors({})
    let record = ''
    const done = await act(async () => {
      // Papers that another program shows lie in a folder of their own: nothing of them may stay there.
      await desktop.wipeViewing()
      record = (await office.counselling.privacy.destroy({ targets, statement })).record
    }, 'Endgültig gelöscht. Der Vorgang steht unterschrieben im Löschprotokoll.', setErrors)
    if (done && record !== '') onClose(true)
    else setBusy(false)
  }
  return (
    <DecisionDialog title="Prüfen und endgültig löschen" confirm="Endgültig löschen" danger disabled={!plan || !checked || busy || blocked.length > 0 || (own && !alone)} onConfirm={() => void destroy()} onClose={() => onClose(false)}>
      {error && <FailureAlert error={error} />}
      {!plan && !error && <Loader size="sm" aria-label="Umfang wird geprüft" />}
      {plan && (
        <Stack gap="sm">
          {own && !alone && <Alert color="amber" icon={<IconUsers aria-hidden />} title="Eine zweite Person bestätigt">Sie haben selbst vorgeschlagen. Bestätigen kann: {plan.others.join(', ')}.</Alert>}
          {blocked.length > 0 && (
            <Alert color="amber" icon={<IconLock aria-hidden />} title="Noch nicht löschbar">
              <List size="sm">{blocked.map(({ name, obstacles }) => <List.Item key={name}>{name}: {obstacles.join('; ')}</List.Item>)}</List>
            </Alert>
          )}
          <Scope plan={plan} />
          <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title="Das lässt sich nicht rückgängig machen">
            Danach steht davon nichts mehr in der Datenbank: auch nicht in Verlauf, Suche, Papierkorb, Entwürfen und freien Stellen der Datei. Zahlen eingefrorener Jahre bleiben.
          </Alert>
          {alone && <TextInput label={`Schriftliche Bestätigung: Ihr Name (${person.name})`} description="Da niemand sonst Zugang zur Beratung hat, bestätigen Sie selbst, frühestens am Tag nach dem Vorschlag." value={statement} error={errors.statement} onChange={(event) => setStatement(event.currentTarget.value)} />}
          <Checkbox checked={checked} onChange={(event) => setChecked(event.currentTarget.checked)} label="Ich habe Frist, Sperren, offene Fristen und Archiv geprüft." />
        </Stack>
      )}
    </DecisionDialog>
  )
}

function Scope({ plan }: { plan: DisposalPlan }) {
  return (
    <>
      <List size="sm" aria-label="Was gelöscht wird">
        {plan.items.map(({ target, name, alias, retention, proposal }) => (
          <List.Item key={target.id}>
            {name}{alias !== '' && <> <Personal>„{alias}“</Personal></>} – {proposal ? disposalModes[proposal.mode] : ''}; {retention.until === null ? retention.text : `Aufbewahrung bis ${germanDate(retention.until)}`}
          </List.Item>
        ))}
      </List>
      <Text size="sm">Umfang: {plan.counts.map(({ label, count }) => `${label}: ${count}`).join(', ')}</Text>
      {plan.mentions.length > 0 && <Text size="sm">Die Nummer steht auch in: <Personal>{plan.mentions.map(({ label, title }) => `${label} „${title}“`).join('; ')}</Personal>. Bitte dort selbst nachsehen.</Text>}
      <Text size="sm">
        Sicherungen: {plan.backupsUntil === null ? 'wie lange sie außerhalb des Tresors aufbewahrt werden, ist nicht festgelegt (Fristen und Hinweise)' : `außerhalb des Tresors längstens bis ${germanDate(plan.backupsUntil)}`}.
        {' '}{copiesText(plan.backups, plan.backupsGoneBy)} {plan.backupNote}
      </Text>
    </>
  )
}

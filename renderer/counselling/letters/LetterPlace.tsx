import { Alert, Anchor, Badge, Button, Group, Text, Textarea, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconShieldCheck, IconUser } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { mailWayLabels } from '../../../shared/correspondence/statements/workflow.ts'
import { parseDueDay } from '../../../shared/due-day-input.ts'
import type { LetterCase } from '../../../shared/counselling/letters/contract.ts'
import { germanDate } from '../../../shared/dates.ts'
import type { LetterPart } from '../../app/letterDesk.ts'
import { api, office } from '../../app/office.ts'
import { Personal } from '../../ui/Personal.tsx'
import { DayField } from '../deadlines/DayField.tsx'
import { FormDialog } from '../FormDialog.tsx'
import classes from './Letters.module.css'

/** What a letter has to do with its case: whom it speaks of, by what right, what is missing, when it was sent. */
export const LetterPlace: LetterPart = ({ letter, final }) => {
  const { data } = useQuery(api.counselling.letters.caseOf.queryOptions({ input: { id: letter.id } }))
  const [editing, setEditing] = useState(false)
  if (!data) return null
  const { caseId, caseNumber, alias, standing, release, reason, gaps, warnings, sentOn, sentWay, followUpOn, followUp, purpose } = data
  return (
    <div className={classes.place}>
      <Group gap="xs">
        <Anchor component={Link} size="sm" to="/counselling" search={{ id: caseId } as never}>Fall {caseNumber} · <Personal current>„{alias}“</Personal></Anchor>
        <Standing standing={standing} />
        {sentOn !== null && <Text size="sm">Versandt am {germanDate(sentOn)}{sentWay === null ? '' : ` (${mailWayLabels[sentWay]})`}</Text>}
        {followUp !== null && <Text size="sm">Wiedervorlage: {followUp}</Text>}
        {followUp === null && followUpOn !== null && <Text size="sm">Wiedervorlage nach dem Versand: {germanDate(followUpOn)}</Text>}
        {!letter.trashed && <Button size="compact-sm" variant="subtle" onClick={() => setEditing(true)}>Zweck und Weitergabe</Button>}
      </Group>
      {(release !== '' || reason !== '' || purpose !== '') && <Text size="xs" c="dimmed">{[purpose && `Zweck: ${purpose}`, release && `Entbindung: ${release}`, standing === 'reason' && `Grund: ${reason}`].filter(Boolean).join(' · ')}</Text>}
      {!final && standing === 'missing' && (
        <Alert color="amber" icon={<IconAlertTriangle aria-hidden />} title="Für diesen Empfänger gibt es keine gültige Entbindung von der Schweigepflicht.">
          Tragen Sie im Fall unter „Unterlagen“ eine Entbindung ein, oder geben Sie unter „Zweck und Weitergabe“ den Grund an. Vorher lässt sich das Schreiben nicht fertigstellen.
        </Alert>
      )}
      {!final && gaps.length > 0 && <Text size="sm" component="output">Noch zu ergänzen: {gaps.join(', ')}</Text>}
      {!final && warnings.length > 0 && (
        <details>
          <summary>Zu beachten ({warnings.length})</summary>
          <ul className={classes.list}>{warnings.map((warning) => <li key={warning}><Text size="sm">{warning}</Text></li>)}</ul>
        </details>
      )}
      {editing && <DetailsDialog id={letter.id} ofCase={data} onClose={() => setEditing(false)} />}
    </div>
  )
}

const standings = {
  client: { label: 'an die Person selbst', color: 'petrol', icon: IconUser }, nobody: { label: 'noch ohne Empfänger', color: 'gray', icon: IconUser },
  release: { label: 'Entbindung liegt vor', color: 'petrol', icon: IconShieldCheck }, reason: { label: 'mit Grund vermerkt', color: 'petrol', icon: IconShieldCheck },
  missing: { label: 'ohne Entbindung', color: 'amber', icon: IconAlertTriangle },
}

function Standing({ standing }: Pick<LetterCase, 'standing'>) {
  const { label, color, icon: Sign } = standings[standing]
  return <Badge variant="light" color={color} tt="none" leftSection={<Sign size={12} aria-hidden />}>{label}</Badge>
}

function DetailsDialog({ id, ofCase, onClose }: { id: string; ofCase: LetterCase; onClose(): void }) {
  const [purpose, setPurpose] = useState(ofCase.purpose)
  const [reason, setReason] = useState(ofCase.reason)
  const [followUpOn, setFollowUpOn] = useState(ofCase.followUpOn)
  const queries = useQueryClient()
  const save = async (): Promise<void> => {
    await office.counselling.letters.saveDetails({ id, version: ofCase.version, details: { purpose, reason, followUpOn } })
    // The letter has a new version: who finishes it right away must not meet the old one.
    await queries.refetchQueries({ queryKey: api.counselling.letterDesk.get.key({ input: { id } }) })
  }
  return (
    <FormDialog
      title="Zweck und Weitergabe" button="Speichern" onClose={onClose}
      onSubmit={save}
    >
      {(errors) => (
        <>
          <TextInput label="Zweck des Schreibens" value={purpose} error={errors.purpose} onChange={(event) => setPurpose(event.currentTarget.value)} />
          {!ofCase.toClient && (
            <Textarea
              label="Warum ohne Entbindung weitergegeben werden darf" autosize minRows={2} value={reason} error={errors.reason}
              description="Nur nötig, wenn keine gilt. Zum Beispiel: Die Person gibt das Schreiben selbst ab; gesetzliche Befugnis (§); das Schreiben nennt niemanden."
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          )}
          {ofCase.followUp === null && <DayField label="Wiedervorlage nach dem Versand" description="leer: keine" value={followUpOn} error={errors.followUpOn} parse={(text) => parseDueDay(text, new Date())} onChange={setFollowUpOn} />}
        </>
      )}
    </FormDialog>
  )
}

import { Alert, Checkbox, List, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { IconShieldOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { parseDayInput } from '../../../shared/day-input.ts'
import { parseDueDay } from '../../../shared/due-day-input.ts'
import { releaseWayLabels, releaseWays, type Release, type ReleaseFields, type ReleaseWay } from '../../../shared/counselling/releases/model.ts'
import { germanDate } from '../../../shared/dates.ts'
import { addMonths } from '../../../shared/holidays/days.ts'
import { api, office } from '../../app/office.ts'
import { showUndoNotice } from '../../ui/notices.tsx'
import { Personal } from '../../ui/Personal.tsx'
import { CodeSelect } from '../CodeSelect.tsx'
import { DayField } from '../deadlines/DayField.tsx'
import { FormDialog } from '../FormDialog.tsx'
import { useToday } from '../useToday.ts'
import { TargetSelect } from './TargetSelect.tsx'

const MONTHS = 6

/** Prepares a release for signature, or changes one that isn't signed yet. */
export function ReleaseDialog({ caseId, language, current, onClose }: { caseId: string; language: string | null; current: Release | null; onClose(): void }) {
  const today = useToday()
  const [fields, setFields] = useState<ReleaseFields>(current ?? { contactId: null, name: '', information: '', purpose: '', until: addMonths(today, MONTHS), mutual: true, language })
  const set = (patch: Partial<ReleaseFields>): void => setFields((before) => ({ ...before, ...patch }))
  const save = async (): Promise<void> => {
    const { contactId, name, information, purpose, until, mutual } = fields
    const input = { contactId, name, information, purpose, until, mutual, language: fields.language }
    const receipt = current === null
      ? await office.counselling.releases.create({ caseId, fields: input })
      : await office.counselling.releases.update({ id: current.id, version: current.version, fields: input })
    showUndoNotice('Entbindung vorbereitet. Sie gilt, sobald die Unterschrift eingetragen ist.', 'counselling', receipt.change)
  }
  return (
    <FormDialog title="Entbindung von der Schweigepflicht" button={current === null ? 'Vorbereiten' : 'Speichern'} size={580} onClose={onClose} onSubmit={save}>
      {(errors) => (
        <>
          <TargetSelect
            label="An wen" value={fields.name === '' ? null : { ...fields, organisation: '' }} error={errors.name}
            onChange={({ contactId, name, organisation }) => set({ contactId, name: organisation === '' ? name : `${name}, ${organisation}` })}
          />
          <Textarea
            label="Welche Angaben" description="so genau wie möglich: Name, Telefonnummer, Bescheid vom …" autosize minRows={2} maxRows={6} value={fields.information} error={errors.information}
            onChange={(event) => set({ information: event.currentTarget.value })}
          />
          <TextInput label="Wofür" placeholder="Schuldnerberatung" value={fields.purpose} error={errors.purpose} onChange={(event) => set({ purpose: event.currentTarget.value })} />
          <DayField label="Gültig bis" value={fields.until === '' ? null : fields.until} error={errors.until} parse={(text) => parseDueDay(text, new Date())} onChange={(until) => set({ until: until ?? '' })} />
          <Checkbox label="Die Stelle darf uns Auskunft geben" description="sonst dürfen Sie dort nicht nachfragen, was daraus wurde" checked={fields.mutual} onChange={(event) => set({ mutual: event.currentTarget.checked })} />
          <CodeSelect catalogue="languages" label="Sprache der zweiten Spalte" placeholder="nur Deutsch" clearable day={today} value={fields.language} error={errors.language} onChange={(code) => set({ language: code })} />
        </>
      )}
    </FormDialog>
  )
}

/** Notes that a release was given. */
export function SignDialog({ release, onClose }: { release: Release; onClose(): void }) {
  const today = useToday()
  const [on, setOn] = useState<string | null>(today)
  const [way, setWay] = useState<ReleaseWay>('paper')
  const [note, setNote] = useState('')
  const save = async (): Promise<void> => {
    const receipt = await office.counselling.releases.sign({ id: release.id, version: release.version, signing: { on: on ?? '', way, note } })
    showUndoNotice(`Entbindung gilt bis ${germanDate(release.until)}.`, 'counselling', receipt.change)
  }
  return (
    <FormDialog title={`Entbindung erteilt: ${release.name}`} button="Eintragen" onClose={onClose} onSubmit={save}>
      {(errors) => (
        <>
          <DayField label="Am" value={on} error={errors.on} parse={(text) => parseDayInput(text, new Date())} onChange={setOn} />
          <Radio.Group label="Wie" value={way} error={errors.way} onChange={(value) => setWay(value as ReleaseWay)}>
            <Stack gap={6} mt={6}>{releaseWays.map((value) => <Radio key={value} value={value} label={releaseWayLabels[value]} />)}</Stack>
          </Radio.Group>
          <Textarea
            label={way === 'oral' ? 'Vermerk: wer war dabei, was wurde gesagt?' : 'Vermerk'} description={way === 'oral' ? 'Schriftlich ist besser: Gesundheit und Herkunft verlangen eine ausdrückliche, nachweisbare Einwilligung.' : 'Das unterschriebene Blatt gehört als Scan unter „Unterlagen“.'}
            autosize minRows={1} maxRows={5} value={note} error={errors.note} onChange={(event) => setNote(event.currentTarget.value)}
          />
        </>
      )}
    </FormDialog>
  )
}

/** Withdraws a release; what follows from that is shown first. */
export function RevokeDialog({ release, onClose }: { release: Release; onClose(): void }) {
  const today = useToday()
  const [note, setNote] = useState('')
  const { data } = useQuery(api.counselling.releases.consequences.queryOptions({ input: { id: release.id } }))
  if (!data) return null
  const save = async (): Promise<void> => {
    const receipt = await office.counselling.releases.revoke({ id: release.id, version: release.version, on: today, note })
    showUndoNotice('Entbindung widerrufen.', 'counselling', receipt.change)
  }
  return (
    <FormDialog title={`Entbindung widerrufen: ${release.name}`} button="Widerrufen" onClose={onClose} onSubmit={save}>
      {() => (
        <>
          <Alert variant="light" color="amber" icon={<IconShieldOff aria-hidden />} title="Das folgt daraus, ab heute">
            <List size="sm" spacing={4}>
              <List.Item>An {release.name} darf nichts mehr weitergegeben werden; das Begleitblatt lässt sich nicht mehr drucken.</List.Item>
              {release.mutual && <List.Item>Die Stelle darf keine Auskunft mehr geben. Eine offene Nachfrage nach der Rückmeldung geht nur noch bei der Person selbst.</List.Item>}
              {data.told.map(({ referralId, date, what }) => <List.Item key={referralId}>Schon weitergegeben am {germanDate(date)}: {what}. Das bleibt zulässig. Bitte der Stelle den Widerruf mitteilen.</List.Item>)}
              {data.letters.map(({ id, number, subject, recipientName, sentOn }) => (
                <List.Item key={id}>
                  Schreiben {number}{subject !== '' && <> „<Personal>{subject}</Personal>“</>} an <Personal>{recipientName}</Personal>
                  {sentOn === null ? ' ist fertig, aber noch nicht versandt: Es geht jetzt nicht mehr hinaus.' : ` ging am ${germanDate(sentOn)} hinaus. Das bleibt zulässig. Bitte der Stelle den Widerruf mitteilen.`}
                </List.Item>
              ))}
              {data.told.length === 0 && data.letters.every(({ sentOn }) => sentOn === null) && <List.Item>Nach dieser Entbindung wurde noch nichts weitergegeben.</List.Item>}
              {data.others > 0 && <List.Item>Für dieselbe Stelle {data.others === 1 ? 'gilt noch eine andere Entbindung' : `gelten noch ${data.others} andere Entbindungen`}.</List.Item>}
            </List>
          </Alert>
          <TextInput label="Vermerk" placeholder="Wie wurde widerrufen?" value={note} onChange={(event) => setNote(event.currentTarget.value)} />
          <Text size="xs" c="dimmed">Der Eintrag bleibt als Nachweis stehen.</Text>
        </>
      )}
    </FormDialog>
  )
}

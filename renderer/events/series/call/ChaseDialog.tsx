import { Accordion, Alert, Badge, Button, Checkbox, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { IconAlarm, IconMailForward, IconMailOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { germanDate, isoDay } from '../../../../shared/dates.ts'
import { chaseMail, type Chase, type ChaseFrame } from '../../../../shared/events/series/chase.ts'
import { formKindLabels, formKinds, type FormKind } from '../../../../shared/events/series/model.ts'
import { api, desktop, office } from '../../../app/office.ts'
import { ComingDateInput } from '../../../ui/ComingDateInput.tsx'
import { ExportButton } from '../../../ui/Export.tsx'
import { FailureAlert } from '../../../ui/FailureAlert.tsx'
import { showFailure, showUndoNotice } from '../../../ui/notices.tsx'
import { Personal } from '../../../ui/Personal.tsx'
import classes from '../Series.module.css'

/** „Nachfragen": who owes an answer or lacks something, one mail draft for each, looked at before it is written. */
export function ChaseDialog({ seriesId, onClose }: { seriesId: string; onClose(): void }): ReactNode {
  const { data, error } = useQuery(api.events.programme.chases.list.queryOptions({ input: { seriesId }, staleTime: 0 }))
  return (
    <Modal opened onClose={onClose} size="xl" title="Nachfragen per E-Mail">
      {error && <FailureAlert error={error} />}
      {data && (data.chases.length === 0 ? <Text>Niemand schuldet etwas: Alle haben geantwortet, und keinem Beitrag fehlt etwas.</Text> : <Choice seriesId={seriesId} frame={data.frame} chases={data.chases} onClose={onClose} />)}
    </Modal>
  )
}

function Choice({ seriesId, frame, chases, onClose }: { seriesId: string; frame: ChaseFrame; chases: readonly Chase[]; onClose(): void }): ReactNode {
  const reachable = chases.filter(({ email }) => email !== '')
  const others = chases.filter(({ email }) => email === '')
  // Who was asked today isn't asked again by mistake.
  const [chosen, setChosen] = useState<readonly string[]>(() => reachable.filter(({ remindedOn, events }) => remindedOn !== isoDay(new Date()) || events.length > 0).map(({ partnerId }) => partnerId))
  const [until, setUntil] = useState<string | null>(frame.until)
  const [addition, setAddition] = useState('')
  const [forms, setForms] = useState<readonly FormKind[]>(['xlsx', 'docx'])
  const [busy, setBusy] = useState(false)
  const wish = { until: until ?? frame.until, addition }
  const save = async (): Promise<void> => {
    setBusy(true)
    try {
      const target = await desktop.chooseTargetFolder()
      if (!target) return
      const { files, change } = await office.events.programme.chases.save({ seriesId, partnerIds: [...chosen], forms: [...forms], wish, grant: target.grant })
      showUndoNotice(`${files === 1 ? 'Ein E-Mail-Entwurf liegt' : `${files} E-Mail-Entwürfe liegen`} im Ordner „${target.name}“. Gesendet wird aus Ihrem Mailprogramm.`, 'office', change)
      onClose()
    } catch (failure) {
      showFailure(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Stack gap="sm">
      <Text size="sm">Für jeden Partner entsteht ein Entwurf für Ihr Mailprogramm: was fehlt, und das Formular mit dem, was schon bekannt ist. Gesendet wird nichts; im Verlauf des Kontakts steht, dass gefragt wurde, und wer noch nicht geantwortet hat, gilt als erinnert.</Text>
      <Group align="flex-end" gap="md">
        <ComingDateInput label="Antwort erbeten bis" w={170} minDate={new Date()} value={until} onChange={(value) => setUntil(value)} />
        <Checkbox.Group label="Formular im Anhang" value={[...forms]} onChange={(value) => setForms(formKinds.filter((kind) => value.includes(kind)))}>
          <Group h={36}>{formKinds.map((kind) => <Checkbox key={kind} value={kind} label={formKindLabels[kind]} />)}</Group>
        </Checkbox.Group>
      </Group>
      <Textarea label="Zusatz für alle (optional)" autosize minRows={1} maxRows={5} maxLength={2_000} value={addition} onChange={({ currentTarget }) => setAddition(currentTarget.value)} />
      {reachable.length > 0 && (
        <Checkbox label={`Alle ${reachable.length} mit E-Mail-Adresse`} checked={chosen.length === reachable.length} indeterminate={chosen.length > 0 && chosen.length < reachable.length} onChange={({ currentTarget }) => setChosen(currentTarget.checked ? reachable.map(({ partnerId }) => partnerId) : [])} />
      )}
      <ul className={classes.chases} aria-label="Partner, bei denen nachgefragt wird">
        {reachable.map((chase) => (
          <li key={chase.partnerId}>
            <Checkbox
              checked={chosen.includes(chase.partnerId)} onChange={({ currentTarget }) => setChosen(currentTarget.checked ? [...chosen, chase.partnerId] : chosen.filter((each) => each !== chase.partnerId))}
              label={<Personal>{chase.name}</Personal>} description={<Personal>{chase.email}</Personal>}
            />
            <div className={classes.chased}>
              {chase.awaited && <Badge variant="light" color="amber" leftSection={<IconAlarm size={13} aria-hidden />}>{chase.remindedOn === null ? `keine Antwort${chase.invitedOn === null ? '' : ` seit ${germanDate(chase.invitedOn)}`}` : `erinnert am ${germanDate(chase.remindedOn)}`}</Badge>}
              {chase.events.map(({ id, title, missing }) => <Text key={id} size="sm"><strong>{title}:</strong> {missing.join(', ')}</Text>)}
              <Preview chase={chase} mail={chaseMail(chase, frame, wish)} />
            </div>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <Alert color="amber" icon={<IconMailOff size={18} aria-hidden />} title={`${others.length} ohne E-Mail`}>
          <ul className={classes.plainList}>{others.map(({ partnerId, name, problem }) => <li key={partnerId}><Personal>{name}</Personal>: {problem}</li>)}</ul>
          <Text size="sm">An sie geht eine Erinnerung als Brief: „Schreiben“, „Erinnerung“. Oder Sie rufen an.</Text>
        </Alert>
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="subtle" onClick={onClose}>Abbrechen</Button>
        <ExportButton format={['eml', ...forms]} leftSection={<IconMailForward size={17} aria-hidden />} loading={busy} disabled={chosen.length === 0 || until === null} onClick={() => void save()}>{chosen.length === 1 ? '1 Entwurf speichern …' : `${chosen.length} Entwürfe speichern …`}</ExportButton>
      </Group>
    </Stack>
  )
}

/** The mail as it will be, on demand. */
function Preview({ chase, mail }: { chase: Chase; mail: { subject: string; text: string } }): ReactNode {
  const [open, setOpen] = useState<string | null>(null)
  return (
    <Accordion variant="default" chevronPosition="left" value={open} onChange={setOpen} classNames={{ item: classes.preview, control: classes.previewControl, content: classes.previewText }}>
      <Accordion.Item value="text">
        <Accordion.Control aria-label={`E-Mail an ${chase.name} ansehen`}>E-Mail ansehen</Accordion.Control>
        <Accordion.Panel>{open === null ? null : <Personal><strong>{mail.subject}</strong>{`\n\n${mail.text}`}</Personal>}</Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  )
}

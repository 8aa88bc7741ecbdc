import { Alert, Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconMail } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { ReceivedFile } from '../../../shared/correspondence/register/model.ts'
import { foundDeadlines } from '../../../shared/correspondence/statements/found-dates.ts'
import { ladder, shortenedLadder } from '../../../shared/correspondence/statements/ladder.ts'
import { effectiveDue, statementInputSchema, type StatementInput } from '../../../shared/correspondence/statements/model.ts'
import { germanDate, isoDay } from '../../../shared/dates.ts'
import { germanDay } from '../../../shared/holidays/days.ts'
import type { Land } from '../../../shared/vault/laender.ts'
import { failureOf } from '../../app/failure.ts'
import { api, office } from '../../app/office.ts'
import { useSession } from '../../app/session.ts'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { DropFiles, Troubles } from '../../ui/DropFiles.tsx'
import { receiveFiles } from '../../records/papers.ts'
import classes from '../parts.module.css'
import { requestFrom } from './requestFrom.ts'
import { TemplateField } from '../templates/TemplateField.tsx'
import { useDraftTemplate } from './useDraftTemplate.ts'
import { StatementFields } from './StatementFields.tsx'

/** A request is taken in: what a mail says is proposed, a person decides. From the dropped mail to the assigned draft in one dialog. */
export function NewStatement({ received, onClose, onCreated }: { received: readonly ReceivedFile[]; onClose(): void; onCreated(id: string): void }): ReactNode {
  const { land: officeLand, person } = useSession()
  const land = officeLand as Land
  const today = isoDay(new Date())
  const [files, setFiles] = useState(received)
  const [fields, setFields] = useState<StatementInput>(() => requestFrom(received[0], today, person))
  const [shorten, setShorten] = useState(true)
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [troubles, setTroubles] = useState<readonly string[]>([])
  const [busy, setBusy] = useState(false)
  const [template, setTemplate] = useDraftTemplate()
  const { data } = useQuery(api.correspondence.register.settings.get.queryOptions())
  const deadlines = files.flatMap(({ text }) => foundDeadlines(text, fields.receivedOn))

  const add = async (more: readonly File[]): Promise<void> => {
    setBusy(true)
    const next = await receiveFiles(more)
    setBusy(false)
    setTroubles(next.troubles)
    if (files.length === 0 && next.files[0]) setFields({ ...requestFrom(next.files[0], today, person), ...(fields.subject !== '' && { subject: fields.subject }) })
    setFiles([...files, ...next.files])
  }
  const close = (): void => {
    void office.correspondence.register.receiving.discard({ tokens: files.map(({ token }) => token) }).catch(() => {})
    onClose()
  }
  const store = async (begin: boolean): Promise<void> => {
    const checked = statementInputSchema.safeParse(fields)
    if (!checked.success) return setErrors(Object.fromEntries(checked.error.issues.map(({ path, message }) => [path.join('.'), message])))
    setBusy(true)
    try {
      const { id, change } = await office.correspondence.statements.create({ fields: checked.data, land, shorten, files: files.map(({ token }) => token), begin, template })
      showUndoNotice(begin ? 'Anfrage aufgenommen, Entwurf begonnen.' : 'Anfrage aufgenommen.', 'office', change)
      onCreated(id)
    } catch (error) {
      setErrors(failureOf(error).data.fields ?? {})
      showFailure(error)
      setBusy(false)
    }
  }
  const due = effectiveDue(fields)
  return (
    <Modal opened onClose={close} title="Neue Anfrage" size="lg">
      <form onSubmit={(event) => { event.preventDefault(); void store(true) }}>
        <Stack gap="sm">
          <DropFiles hint="E-Mail (MSG, EML) oder PDF der Anfrage. Betreff, Absender, Datum und Frist werden vorgeschlagen." busy={busy} label="Dateien der Anfrage" onFiles={(more) => void add(more)} />
          <Troubles troubles={troubles} />
          {files.map((file) => <Coming key={file.token} file={file} />)}
          {deadlines.length > 0 && (
            <Group gap={6}>
              <Text size="sm" c="dimmed">Im Text gefunden:</Text>
              {deadlines.slice(0, 4).map(({ day, words }) => <Button key={day} size="compact-sm" variant={day === fields.dueOn ? 'filled' : 'default'} title={words} aria-pressed={day === fields.dueOn} onClick={() => setFields({ ...fields, dueOn: day })}>{germanDay(day)}</Button>)}
            </Group>
          )}
          <StatementFields short fields={fields} errors={errors} onChange={(patch) => { setFields({ ...fields, ...patch }); setErrors({}) }} />
          {due !== null && data && <LadderPreview due={due} rules={data.settings.ladder} land={land} today={today} shorten={shorten} onShorten={setShorten} />}
          <TemplateField label="Vorlage des Entwurfs" value={template} error={errors.template} readOnly={false} onChange={setTemplate} />
          <Group justify="flex-end" gap="xs">
            <Button variant="subtle" onClick={close}>Abbrechen</Button>
            <Button variant="default" loading={busy} onClick={() => void store(false)}>Nur aufnehmen</Button>
            <Button type="submit" loading={busy}>Aufnehmen und Entwurf beginnen</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

function Coming({ file }: { file: ReceivedFile }): ReactNode {
  const left = file.mail?.attachments.filter(({ taken }) => !taken) ?? []
  return (
    <div className={classes.section}>
      <Group gap={8} wrap="nowrap">
        <IconMail size={18} aria-hidden />
        <Text size="sm" className={classes.grow}>
          <strong>{file.name}</strong>
          {file.mail && <> · {file.mail.fromName || file.mail.fromAddress}{file.mail.sentOn === null ? '' : `, ${germanDate(file.mail.sentOn)}`} · {file.mail.attachments.length} {file.mail.attachments.length === 1 ? 'Anlage' : 'Anlagen'}</>}
        </Text>
      </Group>
      {left.map(({ name, reason }) => <Text key={name} size="xs" c="dimmed">„{name}“ bleibt nur in der E-Mail: {reason}</Text>)}
    </div>
  )
}

function LadderPreview({ due, rules, land, today, shorten, onShorten }: { due: string; rules: Parameters<typeof ladder>[1]; land: Land; today: string; shorten: boolean; onShorten(shorten: boolean): void }): ReactNode {
  const usual = ladder(due, rules, land, today)
  const shown = shorten ? shortenedLadder(due, rules, land, today) : usual
  const gone = usual.filter(({ past }) => past)
  return (
    <div className={classes.section}>
      <Text size="sm" fw={600}>Zwischentermine</Text>
      <ol className={classes.rows} aria-label="Zwischentermine">
        {shown.map(({ code, label, dueOn, past }) => (
          <li key={code}><Group justify="space-between"><Text size="sm">{label}</Text><Text size="sm">{germanDay(dueOn)}{past ? ' · schon vorbei' : ''}</Text></Group></li>
        ))}
        <li><Group justify="space-between"><Text size="sm" fw={600}>Frist</Text><Text size="sm" fw={600}>{germanDay(due)}</Text></Group></li>
      </ol>
      {gone.length > 0 && (
        <Alert color="amber" icon={<IconAlertTriangle aria-hidden />} p="xs">
          <Text size="sm">Die übliche Vorlaufzeit reicht nicht: {gone.map(({ label }) => label).join(', ')} wäre schon vorbei.</Text>
          <Checkbox mt={6} label="Verbleibende Arbeitstage auf die Schritte verteilen" checked={shorten} onChange={(event) => onShorten(event.currentTarget.checked)} />
        </Alert>
      )}
    </div>
  )
}

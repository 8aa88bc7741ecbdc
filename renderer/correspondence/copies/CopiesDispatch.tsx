import { Alert, Button, Checkbox, Group, List, Radio, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { copyLabel } from '../../../shared/correspondence/copies/copies.ts'
import type { CopyFiles, CopyForm } from '../../../shared/correspondence/copies/contract.ts'
import { fileCopy } from '../../../shared/correspondence/copies/model.ts'
import { pdfEngineLabels } from '../../../shared/correspondence/dispatch/contract.ts'
import { letterFileName } from '../../../shared/correspondence/letter-number.ts'
import { mailWayLabels } from '../../../shared/correspondence/statements/workflow.ts'
import { api, desktop, office } from '../../app/office.ts'
import { ExportButton } from '../../ui/Export.tsx'
import { showFailure } from '../../ui/notices.tsx'
import { Personal } from '../../ui/Personal.tsx'
import { FollowUpField } from '../dispatch/FollowUpField.tsx'
import { Missing } from '../dispatch/Missing.tsx'
import { EmbargoQuestion, useEmbargo } from '../press/EmbargoQuestion.tsx'
import { useTemplateFollowUp } from '../templates/useTemplateFollowUp.ts'

type Sent = Awaited<ReturnType<typeof office.correspondence.copies.send>> & { place: string }

/** „Versenden" of a letter to several: which copies, as what, into one file or one for each; all in one go. */
export function CopiesDispatch({ letter, onClose }: { letter: { id: string; number: string; template: string }; onClose(): void }): ReactNode {
  const { data } = useQuery(api.correspondence.copies.choices.queryOptions({ input: { id: letter.id } }))
  const { warning, seen, setSeen } = useEmbargo(letter.id)
  const [left, setLeft] = useState<readonly string[]>([])
  const [form, setForm] = useState<CopyForm>('pdf')
  const [chosenFiles, setFiles] = useState<CopyFiles>('each')
  const [enter, setEnter] = useState(true)
  const proposed = useTemplateFollowUp(letter.template)
  const [chosenFollowUp, setFollowUp] = useState<string | null | undefined>(undefined)
  const followUpOn = chosenFollowUp === undefined ? proposed : chosenFollowUp
  const [busy, setBusy] = useState(false)
  const [sent, setSent] = useState<Sent | null>(null)
  if (sent) return <Result sent={sent} onClose={onClose} />

  const copies = data?.copies ?? []
  const keys = copies.map(({ key }) => key).filter((key) => !left.includes(key))
  const files = data?.oneFile ? chosenFiles : 'each'
  const impossible = form === 'pdf' && data?.engine === 'none'
  const mails = copies.filter(({ key, way }) => keys.includes(key) && way === 'email')

  const send = async (): Promise<void> => {
    setBusy(true)
    try {
      const target = files === 'one'
        ? await desktop.chooseSaveTarget({ name: letterFileName(letter.number).replace(/\.docx$/u, `.${form}`), kind: form })
        : await desktop.chooseTargetFolder()
      if (target) setSent({ ...(await office.correspondence.copies.send({ id: letter.id, keys, form, files, enter, followUpOn: enter ? followUpOn : null, grant: target.grant })), place: target.name })
    } catch (error) {
      showFailure(error)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Stack>
      <Missing labels={data?.missing ?? []} />
      {warning !== null && <EmbargoQuestion warning={warning} seen={seen} onSeen={setSeen} />}
      <Checkbox.Group label="Fassungen" value={keys}>
        <Stack gap={6} mt="xs">
          {copies.map(({ key, kind, name, way, email }) => (
            <Checkbox
              key={key} value={key} label={<Personal>{[copyLabel({ kind, name }), way === null ? '' : `${mailWayLabels[way]}${email === '' ? '' : `, ${email}`}`].filter(Boolean).join(' · ')}</Personal>}
              onChange={({ currentTarget }) => setLeft(currentTarget.checked ? left.filter((each) => each !== key) : [...left, key])}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      <Radio.Group label="Als" value={form} onChange={(value) => setForm(value as CopyForm)}>
        <Group mt="xs"><Radio value="pdf" label="PDF" /><Radio value="docx" label="Word-Datei, bereinigt" /></Group>
      </Radio.Group>
      <Radio.Group label="Dateien" value={files} onChange={(value) => setFiles(value as CopyFiles)}>
        <Group mt="xs"><Radio value="each" label="Eine Datei je Empfänger" /><Radio value="one" label="Eine Datei mit allen" disabled={!data?.oneFile} /></Group>
      </Radio.Group>
      {data && !data.oneFile && <Text size="sm" c="dimmed">Mit dieser Vorlage gibt es je Fassung eine Datei.</Text>}
      {form === 'pdf' && data && !impossible && <Text size="sm">Die PDF werden von {pdfEngineLabels[data.engine]} erstellt.</Text>}
      {form === 'pdf' && files === 'each' && mails.length > 0 && <Text size="sm">Für diese Empfänger entsteht ein E-Mail-Entwurf (EML) mit PDF und Unterlagen: <Personal>{mails.map(({ name }) => name).join(', ')}</Personal>.</Text>}
      {files === 'each' && (data?.papers ?? 0) > 0 && <Text size="sm">{data?.papers === 1 ? 'Eine beigefügte Unterlage wird' : `${data?.papers} beigefügte Unterlagen werden`} dazugelegt.</Text>}
      {impossible && <Alert title="Ein PDF ist hier nicht möglich">Für diese Vorlage braucht es LibreOffice oder unter Windows Word, und beides ist auf diesem Rechner nicht eingerichtet. Als Word-Datei lässt sie sich versenden.</Alert>}
      <Checkbox
        label="Jede Fassung im Postausgang eintragen, mit der Datei als Nachweis" description={keys.includes(fileCopy) ? 'Der Entwurf kommt zu den Unterlagen des Schreibens.' : undefined} checked={enter}
        onChange={({ currentTarget }) => setEnter(currentTarget.checked)}
      />
      {enter && keys.some((key) => key !== fileCopy) && <FollowUpField value={followUpOn} onChange={setFollowUp} proposed={proposed !== null} note="Sie steht bei der ersten Fassung." />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>Abbrechen</Button>
        <ExportButton format={form} loading={busy} disabled={impossible || keys.length === 0 || (warning !== null && !seen)} onClick={() => void send()}>{keys.length === 1 ? 'Datei speichern …' : `${keys.length} Fassungen speichern …`}</ExportButton>
      </Group>
    </Stack>
  )
}

function Result({ sent, onClose }: { sent: Sent; onClose(): void }): ReactNode {
  return (
    <Stack>
      <Text role="status">
        {sent.written === 1 ? 'Eine Datei' : `${sent.written} Dateien`} gespeichert: „{sent.place}“.{sent.engine && ` Die PDF wurden von ${pdfEngineLabels[sent.engine]} erstellt.`}
        {sent.entries.length === 0 && ' Nicht im Postausgang eingetragen.'}
      </Text>
      {sent.entries.length > 0 && <Text size="sm" fw={600}>Im Postausgang eingetragen:</Text>}
      {sent.entries.length > 0 && <List size="sm">{sent.entries.map(({ number, name }) => <List.Item key={number}>{number} · <Personal>{name}</Personal></List.Item>)}</List>}
      <Text size="sm" fw={600}>{sent.report.length > 0 ? 'Vor dem Versand bereinigt:' : 'Zu bereinigen war nichts.'}</Text>
      {sent.report.length > 0 && <List size="sm">{sent.report.map((line) => <List.Item key={line}>{line}</List.Item>)}</List>}
      <Group justify="flex-end"><Button onClick={onClose}>Fertig</Button></Group>
    </Stack>
  )
}

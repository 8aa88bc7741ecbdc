import { Alert, Button, Checkbox, Group, List, Modal, Radio, Select, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { LetterCopy } from '../../../shared/correspondence/copies/copies.ts'
import { dispatchFormLabels, dispatchForms, pdfEngineLabels, type DispatchForm } from '../../../shared/correspondence/dispatch/contract.ts'
import { mailWayLabels, mailWays, type MailWay } from '../../../shared/correspondence/statements/workflow.ts'
import { usePolicy } from '../../app/usePolicy.ts'
import { EmbargoQuestion, useEmbargo } from '../press/EmbargoQuestion.tsx'
import { useDesk } from '../useDesk.ts'
import { CopiesDispatch } from '../copies/CopiesDispatch.tsx'
import { useTemplateFollowUp } from '../templates/useTemplateFollowUp.ts'
import { FollowUpField } from './FollowUpField.tsx'
import { Missing } from './Missing.tsx'
import { useDispatch, type Dispatched } from './useDispatch.ts'
import { useHelpPlace } from '../../ui/helpPlace.ts'

export interface DispatchDialogProps {
  letter: { id: string; number: string; template: string }
  copies: readonly LetterCopy[]
  onClose(): void
}

/** „Versenden": as what, from which state, by which way; and afterwards what was made, what was taken out and where it is entered. */
export function DispatchDialog({ letter, copies, onClose }: DispatchDialogProps): ReactNode {
  // One for the recipient and one for the file are what every letter has.
  return copies.length > 2
    ? <Modal opened onClose={onClose} title={`Schreiben ${letter.number} versenden`} size="lg"><CopiesDispatch letter={letter} onClose={onClose} /></Modal>
    : <OneDispatch letter={letter} onClose={onClose} />
}

function OneDispatch({ letter, onClose }: Pick<DispatchDialogProps, 'letter' | 'onClose'>): ReactNode {
  const { api, proof, side } = useDesk()
  const { data } = useQuery(api.dispatch.choices.queryOptions({ input: { id: letter.id } }))
  useHelpPlace('dispatch')
  const [form, setForm] = useState<DispatchForm>('pdf')
  const [versionId, setVersionId] = useState<string | null>(null)
  const [typedTo, setTypedTo] = useState<string | null>(null)
  const [way, setWay] = useState<MailWay>('post')
  const [enter, setEnter] = useState(true)
  const { warning, seen, setSeen } = useEmbargo(side === 'office' ? letter.id : null)
  const { busy, done, send } = useDispatch(letter)
  const { forbids } = usePolicy()
  const proposed = useTemplateFollowUp(letter.template)
  const [chosenFollowUp, setFollowUp] = useState<string | null | undefined>(undefined)
  const followUpOn = chosenFollowUp === undefined ? proposed : chosenFollowUp
  const to = typedTo ?? data?.email ?? ''
  const engine = versionId === null ? data?.letterEngine : data?.versionEngine
  const impossible = form !== 'docx' && engine === 'none'

  return (
    <Modal opened onClose={onClose} title={`Schreiben ${letter.number} versenden`} size="lg">
      {done ? <Result done={done} onClose={onClose} /> : (
        <Stack>
          {versionId === null && <Missing labels={data?.missing ?? []} />}
          {warning !== null && <EmbargoQuestion warning={warning} seen={seen} onSeen={setSeen} />}
          <Radio.Group label="Als" value={form} onChange={(value) => { setForm(value as DispatchForm); setWay(value === 'eml' ? 'email' : 'post') }}>
            <Stack gap="xs" mt="xs">{dispatchForms.map((each) => <Radio key={each} value={each} label={`${dispatchFormLabels[each]}${forbids(each) ? ' (von Ihrer IT gesperrt)' : ''}`} disabled={forbids(each)} />)}</Stack>
          </Radio.Group>
          {(data?.versions.length ?? 0) > 0 && (
            <Select
              label="Fassung" allowDeselect={false} value={versionId ?? ''} onChange={(value) => setVersionId(value || null)}
              data={[{ value: '', label: 'Text des Schreibens im Büro' }, ...(data?.versions ?? []).map(({ id, number }) => ({ value: id, label: `Fassung ${number} aus Word` }))]}
            />
          )}
          {form !== 'docx' && engine !== undefined && !impossible && <Text size="sm">Das PDF wird von {pdfEngineLabels[engine]} erstellt.</Text>}
          {impossible && (
            <Alert title="Ein PDF ist hier nicht möglich">
              Für diese Vorlage oder Fassung braucht es LibreOffice oder unter Windows Word, und beides ist auf diesem Rechner nicht eingerichtet. Als Word-Datei lässt sie sich versenden.
            </Alert>
          )}
          {form === 'eml' && <TextInput label="An (E-Mail-Adresse)" value={to} onChange={({ currentTarget }) => setTypedTo(currentTarget.value)} />}
          <Checkbox label={proof.offer} checked={enter} onChange={({ currentTarget }) => setEnter(currentTarget.checked)} />
          {enter && (
            <Select label="Weg" allowDeselect={false} value={way} onChange={(value) => value && setWay(value as MailWay)} data={mailWays.map((each) => ({ value: each, label: mailWayLabels[each] }))} />
          )}
          {enter && proof.followUps && (
            <FollowUpField value={followUpOn} onChange={setFollowUp} proposed={proposed !== null} />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>Abbrechen</Button>
            <Button loading={busy} disabled={impossible || forbids(form) || data === undefined || (warning !== null && !seen)} onClick={() => void send({ form, versionId, to: form === 'eml' ? to : '', way, enter, followUpOn: enter ? followUpOn : null })}>Datei speichern …</Button>
          </Group>
        </Stack>
      )}
    </Modal>
  )
}

function Result({ done, onClose }: { done: Dispatched; onClose(): void }): ReactNode {
  const { proof } = useDesk()
  return (
    <Stack>
      <Text role="status">
        Gespeichert als „{done.name}“.{done.engine && ` Das PDF wurde von ${pdfEngineLabels[done.engine]} erstellt.`}
        {' '}{done.entry ? proof.kept(done.entry) : proof.notKept}
      </Text>
      <Text size="sm" fw={600}>{done.report.length > 0 ? 'Vor dem Versand bereinigt:' : 'Zu bereinigen war nichts.'}</Text>
      {done.report.length > 0 && <List size="sm">{done.report.map((line) => <List.Item key={line}>{line}</List.Item>)}</List>}
      <Group justify="flex-end"><Button onClick={onClose}>Fertig</Button></Group>
    </Stack>
  )
}

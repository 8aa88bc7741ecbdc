import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { directionLabels, entryInputSchema, followUpFor, type Direction, type EntryInput, type ReceivedFile } from '../../../shared/correspondence/register/model.ts'
import { isoDay } from '../../../shared/dates.ts'
import type { Land } from '../../../shared/vault/laender.ts'
import { office } from '../../app/office.ts'
import { useSession } from '../../app/session.ts'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { DropFiles, Troubles } from '../../ui/DropFiles.tsx'
import { receiveFiles } from '../../records/papers.ts'
import { requestFrom } from '../statements/requestFrom.ts'
import { EntryFields } from './EntryFields.tsx'

const { entries, receiving } = office.correspondence.register

/** Enters a piece of mail; a file that is dropped fills in what it says of itself. With a letter: notes its dispatch. */
export function EntryDialog({ direction, letter, onClose, onCreated }: { direction: Direction; letter?: { id: string; followUpOn: string | null; contactId: string | null; recipient: string; subject: string; reference: string }; onClose(): void; onCreated(id: string): void }): ReactNode {
  const { person, land } = useSession()
  const today = isoDay(new Date())
  const [fields, setFields] = useState<EntryInput>(() => ({
    direction, on: today, kind: 'letter', way: letter ? 'post' : 'email', contactId: letter?.contactId ?? null, correspondent: letter?.recipient ?? '', subject: letter?.subject ?? '', reference: letter?.reference ?? '',
    followUpOn: direction === 'out' ? letter?.followUpOn ?? followUpFor('letter', today, land as Land) : null, assigneeId: person.id, assigneeName: person.name, note: '',
  }))
  const [files, setFiles] = useState<readonly ReceivedFile[]>([])
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [troubles, setTroubles] = useState<readonly string[]>([])
  const [busy, setBusy] = useState(false)
  const add = async (more: readonly File[]): Promise<void> => {
    setBusy(true)
    const next = await receiveFiles(more)
    setBusy(false)
    setTroubles(next.troubles)
    setFiles([...files, ...next.files])
    const [first] = next.files
    if (!first || fields.subject !== '') return
    const { subject, requesterId, requesterName, receivedOn, way } = requestFrom(first, today, person)
    setFields({ ...fields, subject, way, ...(direction === 'in' && { contactId: requesterId, correspondent: requesterName, on: receivedOn }) })
  }
  const close = (): void => {
    void receiving.discard({ tokens: files.map(({ token }) => token) }).catch(() => {})
    onClose()
  }
  const store = async (): Promise<void> => {
    const checked = entryInputSchema.safeParse(fields)
    if (!checked.success) return setErrors(Object.fromEntries(checked.error.issues.map(({ path, message }) => [path.join('.'), message])))
    setBusy(true)
    try {
      const { id, change } = await entries.create({ fields: checked.data, files: files.map(({ token }) => token), letterId: letter?.id ?? null })
      showUndoNotice(`${directionLabels[direction]} eingetragen`, 'office', change)
      onCreated(id)
    } catch (error) {
      showFailure(error)
      setBusy(false)
    }
  }
  return (
    <Modal opened onClose={close} title={letter ? 'Versand vermerken' : direction === 'in' ? 'Eingang eintragen' : 'Ausgang eintragen'} size="lg">
      <form onSubmit={(event) => { event.preventDefault(); void store() }}>
        <Stack gap="sm">
          <DropFiles hint="E-Mail, PDF, Word, Bild; Betreff und Absender einer E-Mail werden übernommen." busy={busy} label="Dateien zum Eintrag" onFiles={(more) => void add(more)} />
          <Troubles troubles={troubles} />
          {files.map(({ token, name }) => <Text key={token} size="sm">{name}</Text>)}
          <EntryFields fields={fields} errors={errors} onChange={(patch) => { setFields({ ...fields, ...patch }); setErrors({}) }} />
          <Group justify="flex-end" gap="xs">
            <Button variant="subtle" onClick={close}>Abbrechen</Button>
            <Button type="submit" loading={busy}>Eintragen</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

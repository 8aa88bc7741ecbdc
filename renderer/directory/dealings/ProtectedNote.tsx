import { Alert, Button, Group, Textarea } from '@mantine/core'
import { IconShieldLock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { ProtectedNote as Note } from '../../../shared/counselling/protected-notes/contract.ts'
import { api, office } from '../../app/office.ts'
import { useAutosave } from '../../app/useAutosave.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { SaveState } from '../../ui/SaveState.tsx'
import classes from '../ContactRecord.module.css'

/** What the Leitung keeps to itself about a contact. The note lies in counselling.db; nobody else is shown that there is one. */
export function ProtectedNote({ contactId }: { contactId: string }) {
  const { data: note, error, refetch } = useQuery(api.counselling.protectedNotes.get.queryOptions({ input: { contactId } }))
  const [begun, setBegun] = useState(false)
  if (error) return <FailureAlert error={error} retry={() => void refetch()} />
  if (!note) return null
  return (
    <section className={classes.section} aria-label="Geschützte Notiz">
      <div className={classes.sectionHead}>
        <h3 className={classes.mark}><IconShieldLock size={17} stroke={1.7} aria-hidden />Geschützt – nur Leitung</h3>
        {note.text === '' && !begun && <Button className="no-print" size="compact-sm" variant="subtle" onClick={() => setBegun(true)}>Notiz schreiben</Button>}
      </div>
      {(note.text !== '' || begun) && <NoteEditor contactId={contactId} note={note} focus={begun} />}
      <p className={classes.quiet}>Liegt in der Beratungsdatenbank. Die Assistenz hat dafür keinen Schlüssel, der Vertretung wird die Notiz nicht angezeigt.</p>
    </section>
  )
}

function NoteEditor({ contactId, note, focus }: { contactId: string; note: Note; focus: boolean }) {
  const [text, setText] = useState(note.text)
  const version = useRef(note.version)
  const { status, flush } = useAutosave(text, async (value) => {
    version.current = (await office.counselling.protectedNotes.save({ contactId, version: version.current, text: value })).version
  })
  // Undo: what is stored is newer than what this field saved itself. A note that was read before the last save is not news.
  const untouched = status.state === 'unchanged' || status.state === 'saved'
  const seen = useRef(note)
  useEffect(() => {
    if (!untouched || note === seen.current) return
    seen.current = note
    if (note.version === version.current) return
    version.current = note.version
    setText(note.text)
  }, [note, untouched])
  const conflict = status.state === 'failed' && status.failure.code === 'conflict' ? status.failure.data.current as Note | null : undefined
  const adopt = (stored: Note | null): void => { version.current = stored?.version ?? 0 }
  return (
    <>
      <Textarea
        autoFocus={focus}
        aria-label="Geschützte Notiz"
        autosize
        minRows={2}
        maxRows={12}
        maxLength={20_000}
        classNames={{ input: 'personal' }}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <SaveState status={status} />
      {conflict !== undefined && (
        <Alert color="amber" title="Die Notiz wurde inzwischen geändert" mt="xs">
          <Group gap="xs">
            <Button size="compact-sm" variant="default" onClick={() => { adopt(conflict); setText(conflict?.text ?? '') }}>Gespeicherte Fassung übernehmen</Button>
            <Button size="compact-sm" onClick={() => { adopt(conflict); void flush() }}>Meine Eingabe speichern</Button>
          </Group>
        </Alert>
      )}
    </>
  )
}

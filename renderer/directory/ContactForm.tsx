import { Alert, Button, Group } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { Contact } from '../../shared/directory/contact.ts'
import { useCommand } from '../app/commands.ts'
import { office } from '../app/office.ts'
import { useAutosave } from '../app/useAutosave.ts'
import { SaveState } from '../ui/SaveState.tsx'
import { ContactFields } from './ContactFields.tsx'
import classes from './ContactRecord.module.css'
import { inputOf, useContactForm, valuesOf } from './form.ts'

/** The contact to edit. It saves itself a second after the last key; a change from elsewhere is taken in or asked about. */
export function ContactForm({ contact }: { contact: Contact }) {
  const form = useContactForm(valuesOf(contact))
  const version = useRef(contact.version)
  const { status, flush } = useAutosave(form.values, async (values) => {
    const receipt = await office.directory.update({ id: contact.id, version: version.current, contact: inputOf(values) })
    version.current = receipt.version
  })
  useCommand('save', () => void flush())

  // Undo, or another window of the record's data: what is stored is newer than what this form saved itself.
  const { setValues } = form
  const untouched = status.state === 'unchanged' || status.state === 'saved'
  useEffect(() => {
    if (!untouched || contact.version <= version.current) return
    version.current = contact.version
    setValues(valuesOf(contact))
  }, [contact, untouched, setValues])

  const { setErrors } = form
  useEffect(() => {
    const fields = status.state === 'failed' ? status.failure.data.fields ?? {} : {}
    setErrors(Object.fromEntries(Object.entries(fields).map(([path, message]) => [path.replace(/^contact\./u, ''), message])))
  }, [status, setErrors])

  const conflict = status.state === 'failed' && status.failure.code === 'conflict' ? status.failure.data.current as Contact : null
  return (
    <form aria-label="Kontakt bearbeiten" onSubmit={(event) => { event.preventDefault(); void flush() }}>
      <div className={classes.state}><SaveState status={status} /></div>
      {conflict && (
        <Alert color="amber" title="Der Kontakt wurde inzwischen geändert" mb="sm">
          <Group gap="xs">
            <Button size="compact-sm" variant="default" onClick={() => { version.current = conflict.version; setValues(valuesOf(conflict)) }}>
              Gespeicherte Fassung übernehmen
            </Button>
            <Button size="compact-sm" onClick={() => { version.current = conflict.version; void flush() }}>Meine Eingabe speichern</Button>
          </Group>
        </Alert>
      )}
      <ContactFields form={form} id={contact.id} />
    </form>
  )
}

import { Button, Group, SegmentedControl, Title } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { contactKindLabels } from '../../shared/directory/labels.ts'
import { contactKinds, type ContactKind } from '../../shared/directory/model.ts'
import { useCommand } from '../app/commands.ts'
import { failureOf } from '../app/failure.ts'
import { office } from '../app/office.ts'
import { useDraft } from '../app/useDraft.ts'
import { showFailure, showUndoNotice } from '../ui/notices.tsx'
import { ContactFields } from './ContactFields.tsx'
import classes from './ContactRecord.module.css'
import { emptyValues, inputOf, useContactForm, type ContactValues } from './form.ts'

/** A contact that is not stored yet. Its text is kept as a draft until it is created or given up. */
export function NewContact({ onCreated, onCancel }: { onCreated: (id: string) => void; onCancel: () => void }) {
  const { restored, keep, discard } = useDraft<ContactValues>('office', 'contact:new')
  const [saving, setSaving] = useState(false)
  const form = useContactForm(emptyValues('organisation'))
  const { setValues, values } = form
  const isEmpty = JSON.stringify({ ...values, kind: '' }) === JSON.stringify({ ...emptyValues('organisation'), kind: '' })
  const fields = useRef<HTMLFormElement>(null)
  // What is typed next is the name, wherever the focus was when the new contact was begun.
  useEffect(() => fields.current?.querySelector<HTMLInputElement>('[data-path="name"], [data-path="givenNames"]')?.focus(), [])
  useEffect(() => {
    if (restored) setValues(restored)
  }, [restored, setValues])
  useEffect(() => {
    if (restored !== undefined && !isEmpty) keep(values)
  }, [restored, isEmpty, keep, values])

  const create = async (): Promise<void> => {
    setSaving(true)
    try {
      const { id, change } = await office.directory.create({ contact: inputOf(values) })
      await discard()
      showUndoNotice('Kontakt angelegt', 'office', change)
      onCreated(id)
    } catch (error) {
      const { code, data } = failureOf(error)
      const wrong = Object.entries(data.fields ?? {}).map(([path, message]) => [path.replace(/^contact\./u, ''), message])
      if (code === 'invalid' && wrong.length > 0) form.setErrors(Object.fromEntries(wrong))
      else showFailure(error)
    } finally {
      setSaving(false)
    }
  }
  useCommand('save', () => void create())

  return (
    <form ref={fields} className={classes.record} aria-label="Neuer Kontakt" noValidate onSubmit={(event) => { event.preventDefault(); void create() }}>
      {/* At the top and always there: below a long form the buttons are far away and may lie under a notice. */}
      <div className={classes.formHead}>
        <Title order={2} size="h3">Kontakt anlegen</Title>
        <Group gap="xs">
          <Button type="submit" loading={saving}>Speichern</Button>
          <Button variant="default" onClick={() => { void discard(); onCancel() }}>Verwerfen</Button>
        </Group>
      </div>
      <SegmentedControl
        mb="sm"
        aria-label="Art des Kontakts"
        data={contactKinds.map((kind) => ({ value: kind, label: contactKindLabels[kind] }))}
        value={values.kind}
        onChange={(kind) => form.setFieldValue('kind', kind as ContactKind)}
      />
      <ContactFields form={form} />
    </form>
  )
}

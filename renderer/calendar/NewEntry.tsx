import { Button, Group, Modal } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { entryFaults, entryInputSchema, type EntryInput } from '../../shared/calendar/model.ts'
import { failureOf } from '../app/failure.ts'
import { office } from '../app/office.ts'
import { useSession } from '../app/session.ts'
import { showFailure, showUndoNotice } from '../ui/notices.tsx'
import { EntryFields } from './EntryFields.tsx'

/** Where somebody clicked. */
export interface NewAt {
  day: string
  at: string | null
  until: string | null
}

/** A new entry; what is to be planned with partners and a checklist becomes an event instead. */
export function NewEntry({ at: { day, at, until }, onClose }: { at: NewAt; onClose(): void }): ReactNode {
  const { person } = useSession()
  const navigate = useNavigate()
  const [fields, setFields] = useState<EntryInput>({
    kind: 'meeting', title: '', startsOn: day, startsAt: at, endsOn: null, endsAt: until, place: '', note: '', repeat: '', repeatUntil: null, personId: person.id, personName: person.name,
  })
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [busy, setBusy] = useState(false)
  const store = async (): Promise<void> => {
    const checked = entryInputSchema.safeParse(fields)
    if (!checked.success) return setErrors(Object.fromEntries(checked.error.issues.map(({ path, message }) => [path.join('.'), message])))
    const faults = entryFaults(checked.data)
    if (Object.keys(faults).length > 0) return setErrors(faults)
    setBusy(true)
    try {
      const { change } = await office.calendar.entries.create({ fields: checked.data })
      showUndoNotice(`„${checked.data.title}“ eingetragen.`, 'office', change)
      onClose()
    } catch (error) {
      setErrors(failureOf(error).data.fields ?? {})
      showFailure(error)
      setBusy(false)
    }
  }
  return (
    <Modal opened onClose={onClose} title="Neuer Eintrag" size="xl">
      <form onSubmit={(event) => { event.preventDefault(); void store() }}>
        <EntryFields fields={fields} errors={errors} focus onChange={(patch) => { setFields((before) => ({ ...before, ...patch })); setErrors({}) }} />
        <Group mt="md" gap="sm" justify="space-between">
          <Button variant="subtle" onClick={() => void navigate({ to: '/events', search: { new: true, on: fields.startsOn } })}>Stattdessen eine Veranstaltung planen</Button>
          <Group gap="sm">
            <Button variant="default" onClick={onClose}>Abbrechen</Button>
            <Button type="submit" loading={busy}>Eintragen</Button>
          </Group>
        </Group>
      </form>
    </Modal>
  )
}

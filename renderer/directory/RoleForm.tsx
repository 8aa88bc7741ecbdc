import { Button, Group, Select, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useHotkeys } from '@mantine/hooks'
import { useState } from 'react'
import type { RoleEntry } from '../../shared/directory/contact.ts'
import { engagementLabels } from '../../shared/directory/labels.ts'
import { engagements } from '../../shared/directory/model.ts'
import { office } from '../app/office.ts'
import { showFailure, showUndoNotice } from '../ui/notices.tsx'
import classes from './ContactRecord.module.css'

/** Ends a role (only the day is asked for; today is proposed, so Enter is enough) or corrects it. Escape leaves everything as it was. */
export function RoleForm({ role, name, today, ending, onClose }: {
  role: RoleEntry
  name: string
  today: string
  ending: boolean
  onClose: () => void
}) {
  const [title, setTitle] = useState(role.title)
  const [engagement, setEngagement] = useState(role.engagement)
  const [from, setFrom] = useState(role.from)
  const [to, setTo] = useState(ending ? role.to ?? today : role.to)
  useHotkeys([['Escape', onClose]], [])
  const isReversed = from !== null && to !== null && to < from
  const isMissing = ending && to === null
  const save = async (): Promise<void> => {
    if (isReversed || isMissing) return
    try {
      const { id, personId, organisationId } = role
      const { change } = await office.directory.saveRole({ role: { id, personId, organisationId, title, from, to, engagement } })
      showUndoNotice(ending ? 'Funktion beendet' : 'Funktion geändert', 'office', change)
      onClose()
    } catch (error) {
      showFailure(error)
    }
  }
  const problem = isReversed ? 'Das Ende liegt vor dem Beginn.' : isMissing ? 'Bitte einen Tag eintragen.' : undefined
  return (
    <form
      className={classes.group}
      aria-label={`${ending ? 'Funktion beenden' : 'Funktion bearbeiten'}: ${name}`}
      onSubmit={(event) => { event.preventDefault(); void save() }}
    >
      {!ending && <TextInput autoFocus label="Funktion" value={title} maxLength={200} onChange={(event) => setTitle(event.currentTarget.value)} />}
      {!ending && <Select mt={6} label="Haupt- oder ehrenamtlich" data={engagements.map((item) => ({ value: item, label: engagementLabels[item] }))} value={engagement} onChange={(item) => setEngagement(item ?? 'unknown')} />}
      <Group grow mt={ending ? 0 : 6} gap={6} align="flex-start">
        {!ending && <DateInput label="Beginn" valueFormat="DD.MM.YYYY" clearable value={from} onChange={setFrom} />}
        <DateInput label={ending ? 'Ende der Funktion' : 'Ende'} valueFormat="DD.MM.YYYY" clearable={!ending} value={to} onChange={setTo} error={problem} />
      </Group>
      <Group mt="sm" gap="xs">
        <Button type="submit" size="compact-sm" autoFocus={ending}>{ending ? 'Funktion beenden' : 'Speichern'}</Button>
        <Button size="compact-sm" variant="default" onClick={onClose}>Abbrechen</Button>
      </Group>
    </form>
  )
}

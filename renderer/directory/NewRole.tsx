import { Button, Group, Select, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { uuidv7 } from 'uuidv7'
import type { Contact } from '../../shared/directory/contact.ts'
import { engagementLabels } from '../../shared/directory/labels.ts'
import { engagements, type Engagement } from '../../shared/directory/model.ts'
import { office } from '../app/office.ts'
import { showFailure, showUndoNotice } from '../ui/notices.tsx'
import { ContactPicker } from '../ui/ContactPicker.tsx'
import classes from './ContactRecord.module.css'

/** Puts a person into an organisation, from whichever of the two records is open. */
export function NewRole({ contact }: { contact: Contact }) {
  const [other, setOther] = useState<string | null>(null)
  /** A field to begin with after each role that was added. */
  const [added, setAdded] = useState(0)
  const [title, setTitle] = useState('')
  const [engagement, setEngagement] = useState<Engagement>('unknown')
  const [from, setFrom] = useState<string | null>(null)
  const [to, setTo] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const isOrganisation = contact.kind === 'organisation'
  const add = async (): Promise<void> => {
    if (other === null) return setProblem(isOrganisation ? 'Bitte eine Person wählen.' : 'Bitte eine Organisation wählen.')
    if (from !== null && to !== null && to < from) return setProblem('Das Ende liegt vor dem Beginn.')
    try {
      const [personId, organisationId] = isOrganisation ? [other, contact.id] : [contact.id, other]
      const { change } = await office.directory.saveRole({ role: { id: uuidv7(), personId, organisationId, title, from, to, engagement } })
      showUndoNotice('Funktion eingetragen', 'office', change)
      for (const clear of [setOther, setFrom, setTo, setProblem]) clear(null)
      setTitle('')
      setEngagement('unknown')
      setAdded(added + 1)
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <fieldset className={classes.group}>
      <legend>{isOrganisation ? 'Person hinzufügen' : 'Organisation hinzufügen'}</legend>
      <ContactPicker
        key={added}
        label={isOrganisation ? 'Person' : 'Organisation'}
        kind={isOrganisation ? 'person' : 'organisation'}
        value={other}
        onChange={(value) => { setOther(value); setProblem(null) }}
        error={problem}
      />
      <TextInput mt={6} label="Funktion" value={title} maxLength={200} onChange={(event) => setTitle(event.currentTarget.value)} />
      <Select mt={6} label="Haupt- oder ehrenamtlich" data={engagements.map((item) => ({ value: item, label: engagementLabels[item] }))} value={engagement} onChange={(item) => setEngagement(item ?? 'unknown')} />
      <Group grow mt={6} gap={6}>
        <DateInput label="Beginn" valueFormat="DD.MM.YYYY" clearable value={from} onChange={setFrom} />
        <DateInput label="Ende" valueFormat="DD.MM.YYYY" clearable value={to} onChange={setTo} />
      </Group>
      <Button mt="sm" variant="light" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => void add()}>Hinzufügen</Button>
    </fieldset>
  )
}

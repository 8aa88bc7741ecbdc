import { ActionIcon, Anchor, Button, Group, Text, Tooltip } from '@mantine/core'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { labelOf } from '../../../shared/counselling/catalogues.ts'
import type { Case } from '../../../shared/counselling/contract.ts'
import type { HouseholdPerson } from '../../../shared/counselling/household/model.ts'
import { office } from '../../app/office.ts'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { Personal } from '../../ui/Personal.tsx'
import { FamilyPicture } from './FamilyPicture.tsx'
import { HouseholdForm } from './HouseholdForm.tsx'
import classes from './Person.module.css'
import { Section } from './Section.tsx'

type Linked = HouseholdPerson & { linkedCaseId: string | null }

/** Household and family of a case: a picture by generations, and the same as a list. */
export function HouseholdSection({ current, persons }: { current: Case; persons: readonly Linked[] }) {
  const [editing, setEditing] = useState<HouseholdPerson | null>(null)
  const remove = async ({ id, name }: HouseholdPerson): Promise<void> => {
    try {
      const { change } = await office.counselling.household.removePerson({ caseId: current.id, id })
      showUndoNotice(`„${name}“ steht nicht mehr im Haushalt.`, 'counselling', change)
    } catch (error) {
      showFailure(error)
    }
  }
  const begin = (): void =>
    setEditing({ id: crypto.randomUUID(), relation: 'child', name: '', birthYear: null, language: current.language, status: '', livesHere: true, caseNumber: '' })
  return (
    <Section
      title="Haushalt und Familie"
      action={<Button size="compact-sm" variant="default" leftSection={<IconPlus size={15} aria-hidden />} onClick={begin}>Person</Button>}
    >
      {persons.length === 0 && editing === null && <Text size="sm" c="dimmed">Noch niemand eingetragen. Ein neutrales Wort genügt, zum Beispiel „Tochter“.</Text>}
      {persons.length > 0 && <FamilyPicture alias={current.alias} persons={persons} />}
      {persons.length > 0 && (
        <ul className={classes.lines} aria-label="Haushalt und Familie">
          {persons.map((person) => (
            <li key={person.id}>
              <div>
                <Text size="sm" fw={600}><Personal current>{person.name}</Personal> · {labelOf('relations', person.relation)}</Text>
                <Text size="xs" c="dimmed">
                  {factsOf(person).join(' · ')}
                  {person.linkedCaseId !== null && <>{factsOf(person).length > 0 ? ' · ' : ''}eigener Fall <Anchor component={Link} size="sm" to="/counselling" search={{ id: person.linkedCaseId } as never}>{person.caseNumber}</Anchor></>}
                </Text>
              </div>
              <Group gap={2}>
                <Tooltip label="Bearbeiten"><ActionIcon variant="subtle" aria-label={`${person.name} bearbeiten`} onClick={() => setEditing(person)}><IconPencil size={16} aria-hidden /></ActionIcon></Tooltip>
                <Tooltip label="Entfernen"><ActionIcon variant="subtle" aria-label={`${person.name} entfernen`} onClick={() => void remove(person)}><IconTrash size={16} aria-hidden /></ActionIcon></Tooltip>
              </Group>
            </li>
          ))}
        </ul>
      )}
      {editing && <HouseholdForm key={editing.id} caseId={current.id} initial={editing} onDone={() => setEditing(null)} />}
    </Section>
  )
}

function factsOf({ birthYear, language, status, livesHere }: HouseholdPerson): string[] {
  return [
    birthYear === null ? '' : `geboren ${birthYear}`,
    language === null ? '' : labelOf('languages', language),
    status === '' ? '' : labelOf('residenceStatus', status),
    livesHere ? '' : 'lebt nicht im Haushalt',
  ].filter(Boolean)
}

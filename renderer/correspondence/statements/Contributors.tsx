import { Button, Group, Select, SimpleGrid, Stack, Text, Textarea } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { IconBell, IconTextPlus, IconUserPlus } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import type { Contributor, Statement } from '../../../shared/correspondence/statements/model.ts'
import { contributorRoleLabels, contributorRoles, replies, replyLabel, writingStates, type ContributorRole, type Reply } from '../../../shared/correspondence/statements/workflow.ts'
import { germanDate, isoDay } from '../../../shared/dates.ts'
import { failureOf } from '../../app/failure.ts'
import { office } from '../../app/office.ts'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { Personal } from '../../ui/Personal.tsx'
import { ContactField, type NamedContact } from '../../ui/ContactField.tsx'
import { usePeople } from '../../ui/PersonField.tsx'
import parts from '../parts.module.css'
import { DueBadge } from '../../ui/DueBadge.tsx'
import { Remind } from './Remind.tsx'
import { choices } from './StatementFields.tsx'
import classes from './Statement.module.css'

/** „Mitzeichnung": people of the office and contacts of other departments, what they were asked and what they answered. */
export function Contributors({ statement }: { statement: Statement }): ReactNode {
  const [reminding, setReminding] = useState<Contributor | null>(null)
  const today = isoDay(new Date())
  const [editing, setEditing] = useState<Contributor | null>(null)
  const store = async (contributors: Contributor[], notice: string): Promise<void> => {
    try {
      const { change } = await office.correspondence.statements.setContributors({ id: statement.id, version: statement.version, contributors })
      setEditing(null)
      showUndoNotice(notice, 'office', change)
    } catch (error) {
      showFailure(error)
    }
  }
  const take = async (each: Contributor): Promise<void> => {
    try {
      const { change } = await office.correspondence.statements.takeContribution({ id: statement.id, version: statement.version, contributor: each.id })
      showUndoNotice('Am Ende des Entwurfs eingefügt', 'office', change)
    } catch (error) {
      showFailure(error)
    }
  }
  const replace = (next: Contributor): Contributor[] => statement.contributors.some(({ id }) => id === next.id) ? statement.contributors.map((each) => (each.id === next.id ? next : each)) : [...statement.contributors, next]
  const answer = async (each: Contributor, reply: Reply): Promise<void> => {
    try {
      const { change } = await office.correspondence.statements.reply({ id: statement.id, version: statement.version, contributor: each.id, reply, remark: '' })
      showUndoNotice('Antwort vermerkt', 'office', change)
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <div className={parts.page}>
      {statement.contributors.length === 0 && editing === null && <Text size="sm" c="dimmed">Noch niemand. Wer zuarbeitet oder mitzeichnet, wird mit „In Mitzeichnung geben“ gefragt; hier steht, wer wann geantwortet hat.</Text>}
      <ul className={parts.rows} aria-label="Mitwirkende">
        {statement.contributors.map((each) => (
          <li key={each.id} className={classes.person}>
            <Group justify="space-between" gap="xs">
              <div className={parts.grow}>
                <Text size="sm" fw={600}><Personal>{each.name}</Personal></Text>
                <Text size="xs" c="dimmed">{[contributorRoleLabels[each.role], each.requestedOn ? `gefragt am ${germanDate(each.requestedOn)}` : 'noch nicht gefragt', each.dueOn ? `bis ${germanDate(each.dueOn)}` : '', each.remindedOn ? `erinnert am ${germanDate(each.remindedOn)}` : '', each.repliedOn ? `geantwortet am ${germanDate(each.repliedOn)}` : ''].filter(Boolean).join(' · ')}</Text>
                {each.reply === '' && each.role !== 'notice' && each.dueOn !== null && each.dueOn < today && <DueBadge day={each.dueOn} today={today} label="überfällig" />}
                {each.remark !== '' && <Text size="sm">{each.remark}</Text>}
              </div>
              <Select w={160} size="xs" aria-label={`Antwort von ${each.name}`} allowDeselect={false} data={replyChoices(each.role)} value={each.reply} onChange={(value) => void answer(each, (value ?? '') as Reply)} />
              {each.reply === '' && each.requestedOn !== null && each.role !== 'notice' && <Button size="compact-sm" variant="default" leftSection={<IconBell size={15} aria-hidden />} aria-label={`${each.name} erinnern`} onClick={() => setReminding(each)}>Erinnern …</Button>}
              <Button size="compact-sm" variant="default" aria-label={`${each.name} bearbeiten`} onClick={() => setEditing(each)}>Bearbeiten</Button>
            </Group>
            {each.contribution !== '' && (
              <div className={classes.contribution}>
                <p className={classes.words}>{each.contribution}</p>
                {writingStates.includes(statement.state) && statement.letterId !== null && <Button mt={6} size="compact-sm" variant="default" leftSection={<IconTextPlus size={15} aria-hidden />} onClick={() => void take(each)}>In den Text übernehmen</Button>}
              </div>
            )}
          </li>
        ))}
      </ul>
      {reminding && <Remind statement={statement} contributor={reminding} onClose={() => setReminding(null)} />}
      {editing === null
        ? <Button w="fit-content" variant="default" leftSection={<IconUserPlus size={17} aria-hidden />} onClick={() => setEditing(blank())}>Hinzufügen</Button>
        : (
          <ContributorForm
            contributor={editing} isNew={!statement.contributors.some(({ id }) => id === editing.id)} onClose={() => setEditing(null)}
            onStore={(next) => store(replace(next), 'Mitwirkung gespeichert')}
            onRemove={() => void store(statement.contributors.filter(({ id }) => id !== editing.id), 'Mitwirkung entfernt')}
          />
        )}
    </div>
  )
}

function replyChoices(role: ContributorRole) {
  return replies.map((value) => ({ value, label: replyLabel(role, value) }))
}

function blank(): Contributor {
  return { id: crypto.randomUUID(), role: 'cosign', personId: null, contactId: null, name: '', requestedOn: null, dueOn: null, repliedOn: null, reply: '', remark: '', remindedOn: null, contribution: '' }
}

function ContributorForm({ contributor, isNew, onClose, onStore, onRemove }: { contributor: Contributor; isNew: boolean; onClose(): void; onStore(next: Contributor): Promise<void>; onRemove(): void }): ReactNode {
  const people = usePeople()
  const [value, setValue] = useState(contributor)
  const [error, setError] = useState('')
  const set = (patch: Partial<Contributor>): void => setValue({ ...value, ...patch })
  const day = (name: 'requestedOn' | 'dueOn' | 'repliedOn') => ({ value: value[name], valueFormat: 'DD.MM.YYYY', clearable: true, onChange: (next: string | null) => set({ [name]: next }) })
  const choose = ({ id, name }: NamedContact): void => {
    const person = id === null ? people.find((each) => each.name === name) : undefined
    set({ contactId: id, personId: person?.id ?? null, name })
  }
  const store = async (): Promise<void> => {
    if (value.name.trim() === '') return setError('Bitte angeben, wer mitwirkt.')
    await onStore(value).catch((failure: unknown) => setError(failureOf(failure).title))
  }
  return (
    <form className={parts.section} aria-label="Mitwirkung" onSubmit={(event) => { event.preventDefault(); void store() }}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          <Select
            label="Person des Büros" placeholder="oder unten eine andere Stelle" clearable data={people.map(({ id, name }) => ({ value: id, label: name }))} value={value.personId}
            onChange={(id) => set({ personId: id, contactId: null, name: people.find((each) => each.id === id)?.name ?? '' })}
          />
          <Select label="Aufgabe" data={choices(contributorRoles, contributorRoleLabels)} value={value.role} onChange={(role) => role && set({ role: role as Contributor['role'] })} />
        </SimpleGrid>
        <ContactField label="Name oder Stelle" value={{ id: value.contactId, name: value.name }} error={error || undefined} onChange={choose} />
        <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm" verticalSpacing="sm">
          <DateInput label="Gefragt am" {...day('requestedOn')} />
          <DateInput label="Antwort bis" {...day('dueOn')} />
          <DateInput label="Geantwortet am" {...day('repliedOn')} />
        </SimpleGrid>
        {value.role === 'contribute' && <Textarea label="Wortlaut der Zuarbeit" description="Lässt sich danach in den Entwurf übernehmen." autosize minRows={3} maxRows={14} value={value.contribution} onChange={(event) => set({ contribution: event.currentTarget.value })} />}
        <Textarea label="Bemerkung" autosize minRows={2} value={value.remark} onChange={(event) => set({ remark: event.currentTarget.value })} />
        <Group gap="xs">
          <Button type="submit">Speichern</Button>
          <Button variant="subtle" onClick={onClose}>Abbrechen</Button>
          {!isNew && <Button variant="default" ml="auto" onClick={onRemove}>Entfernen</Button>}
        </Group>
      </Stack>
    </form>
  )
}

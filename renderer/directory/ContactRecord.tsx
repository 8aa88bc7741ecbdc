import { ActionIcon, Anchor, Badge, Button, Group, Loader, Tabs, Text, Title, Tooltip } from '@mantine/core'
import { IconChevronRight, IconEdit, IconFileText, IconMessagePlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Fragment, useEffect, useState } from 'react'
import { isoDay } from '../../shared/dates.ts'
import type { Contact } from '../../shared/directory/contact.ts'
import { contactKindLabels } from '../../shared/directory/labels.ts'
import { displayName } from '../../shared/directory/names.ts'
import { organisationTypeLabel } from '../../shared/directory/organisation-types.ts'
import { heldRoles } from '../../shared/directory/roles.ts'
import { keysOf } from '../../shared/shortcuts.ts'
import { hidesData } from '../app/failure.ts'
import { api } from '../app/office.ts'
import { useSession } from '../app/session.ts'
import { RecordHistory } from '../records/RecordHistory.tsx'
import { RecordTasks } from '../records/RecordTasks.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { Personal } from '../ui/Personal.tsx'
import { ContactDetails } from './ContactDetails.tsx'
import { ContactForm } from './ContactForm.tsx'
import classes from './ContactRecord.module.css'
import { InheritedNotes } from './duplicates/InheritedNotes.tsx'
import { ContactMerges } from './duplicates/ContactMerges.tsx'
import { AgreementsSection } from './dealings/AgreementsSection.tsx'
import { Attention } from './dealings/Attention.tsx'
import { LastTalk } from './dealings/LastTalk.tsx'
import { ProtectedNote } from './dealings/ProtectedNote.tsx'
import { ReferralCounts } from './dealings/ReferralCounts.tsx'
import { PurposesSection } from './dealings/PurposesSection.tsx'
import { TalksTab } from './dealings/TalksTab.tsx'
import { describeHistory, historyLabels } from './history.ts'
import { ContactMore } from './privacy/ContactMore.tsx'
import { ContactPrivacyState } from './privacy/ContactPrivacyState.tsx'
import { RolesTab } from './RolesTab.tsx'

/** One contact: what it is called, what to do with it, and its details, roles and history. */
export function ContactRecord({ id, onRemove, onOpen }: { id: string; onRemove: () => void; onOpen: (id: string) => void }) {
  const { data: contact, error, refetch } = useQuery(api.directory.get.queryOptions({ input: { id } }))
  const [editing, setEditing] = useState(false)
  const [tab, setTab] = useState<string | null>('details')
  const [talking, setTalking] = useState(false)
  const { person, canSee } = useSession()
  const navigate = useNavigate()
  const write = (): void => void navigate({ to: '/correspondence', search: { to: id } })
  // An old link to a contact that was merged leads to the one in which it lives on.
  const livesOnIn = contact !== undefined && contact.id !== id ? contact.id : null
  useEffect(() => {
    if (livesOnIn !== null) onOpen(livesOnIn)
  }, [livesOnIn, onOpen])
  if (hidesData(error, contact)) return <FailureAlert error={error} retry={() => void refetch()} />
  if (!contact) return <Loader m="md" size="sm" aria-label="Kontakt wird geladen" />

  return (
    <article className={classes.record} aria-label={displayName(contact)}>
      <Title order={2} size="h3"><Personal>{displayName(contact)}</Personal></Title>
      <Text size="sm" c="dimmed"><Personal>{subtitleOf(contact)}</Personal></Text>
      {contact.superiors.length > 0 && <SuperiorPath contact={contact} onOpen={onOpen} />}
      <LastTalk contactId={id} />
      <Attention contact={contact} />
      {contact.tags.length > 0 && (
        <Group gap={6} mt={6}>{contact.tags.map((tag) => <Badge key={tag} variant="light" tt="none" fw={600}>{tag}</Badge>)}</Group>
      )}
      {contact.trashed ? (
        <Text mt="sm" fw={600}>Dieser Kontakt liegt im Papierkorb.</Text>
      ) : (
        <Group gap={8} mt="sm" className="no-print">
          <Button leftSection={<IconFileText size={17} aria-hidden />} onClick={write}>Schreiben ({keysOf('letter')})</Button>
          <Button variant="default" leftSection={<IconEdit size={17} aria-hidden />} aria-pressed={editing} onClick={() => setEditing(!editing)}>
            {editing ? 'Fertig' : 'Bearbeiten'}
          </Button>
          <Tooltip label="Gespräch eintragen">
            <ActionIcon variant="default" size={36} aria-label="Gespräch eintragen" onClick={() => { setTab('talks'); setTalking(true) }}>
              <IconMessagePlus size={17} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Tooltip label="Löschen: in den Papierkorb">
            <ActionIcon variant="default" size={36} aria-label="Löschen" onClick={onRemove}><IconTrash size={17} aria-hidden /></ActionIcon>
          </Tooltip>
          <ContactMore id={id} />
        </Group>
      )}
      <ContactPrivacyState id={id} />
      <RecordTasks record={{ type: 'contact', id }} quiet />
      <Tabs value={tab} onChange={setTab} mt="md" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="details">Angaben</Tabs.Tab>
          <Tabs.Tab value="roles">
            {contact.kind === 'organisation' ? 'Personen' : 'Organisationen'}{contact.roles.length > 0 ? ` ${contact.roles.length}` : ''}
          </Tabs.Tab>
          <Tabs.Tab value="talks">Gespräche</Tabs.Tab>
          <Tabs.Tab value="history">Verlauf</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="details" pt="sm">
          {editing && !contact.trashed ? <ContactForm contact={contact} /> : (
            <>
              <ContactDetails contact={contact} onOpen={onOpen} />
              <PurposesSection contact={contact} />
              <AgreementsSection contact={contact} />
              {canSee('counselling') && <ReferralCounts contactId={id} />}
              {person.role === 'leitung' && <ProtectedNote contactId={id} />}
            </>
          )}
          <InheritedNotes contactId={contact.id} />
        </Tabs.Panel>
        <Tabs.Panel value="roles" pt="sm">
          <RolesTab contact={contact} onOpen={onOpen} />
        </Tabs.Panel>
        <Tabs.Panel value="talks" pt="sm">
          <TalksTab contact={contact} adding={talking} onAdd={setTalking} onOpen={onOpen} />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <ContactMerges contactId={id} />
          <RecordHistory side="office" record={{ type: 'contact', id }} labels={historyLabels} describe={(label, value) => describeHistory(label, value, contact.superiors)} />
        </Tabs.Panel>
      </Tabs>
    </article>
  )
}

/** The organisations above, from the top down, each to open. */
function SuperiorPath({ contact, onOpen }: { contact: Contact; onOpen: (id: string) => void }) {
  return (
    <nav className={classes.path} aria-label="Übergeordnete Organisationen">
      {contact.superiors.toReversed().map(({ id, name, department }, index) => (
        <Fragment key={id}>
          {index > 0 && <IconChevronRight size={14} aria-hidden />}
          <Personal><Anchor component="button" type="button" size="sm" ta="left" onClick={() => onOpen(id)}>{department || name}</Anchor></Personal>
        </Fragment>
      ))}
    </nav>
  )
}

function subtitleOf(contact: Contact): string {
  if (contact.kind === 'organisation') {
    return [organisationTypeLabel(contact.typeCode) || contactKindLabels.organisation, contact.department].filter(Boolean).join(' · ')
  }
  const [current] = heldRoles(contact.roles, isoDay(new Date()))
  return [contactKindLabels.person, current?.title, current?.organisationName].filter(Boolean).join(' · ')
}

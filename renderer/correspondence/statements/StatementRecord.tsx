import { Alert, Center, Group, Loader, Tabs, Text, Title } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { effectiveDue, type Statement } from '../../../shared/correspondence/statements/model.ts'
import { openStates, waitsForMe } from '../../../shared/correspondence/statements/workflow.ts'
import { isoDay } from '../../../shared/dates.ts'
import { hidesData } from '../../app/failure.ts'
import { api } from '../../app/office.ts'
import { useSession } from '../../app/session.ts'
import { RecordTasks } from '../../records/RecordTasks.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { Personal } from '../../ui/Personal.tsx'
import { BeforeSigning } from './BeforeSigning.tsx'
import { Contributors } from './Contributors.tsx'
import { Course } from './Course.tsx'
import { DueBadge } from '../../ui/DueBadge.tsx'
import { Request } from './Request.tsx'
import { StateBadge } from './StateBadge.tsx'
import { StatementActions } from './StatementActions.tsx'
import { StatementDraft } from './StatementDraft.tsx'
import { Versions } from './Versions.tsx'
import classes from './Statement.module.css'

type View = 'draft' | 'request' | 'people' | 'versions' | 'course'

/** One statement: where it stands, what to do next, and everything that belongs to it. */
export function StatementRecord({ id, onClose }: { id: string; onClose(): void }): ReactNode {
  const { data, error, refetch } = useQuery(api.correspondence.statements.get.queryOptions({ input: { id } }))
  if (hidesData(error, data)) return <FailureAlert error={error} retry={() => void refetch()} />
  if (!data) return <Center h="100%"><Loader aria-label="Stellungnahme wird geladen" /></Center>
  return <Shown statement={data} onClose={onClose} />
}

function Shown({ statement, onClose }: { statement: Statement; onClose(): void }): ReactNode {
  const { person } = useSession()
  const today = isoDay(new Date())
  const [view, setView] = useState<View>(statement.letterId === null ? 'request' : 'draft')
  const { data: letter } = useQuery(api.correspondence.get.queryOptions({ input: statement.letterId === null ? skipToken : { id: statement.letterId } }))
  const due = effectiveDue(statement)
  const waits = waitsForMe(statement, person, today)
  const open = openStates.includes(statement.state)
  const next = open ? statement.steps.filter(({ doneOn }) => doneOn === null).toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0] : undefined
  return (
    <section className={classes.record} aria-label={`Stellungnahme ${statement.number}`}>
      <header className={classes.head}>
        <Group gap="xs">
          <Text size="sm" c="dimmed">{statement.number}</Text>
          <StateBadge state={statement.state} />
          {open && due !== null && <DueBadge day={due} today={today} label="Frist" />}
          {next && <DueBadge day={next.dueOn} today={today} label={next.label} />}
        </Group>
        <Title order={2} size="h3" className={classes.title}>{statement.subject}</Title>
        <Text size="sm"><Personal>{statement.requesterName}</Personal>{statement.assigneeName === '' ? ' · noch nicht zugewiesen' : ` · bearbeitet von ${statement.assigneeName}`}</Text>
        {waits !== '' && <Text size="sm" fw={600} component="output">Wartet auf Sie: {waits}</Text>}
        {statement.state === 'submitted' && !statement.trashed && statement.letterId !== null && <BeforeSigning letterId={statement.letterId} />}
        {!statement.trashed && <StatementActions statement={statement} letterVersion={letter?.version ?? null} onShow={setView} onClose={onClose} />}
        <RecordTasks record={{ type: 'statement', id: statement.id }} quiet />
      </header>
      {statement.trashed && <Alert m="md" title="Diese Stellungnahme liegt im Papierkorb.">Dort kann sie wiederhergestellt werden.</Alert>}
      <Tabs value={view} keepMounted={false} onChange={(value) => value && setView(value as View)} className={classes.tabs}>
        <Tabs.List>
          <Tabs.Tab value="draft">Text</Tabs.Tab>
          <Tabs.Tab value="request">Anfrage</Tabs.Tab>
          <Tabs.Tab value="people">Mitzeichnung{statement.contributors.length > 0 ? ` (${statement.contributors.length})` : ''}</Tabs.Tab>
          <Tabs.Tab value="versions">Fassungen</Tabs.Tab>
          <Tabs.Tab value="course">Verlauf</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="draft" className={classes.panel}>
          {letter ? <StatementDraft key={letter.id} statement={statement} letter={letter} /> : <Text m="md" c="dimmed">{statement.letterId === null ? 'Noch kein Entwurf. „Entwurf beginnen“ legt ein Schreiben an die anfragende Stelle mit der Gliederung einer Stellungnahme an.' : 'Wird geladen …'}</Text>}
        </Tabs.Panel>
        <Tabs.Panel value="request" className={classes.panel}><Request statement={statement} /></Tabs.Panel>
        <Tabs.Panel value="people" className={classes.panel}><Contributors key={statement.version} statement={statement} /></Tabs.Panel>
        <Tabs.Panel value="versions" className={classes.panel}><Versions letterId={statement.letterId} /></Tabs.Panel>
        <Tabs.Panel value="course" className={classes.panel}><Course statement={statement} /></Tabs.Panel>
      </Tabs>
    </section>
  )
}

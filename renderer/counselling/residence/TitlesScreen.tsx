import { Anchor, Button, Checkbox, Group, Text, Title } from '@mantine/core'
import { IconCalendarPlus, IconRadar2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { labelOf } from '../../../shared/counselling/catalogues.ts'
import type { RadarEntry } from '../../../shared/counselling/residence/contract.ts'
import { radarGroupOf, radarGroups, radarLabels, validUntil, type ResidenceStatus } from '../../../shared/counselling/residence/model.ts'
import { addDays, germanDay } from '../../../shared/holidays/days.ts'
import { LAENDER } from '../../../shared/vault/laender.ts'
import { api } from '../../app/office.ts'
import { useSession } from '../../app/session.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { Personal } from '../../ui/Personal.tsx'
import { SplitView } from '../../ui/SplitView.tsx'
import recordClasses from '../CaseRecord.module.css'
import { Confidential } from '../Confidential.tsx'
import { CounsellingTabs } from '../CounsellingTabs.tsx'
import { newDeadlineEntry } from '../deadlines/deadlineEntry.ts'
import { DeadlineViews } from '../deadlines/DeadlineViews.tsx'
import { DeadlineDialog } from '../deadlines/entry/DeadlineDialog.tsx'
import { newDeadlineDraft } from '../deadlines/entry/deadlineDraft.ts'
import rowClasses from '../deadlines/list/DeadlineGroups.module.css'
import { ForCounsellors } from '../ForCounsellors.tsx'
import { listLayout } from '../layout.ts'
import headClasses from '../ListHead.module.css'
import { useToday } from '../useToday.ts'
import { ExpiryBadge } from './ExpiryBadge.tsx'
import classes from './Residence.module.css'
import { ResidenceSection } from './ResidenceSection.tsx'

const WEEKS = 12

/** The radar: titles that end within twelve weeks, beside the history of the chosen one's case. */
export function TitlesScreen() {
  return <ForCounsellors><Titles /></ForCounsellors>
}

function Titles() {
  const { id } = useSearch({ from: '/counselling/titles' })
  const navigate = useNavigate()
  const today = useToday()
  const [mine, setMine] = useState(true)
  const { data, error } = useQuery(api.counselling.residence.radar.queryOptions({ input: { mine, until: addDays(today, 7 * WEEKS) } }))
  const show = (chosen: string): void => void navigate({ to: '/counselling/titles', search: { id: chosen } })
  const list = (
    <div className={headClasses.list}>
      <div className={headClasses.head}>
        <div className={headClasses.title}><Title order={1} size="h2">Beratung</Title></div>
        <CounsellingTabs current="deadlines" />
        <DeadlineViews current="titles" />
        <Checkbox label="nur eigene Fälle" checked={mine} onChange={(event) => setMine(event.currentTarget.checked)} />
      </div>
      {error ? <FailureAlert error={error} /> : null}
      {data?.length === 0 && <Text className={classes.lead} component="output">In den nächsten {WEEKS} Wochen läuft kein Titel ab.</Text>}
      <div className={rowClasses.scroll}>
        {radarGroups.map((group) => {
          const members = (data ?? []).filter((title) => radarGroupOf(title, today) === group)
          if (members.length === 0) return null
          return (
            <section key={group} aria-label={radarLabels[group]}>
              <h2 className={rowClasses.heading}>{radarLabels[group]} <span>{members.length}</span></h2>
              <ul className={rowClasses.list}>
                {members.map((title) => <TitleRow key={title.id} title={title} today={today} current={title.id === id} onOpen={show} />)}
              </ul>
            </section>
          )
        })}
      </div>
    </div>
  )
  return (
    <SplitView
      {...listLayout} list={list}
      record={id === undefined
        ? (
          <div className={recordClasses.page}>
            <EmptyState icon={IconRadar2} title="Ablauf von Aufenthaltstiteln" text="Links stehen Titel, die in 12, 8, 4 oder einer Woche ablaufen, nach dem Tag, bis zu dem sie wirklich gelten. Eingetragen werden sie im Fall unter „Person“." />
            <Confidential />
          </div>
        )
        : <TitleRecord key={id} id={id} />}
    />
  )
}

function TitleRow({ title, today, current, onOpen }: { title: RadarEntry; today: string; current: boolean; onOpen(id: string): void }) {
  const until = validUntil(title)
  return (
    <li>
      <button type="button" className={rowClasses.row} aria-current={current ? 'true' : undefined} onClick={() => onOpen(title.id)}>
        <span className={rowClasses.day}>{until === null ? 'ohne Datum' : germanDay(until)}</span>
        <span className={rowClasses.title}>
          <Personal>{title.caseNumber} · {title.alias}{title.person === '' ? '' : ` · ${title.person}`}</Personal>
        </span>
        <span className={rowClasses.owner}>{labelOf('residenceStatus', title.code)}</span>
        <span className={rowClasses.marks}><ExpiryBadge title={title} group={radarGroupOf(title, today)} /></span>
      </button>
    </li>
  )
}

function TitleRecord({ id }: { id: string }) {
  const { data: title, error } = useQuery(api.counselling.residence.get.queryOptions({ input: { id } }))
  const found = useQuery(api.counselling.cases.get.queryOptions({ input: { id: title?.caseId ?? '' }, enabled: title !== undefined }))
  const [entering, setEntering] = useState(false)
  const { land } = useSession()
  if (error) return <FailureAlert error={error} />
  if (!title || !found.data) return null
  const { number, alias } = found.data
  return (
    <article className={recordClasses.record} aria-label={`Aufenthaltstitel ${number}`}>
      <header className={recordClasses.head}>
        <Title order={2} size="h3">
          <Anchor component={Link} to="/counselling" search={{ id: title.caseId } as never} inherit>{number} · <Personal current>„{alias}“</Personal></Anchor>
        </Title>
        <Group gap="xs">
          <Button variant="light" leftSection={<IconCalendarPlus size={18} aria-hidden />} disabled={validUntil(title) === null} onClick={() => setEntering(true)}>
            Antrag als Frist eintragen
          </Button>
        </Group>
      </header>
      <ResidenceSection caseId={title.caseId} />
      <Confidential />
      {entering && (
        <DeadlineDialog
          caseId={title.caseId} preset={presetOf(title, LAENDER.find(({ code }) => code === land)?.code ?? 'BB')}
          onClose={() => setEntering(false)} onStored={() => setEntering(false)}
        />
      )}
    </article>
  )
}

/** The application must be there before the title ends (§ 81 Abs. 4 AufenthG): the rule of the calculator with the day that really counts. */
function presetOf(title: ResidenceStatus, land: (typeof LAENDER)[number]['code']) {
  const { entry } = newDeadlineDraft(land, title.caseId, { ...newDeadlineEntry(land), rule: 'R1', date: validUntil(title) })
  return { entry, task: 'Verlängerung beantragen, bevor der Titel abläuft', place: 'Ausländerbehörde' }
}

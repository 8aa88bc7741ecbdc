import { Group, Loader, Select, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { api } from '../../app/office.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import parts from '../parts.module.css'
import { Bars } from '../statements/StatementFigures.tsx'
import classes from '../statements/Statement.module.css'
import { periods, periodOf } from './periods.ts'

/** What the press work of a period comes to: how many releases, what appeared where, about what, how and when. */
export function PressFigures(): ReactNode {
  const [period, setPeriod] = useState('year')
  const { data, error } = useQuery(api.correspondence.press.clippings.figures.queryOptions({ input: periodOf(period, new Date()) }))
  if (error) return <FailureAlert error={error} />
  const figures = data && [['Mitteilungen', data.releases], ['Davon versandt', data.sent], ['Berichte', data.clippings], ['Zu eigenen Mitteilungen', data.withRelease]] as const
  return (
    // Figures alone have nothing to step to: so that they scroll by keyboard, too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={parts.page} role="region" aria-label="Zahlen der Pressearbeit" tabIndex={0}>
      <Group justify="space-between">
        <Title order={2} size="h3">Zahlen</Title>
        <Select w={190} aria-label="Zeitraum der Zahlen" allowDeselect={false} data={periods(new Date())} value={period} onChange={(value) => value && setPeriod(value)} />
      </Group>
      {!data || !figures ? <Loader aria-label="Zahlen werden gerechnet" /> : (
        <>
          <dl className={classes.figures}>{figures.map(([label, value]) => <div key={label} className={classes.figure}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
          <Bars title="Nach Monat" rows={data.byMonth} />
          <Bars title="Nach Medium" rows={data.byMedium.slice(0, 8)} />
          <Bars title="Nach Thema" rows={data.byTopic.slice(0, 8)} />
          <Bars title="Nach Tonlage" rows={data.byTone} />
        </>
      )}
    </div>
  )
}

import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { germanDate } from '../../shared/dates.ts'
import { labelOf } from '../../shared/counselling/catalogues.ts'
import { api } from '../app/office.ts'
import { openRecord } from '../app/openRecord.ts'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { Personal } from '../ui/Personal.tsx'
import { Card, CardEmpty, CardList, CardRow } from './Card.tsx'
import classes from './OverviewScreen.module.css'

/** The chart library is large, so it comes after the first paint. */
const MonthsChart = lazy(() => import('./MonthsChart.tsx').then((module) => ({ default: module.MonthsChart })))

const shown = 5

/** The counselling year by month. */
export function ConsultationsOfTheYear() {
  const year = new Date().getFullYear()
  const { data, error, refetch } = useQuery(api.counselling.consultations.perMonth.queryOptions({ input: { year } }))
  const total = (data ?? []).reduce((sum, month) => sum + month.people + month.professional, 0)
  return (
    <Card title={`Beratungen ${year}`} {...(data && { note: `${total} Kontakte` })}>
      <div className={classes.chart}>
        {error && <FailureAlert error={error} retry={() => void refetch()} />}
        <Suspense fallback={<Text size="sm">Diagramm wird geladen …</Text>}>{data && <MonthsChart months={data} />}</Suspense>
      </div>
    </Card>
  )
}

/** The newest consultations of all cases. */
export function LatestConsultations() {
  const { data, error, refetch } = useQuery(api.counselling.consultations.list.queryOptions({ input: { limit: shown } }))
  return (
    <Card title="Letzte Beratungen" note="Nur Leitung und Vertretung">
      {error && <FailureAlert error={error} retry={() => void refetch()} />}
      {data?.total === 0 && <CardEmpty>Noch keine Beratung eingetragen.</CardEmpty>}
      <CardList label="Letzte Beratungen">
        {data?.consultations.map((consultation) => (
          <CardRow
            key={consultation.id}
            title={<Personal>{consultation.caseNumber ? `${consultation.caseNumber} · ${consultation.alias}` : 'Anonyme Beratung'}</Personal>}
            detail={`${labelOf('topics', consultation.topic)} · ${consultation.durationMinutes} Min.`}
            aside={germanDate(consultation.date)}
            onOpen={() => openRecord({ type: 'consultation', id: consultation.id })}
          />
        ))}
      </CardList>
    </Card>
  )
}

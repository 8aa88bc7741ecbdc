import { Group, SegmentedControl, Select, Text } from '@mantine/core'
import { IconEyeOff, IconWorldShare } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { parseDayInput } from '../../../shared/day-input.ts'
import type { Threshold } from '../../../shared/statistics/disclosure.ts'
import { api } from '../../app/office.ts'
import { DayField } from '../deadlines/DayField.tsx'
import { useToday } from '../useToday.ts'
import { partsOf, periodKinds, recentYears, withKind, type PeriodKind } from '../../../shared/statistics/period-choice.ts'
import classes from '../../ui/Figures.module.css'
import type { FigureChoice } from './useFigureChoice.ts'

/** Chooses the period and who the figures are for. */
export function FigureBar({ choice }: { choice: FigureChoice }) {
  const { period, setPeriod, frozen, setFrozen } = choice
  const today = useToday()
  const { data } = useQuery(api.counselling.statistics.snapshots.queryOptions())
  const sources = [
    ...Object.entries(periodKinds).map(([value, label]) => ({ value, label })),
    ...(data?.snapshots ?? []).map(({ id, year, edition }) => ({ value: id, label: `${year} eingefroren${edition > 1 ? ` (${edition}. Fassung)` : ''}` })),
  ]
  const choose = (value: string): void => {
    if (value in periodKinds) {
      setFrozen(null)
      setPeriod(withKind(period, value as PeriodKind))
    } else setFrozen(value)
  }
  const parse = (text: string): string | null => parseDayInput(text, new Date())
  return (
    <div className={classes.bar}>
      <Group gap={10} align="flex-end">
        <Select label="Zeitraum" w={170} data={sources} value={frozen ?? period.kind} onChange={(value) => value && choose(value)} comboboxProps={{ width: 'max-content', position: 'bottom-start' }} />
        {frozen === null && period.kind !== 'free' && (
          <Select label="Jahr" w={92} data={recentYears(today)} value={String(period.year)} onChange={(value) => value && setPeriod({ ...period, year: Number(value) })} />
        )}
        {frozen === null && partsOf(period.kind).length > 0 && (
          <Select label={periodKinds[period.kind]} w={130} data={partsOf(period.kind)} value={String(period.part)} onChange={(value) => value && setPeriod({ ...period, part: Number(value) })} />
        )}
        {frozen === null && period.kind === 'free' && (
          <>
            <div className={classes.day}><DayField label="Von" value={period.from} parse={parse} onChange={(from) => setPeriod({ ...period, from })} /></div>
            <div className={classes.day}>
              <DayField
                label="Bis" value={period.to} parse={parse} onChange={(to) => setPeriod({ ...period, to })}
                error={period.from !== null && period.to !== null && period.to < period.from ? 'Das Ende liegt vor dem Anfang.' : undefined}
              />
            </div>
          </>
        )}
      </Group>
      <Profile choice={choice} />
    </div>
  )
}

function Profile({ choice: { internal, setInternal, mayBeInternal, threshold, setThreshold, offered } }: { choice: FigureChoice }) {
  return (
    <Group gap={10} align="flex-end" className={classes.profile}>
      {mayBeInternal ? (
        <div>
          <Text size="sm" fw={500} mb={2} id="statistics-profile">Für wen</Text>
          <SegmentedControl
            aria-labelledby="statistics-profile" value={internal ? 'internal' : 'public'} onChange={(value) => setInternal(value === 'internal')}
            data={[
              { value: 'internal', label: <span className={classes.option}><IconEyeOff size={15} aria-hidden /> Nur intern</span> },
              { value: 'public', label: <span className={classes.option}><IconWorldShare size={15} aria-hidden /> Veröffentlichung</span> },
            ]}
          />
        </div>
      ) : <Text size="sm" c="dimmed">Kleine Fallzahlen sind geschützt.</Text>}
      {!internal && (
        <Select
          label="Kleinste Fallzahl" w={130} disabled={offered.length < 2} data={offered.map((k) => ({ value: String(k), label: String(k) }))} value={String(threshold)}
          onChange={(value) => value && setThreshold(Number(value) as Threshold)}
        />
      )}
    </Group>
  )
}

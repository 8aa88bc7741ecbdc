import { Button, Loader, Select, Text, Title } from '@mantine/core'
import { IconCopyPlus, IconTable } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Series } from '../../../../shared/events/model.ts'
import type { Review, ReviewSide } from '../../../../shared/events/series/model.ts'
import { api, office } from '../../../app/office.ts'
import { ExportButton } from '../../../ui/Export.tsx'
import { FailureAlert } from '../../../ui/FailureAlert.tsx'
import { Personal } from '../../../ui/Personal.tsx'
import plain from '../../../ui/PlainTable.module.css'
import { saveTable } from '../../../ui/saveTable.ts'
import classes from '../../Events.module.css'
import parts from '../Series.module.css'

const figures: readonly [keyof Omit<ReviewSide, 'id' | 'title' | 'startsOn' | 'endsOn'>, string][] = [
  ['events', 'Veranstaltungen'], ['held', 'davon durchgeführt'], ['cancelled', 'abgesagt'], ['visitors', 'Gäste'], ['withVisitors', 'mit Zahl der Gäste'], ['counted', 'davon gezählt'], ['partners', 'Veranstalter'],
  ['asked', 'eingeladene Partner'], ['answered', 'davon geantwortet'], ['places', 'Orte'], ['stepFree', 'stufenlos'], ['interpreted', 'mit Dolmetschen'],
]
const none = 'none'

/** „Rückblick": this series beside another, usually the one of the year before. */
export function SeriesReview({ series, onFollow }: { series: Series; onFollow(): void }): ReactNode {
  const { data: all = [] } = useQuery(api.events.series.list.queryOptions())
  const others = all.filter(({ id }) => id !== series.id)
  const before = others.find(({ startsOn }) => startsOn !== null && series.startsOn !== null && startsOn < series.startsOn)?.id ?? none
  const [chosen, setChosen] = useState<string | null>(null)
  const other = chosen ?? before
  const input = { seriesId: series.id, otherId: other === none ? null : other }
  const { data: review, error } = useQuery(api.events.programme.review.queryOptions({ input }))
  if (error) return <FailureAlert error={error} />
  return (
    <div className={classes.page}>
      <div className={parts.tools}>
        <Select w={300} label="Neben" allowDeselect={false} data={[{ value: none, label: 'keiner anderen Reihe' }, ...others.map(({ id, title }) => ({ value: id, label: title }))]} value={other} onChange={(value) => value && setChosen(value)} />
        <ExportButton format="xlsx" mt={22} variant="default" leftSection={<IconTable size={17} aria-hidden />} onClick={() => void saveTable('Rueckblick', 'xlsx', (grant) => office.events.programme.saveReview({ ...input, grant }))}>Als Tabelle speichern</ExportButton>
        {!series.trashed && <Button mt={22} variant="default" leftSection={<IconCopyPlus size={17} aria-hidden />} onClick={onFollow}>Neue Reihe nach dieser</Button>}
      </div>
      {!review ? <Loader size="sm" aria-label="Rückblick wird gerechnet" /> : (
        <>
          <Table caption="Zahlen" review={review} rows={figures.map(([key, label]) => ({ label, now: review.now[key], before: review.before?.[key] ?? 0 }))} />
          {review.before && (
            <section className={classes.section} aria-label="Veranstalter im Vergleich">
              <Title order={3} size="h4">Veranstalter</Title>
              <Names label="Neu dabei" names={review.partnersNew} /><Names label="Nicht mehr dabei" names={review.partnersGone} /><Names label="Wieder dabei" names={review.partnersAgain} />
            </section>
          )}
          <div className={parts.pairs}>
            <Table caption="Arten" review={review} rows={review.kinds} /><Table caption="Sprachen" review={review} rows={review.languages} />
            <Table caption="Themen" review={review} rows={review.topics} /><Table caption="Wochentage" review={review} rows={review.days} />
          </div>
        </>
      )}
    </div>
  )
}

function Names({ label, names }: { label: string; names: readonly string[] }): ReactNode {
  return <Text size="sm"><strong>{label} ({names.length}):</strong> <Personal>{names.length === 0 ? 'niemand' : names.join(', ')}</Personal></Text>
}

function Table({ caption, review, rows }: { caption: string; review: Review; rows: Review['kinds'] }): ReactNode {
  if (rows.length === 0) return null
  const number = (value: number): string => value.toLocaleString('de-DE')
  return (
    <section className={classes.section} aria-label={caption}>
      <Title order={3} size="h4">{caption}</Title>
      <div className={plain.tableFrame}>
        <table className={plain.table}>
          <thead><tr><th scope="col">{caption === 'Zahlen' ? 'Was' : caption}</th><th scope="col">{review.now.title}</th>{review.before && <><th scope="col">{review.before.title}</th><th scope="col">Veränderung</th></>}</tr></thead>
          <tbody>
            {rows.map(({ label, now, before }) => (
              <tr key={label}><th scope="row">{label}</th><td>{number(now)}</td>{review.before && <><td>{number(before)}</td><td>{now === before ? '±0' : `${now > before ? '+' : '−'}${number(Math.abs(now - before))}`}</td></>}</tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

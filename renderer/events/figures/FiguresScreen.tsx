import { Button, Group, Loader, Menu, SegmentedControl, Select, Text, Title } from '@mantine/core'
import { IconCopy, IconDownload, IconPrinter } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { isoDay } from '../../../shared/dates.ts'
import { figureFormats, figureScopeLabels, figureScopes, type EventFigures, type FigureScope } from '../../../shared/events/figures/model.ts'
import { spanLabel, type Span } from '../../../shared/events/figures/tally.ts'
import { figureDefinitions, figureParagraph, leftOutText } from '../../../shared/events/figures/words.ts'
import { daysOf, partsOf, periodKinds, recentYears, runningYear, withKind, type PeriodChoice, type PeriodKind } from '../../../shared/statistics/period-choice.ts'
import { api, desktop, office } from '../../app/office.ts'
import { ExportItem } from '../../ui/Export.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import classes from '../../ui/Figures.module.css'
import { showNotice } from '../../ui/notices.tsx'
import { saveTable } from '../../ui/saveTable.ts'
import { ComingDayField } from '../../ui/ComingDayField.tsx'
import { EventsTabs } from '../EventsTabs.tsx'
import { FigureTotals } from './FigureTotals.tsx'
import { GroupTable } from './GroupTable.tsx'
import { MoneyTable } from './MoneyTable.tsx'
import { YearsTable } from './YearsTable.tsx'

/** The chart library is large, so it comes after the first paint. */
const YearsChart = lazy(() => import('./YearsChart.tsx').then((module) => ({ default: module.YearsChart })))

const formats = { xlsx: 'Tabellen als Excel-Arbeitsmappe …', csv: 'Tabellen als CSV-Datei …', docx: 'Text und Tabellen als Word-Dokument …', pdf: 'Text und Tabellen als PDF …' } as const
const kinds = (['year', 'half', 'free'] as const).map((value) => ({ value, label: periodKinds[value] }))

/** „Zahlen": what the activity report says of events. */
export function FiguresScreen(): ReactNode {
  const today = isoDay(new Date())
  const [choice, setChoice] = useState(() => runningYear(today))
  const [scope, setScope] = useState<FigureScope>('held')
  const period = daysOf(choice)
  const { data, error, refetch } = useQuery({
    ...api.events.figures.get.queryOptions({ input: { ...(period ?? { from: today, to: today }), scope }, placeholderData: keepPreviousData }), enabled: period !== null,
  })
  const save = (format: (typeof figureFormats)[number]): void => {
    if (period !== null) void saveTable(`Veranstaltungen in Zahlen.${format}`, format, (grant) => office.events.figures.save({ period: { ...period, scope }, format, grant }))
  }
  return (
    <div className={classes.page}>
      <div>
        <Title order={1} size="h3" mb={10}>Veranstaltungen in Zahlen</Title>
        <div className="no-print"><EventsTabs current="figures" /></div>
      </div>
      <div className={`${classes.bar} no-print`}>
        <Group gap={10} align="flex-end">
          <PeriodFields choice={choice} today={today} onChange={setChoice} />
          <SegmentedControl aria-label="Welche Veranstaltungen" value={scope} onChange={(value) => setScope(value as FigureScope)} data={figureScopes.map((value) => ({ value, label: figureScopeLabels[value] }))} />
        </Group>
        <Group gap={8}>
          <Menu position="bottom-end">
            <Menu.Target><Button variant="default" disabled={period === null} leftSection={<IconDownload size={18} aria-hidden />}>Speichern</Button></Menu.Target>
            <Menu.Dropdown>{figureFormats.map((format) => <ExportItem key={format} format={format} onClick={() => save(format)}>{formats[format]}</ExportItem>)}</Menu.Dropdown>
          </Menu>
          <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => void desktop.print()}>Drucken</Button>
        </Group>
      </div>
      {error ? <FailureAlert error={error} retry={() => void refetch()} /> : null}
      {period === null && <Text component="output">Bitte beide Tage angeben, den früheren zuerst.</Text>}
      {!error && period !== null && (data ? <Shown figures={data} period={period} /> : <Loader aria-label="Zahlen werden gerechnet" />)}
    </div>
  )
}

function Shown({ figures, period }: { figures: EventFigures; period: Span }): ReactNode {
  const { totals, before, money, moneyBefore, tables, years, leftOut } = figures
  const paragraph = figureParagraph(figures, period)
  const notes = leftOutText(leftOut)
  const copy = (): void => void desktop.copyText(paragraph).then(() => showNotice('Der Text liegt in der Zwischenablage.'))
  return (
    <>
      {totals.events === 0 && <Text component="output">{`${spanLabel(period)}: keine Veranstaltung, die zählt.${before.events > 0 ? ` Im Vorjahr waren es ${before.events.toLocaleString('de-DE')}.` : ''}`}</Text>}
      {totals.events > 0 && <FigureTotals totals={totals} before={before} />}
      {notes.length > 0 && <ul className={classes.notes}>{notes.map((note) => <li key={note}>{note}</li>)}</ul>}
      {totals.events > 0 && (
        <section className={classes.card} aria-label="Text für den Tätigkeitsbericht">
          <Group justify="space-between" mb={6}>
            <Text fw={600} size="sm">Text für den Tätigkeitsbericht</Text>
            <Button className="no-print" size="compact-sm" variant="subtle" leftSection={<IconCopy size={15} aria-hidden />} onClick={copy}>Kopieren</Button>
          </Group>
          <Text>{paragraph}</Text>
        </section>
      )}
      <div className={classes.cards}>
        {years.some((year) => year.totals.events > 0) && (
          <section className={`${classes.card} ${classes.full}`} aria-label="Vergleich der Jahre">
            <Suspense fallback={<Text size="sm">Diagramm wird geladen …</Text>}><YearsChart years={years} /></Suspense>
            <YearsTable years={years} />
          </section>
        )}
        {(money.events > 0 || moneyBefore.events > 0) && <section className={classes.card}><MoneyTable money={money} before={moneyBefore} /></section>}
        {(totals.events > 0 || before.events > 0) && tables.map((table) => <section key={table.grouping} className={classes.card}><GroupTable table={table} totals={totals} before={before} /></section>)}
      </div>
      <ul className={classes.notes}>{figureDefinitions.map((line) => <li key={line}>{line}</li>)}</ul>
    </>
  )
}

function PeriodFields({ choice, today, onChange }: { choice: PeriodChoice; today: string; onChange(choice: PeriodChoice): void }): ReactNode {
  const parts = partsOf(choice.kind)
  const isReversed = choice.kind === 'free' && choice.from !== null && choice.to !== null && choice.to < choice.from
  return (
    <>
      <Select label="Zeitraum" w={128} allowDeselect={false} data={kinds} value={choice.kind} onChange={(value) => value && onChange(withKind(choice, value as PeriodKind))} />
      {choice.kind !== 'free' && <Select label="Jahr" w={92} allowDeselect={false} data={recentYears(today)} value={String(choice.year)} onChange={(value) => value && onChange({ ...choice, year: Number(value) })} />}
      {parts.length > 0 && <Select label={periodKinds[choice.kind]} w={140} allowDeselect={false} data={parts} value={String(choice.part)} onChange={(value) => value && onChange({ ...choice, part: Number(value) })} />}
      {choice.kind === 'free' && (
        <>
          <ComingDayField w={150} label="Von" value={choice.from} onChange={(from) => onChange({ ...choice, from })} />
          <ComingDayField w={150} label="Bis" value={choice.to} error={isReversed ? 'Das Ende liegt vor dem Anfang.' : undefined} onChange={(to) => onChange({ ...choice, to })} />
        </>
      )}
    </>
  )
}

import { Alert, Button, Center, Group, Loader, Menu, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconFileCheck, IconInfoCircle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Fragment, useState, type ReactNode } from 'react'
import type { OfficeEvent } from '../../../shared/events/model.ts'
import { moneyGaps } from '../../../shared/events/money/gaps.ts'
import { moneyHints } from '../../../shared/events/money/hints.ts'
import { sourceName, type BudgetLine, type EventMoney } from '../../../shared/events/money/model.ts'
import { moneySummary, type MoneySummary } from '../../../shared/events/money/summary.ts'
import { coverText, resultText } from '../../../shared/events/money/words.ts'
import { centsText } from '../../../shared/money.ts'
import { hidesData } from '../../app/failure.ts'
import { api, desktop, office } from '../../app/office.ts'
import { ExportItem } from '../../ui/Export.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { showFailure, showNotice } from '../../ui/notices.tsx'
import { SaveState } from '../../ui/SaveState.tsx'
import { isBlank, usePart, type PartForm, type StoredPart } from '../usePart.ts'
import { BudgetLines, blankLine } from './BudgetLines.tsx'
import { Receipts } from './Receipts.tsx'
import { Sources } from './Sources.tsx'
import classes from '../Plan.module.css'

/** „Geld": where the money comes from, what it is planned for, what was spent, and what is missing for the proof. */
export function EventMoneyTab({ event }: { event: OfficeEvent }): ReactNode {
  const { data, error, refetch } = useQuery(api.events.money.get.queryOptions({ input: { id: event.id } }))
  if (hidesData(error, data)) return <FailureAlert error={error} retry={() => void refetch()} />
  if (!data) return <Center p="xl"><Loader aria-label="Geld wird geladen" /></Center>
  return <Shown event={event} part={data} />
}

const withoutBlanks = (money: EventMoney): EventMoney => ({ ...money, lines: money.lines.filter((line) => !isBlank<BudgetLine>(line, blankLine)) })

function Shown({ event, part }: { event: OfficeEvent; part: StoredPart<EventMoney> }): ReactNode {
  const form = usePart(event.id, part, office.events.money, withoutBlanks)
  const sums = moneySummary(form.content)
  const { sources, lines, receipts } = form.content
  const empty = sources.length + lines.length + receipts.length === 0
  return (
    <div className={classes.part}>
      <div className={classes.head}>
        <Text size="sm" component="output">{empty ? 'Noch kein Plan.' : coverText(sums.coverCents)}</Text>
        <Group gap="xs"><SaveState status={form.status} />{!empty && <ProofMenu event={event} form={form} />}</Group>
      </div>
      {!empty && <Sums sums={sums} />}
      <Gaps money={form.content} />
      <Sources event={event} form={form} sums={sums} />
      <BudgetLines form={form} sums={sums} />
      <Receipts event={event} form={form} direction="expense" />
      <Receipts event={event} form={form} direction="income" />
      <Hints money={form.content} event={event} />
    </div>
  )
}

function Sums({ sums: { income, expense, coverCents } }: { sums: MoneySummary }): ReactNode {
  const cells = [
    ['Mittel', centsText(income.plannedCents), `${centsText(income.actualCents)} eingegangen`],
    ['Ausgaben geplant', centsText(expense.plannedCents), coverCents < 0 ? `${centsText(-coverCents)} nicht gedeckt` : `${centsText(coverCents)} nicht verplant`],
    ['Ausgaben bisher', centsText(expense.actualCents), expense.actualCents > expense.plannedCents ? `${centsText(expense.actualCents - expense.plannedCents)} über dem Plan` : `${centsText(expense.plannedCents - expense.actualCents)} noch offen`],
    ['Stand', centsText(income.actualCents - expense.actualCents), resultText(income.actualCents, expense.actualCents).replace(/:.*/u, '')],
  ] as const
  return <dl className={classes.sums}>{cells.map(([name, value, note]) => <div key={name} className={classes.sum}><dt>{name}</dt><dd>{value}</dd><dd>{note}</dd></div>)}</dl>
}

/** What a funder would send back. */
function Gaps({ money }: { money: EventMoney }): ReactNode {
  const [all, setAll] = useState(false)
  const gaps = moneyGaps(money)
  if (gaps.length === 0) return null
  const shown = all ? gaps : gaps.slice(0, 3)
  return (
    <Alert color="amber" icon={<IconAlertTriangle aria-hidden />} title={gaps.length === 1 ? 'Vor dem Nachweis ist eines zu klären' : `Vor dem Nachweis sind ${gaps.length} Punkte zu klären`}>
      <ul style={{ margin: 0, paddingLeft: 18 }}>{shown.map(({ text }) => <li key={text}>{text}</li>)}</ul>
      {gaps.length > 3 && <Button mt={6} size="compact-sm" variant="default" aria-expanded={all} onClick={() => setAll(!all)}>{all ? 'Weniger zeigen' : `Alle ${gaps.length} zeigen`}</Button>}
    </Alert>
  )
}

function Hints({ money, event }: { money: EventMoney; event: OfficeEvent }): ReactNode {
  const hints = moneyHints(money, event.startsOn === null ? null : Number(event.startsOn.slice(0, 4)), event.kind)
  if (hints.length === 0) return null
  return (
    <section className={classes.hints} aria-label="Zu bedenken">
      <Title order={3} size="h5">Zu bedenken</Title>
      {hints.map(({ code, title, text, check }) => <Alert key={code} icon={<IconInfoCircle aria-hidden />} title={title}>{text} <Text span size="sm" c="dimmed">{check}</Text></Alert>)}
    </section>
  )
}

/** „Verwendungsnachweis" of one source or of all, as document or workbook. */
function ProofMenu({ event, form }: { event: OfficeEvent; form: PartForm<EventMoney> }): ReactNode {
  const { sources } = form.content
  const save = async (sourceId: string | null, format: 'docx' | 'xlsx'): Promise<void> => {
    try {
      await form.flush()
      const target = await desktop.chooseSaveTarget({ name: 'Verwendungsnachweis', kind: format })
      if (!target) return
      await office.events.money.saveProof({ id: event.id, sourceId, format, grant: target.grant })
      showNotice('Gespeichert. Was vor dem Einreichen zu klären ist, steht zuerst. Außerhalb des Tresors ist die Datei nicht verschlüsselt.')
    } catch (error) {
      showFailure(error)
    }
  }
  const items = (sourceId: string | null): ReactNode => (
    <>
      <ExportItem format="docx" onClick={() => void save(sourceId, 'docx')}>Word-Dokument …</ExportItem>
      <ExportItem format="xlsx" onClick={() => void save(sourceId, 'xlsx')}>Excel mit Formeln …</ExportItem>
    </>
  )
  return (
    <Menu position="bottom-end">
      <Menu.Target><Button variant="default" leftSection={<IconFileCheck size={17} aria-hidden />}>Verwendungsnachweis</Button></Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        <Menu.Label>Für alle Geldquellen</Menu.Label>
        {items(null)}
        {sources.map((source) => <Fragment key={source.id}><Menu.Label>{sourceName(source)}</Menu.Label>{items(source.id)}</Fragment>)}
      </Menu.Dropdown>
    </Menu>
  )
}

import { Button, Text, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { uuidv7 } from 'uuidv7'
import type { OfficeEvent } from '../../../shared/events/model.ts'
import { sourceKindLabel } from '../../../shared/events/money/catalogue.ts'
import { proofText } from '../../../shared/events/money/gaps.ts'
import { sourceName, type EventMoney, type Source } from '../../../shared/events/money/model.ts'
import type { MoneySummary, SourceSum } from '../../../shared/events/money/summary.ts'
import { restText } from '../../../shared/events/money/words.ts'
import { centsText } from '../../../shared/money.ts'
import { openRecord } from '../../app/openRecord.ts'
import { Personal } from '../../ui/Personal.tsx'
import type { PartForm } from '../usePart.ts'
import { ProofTask } from './ProofTask.tsx'
import { SourceDialog } from './SourceDialog.tsx'
import events from '../Events.module.css'
import classes from '../Plan.module.css'

const emptySource: Omit<Source, 'id'> = { kind: 'grant', name: '', contactId: null, funder: '', reference: '', plannedCents: 0, approvedCents: null, proofOn: null, note: '' }

/** „Geldquellen": who pays, what came in, what is left. */
export function Sources({ event, form, sums }: { event: OfficeEvent; form: PartForm<EventMoney>; sums: MoneySummary }): ReactNode {
  const { content: { sources, lines, receipts }, readOnly } = form
  const [editing, setEditing] = useState<Source | null>(null)
  const known = (source: Source): boolean => sources.some(({ id }) => id === source.id)
  const store = async (source: Source): Promise<void> => {
    const next = known(source) ? sources.map((each) => (each.id === source.id ? source : each)) : [...sources, source]
    if (await form.step({ sources: next }, known(source) ? 'Geldquelle geändert.' : 'Geldquelle hinzugefügt.')) setEditing(null)
  }
  const remove = async ({ id }: Source): Promise<void> => {
    const leave = <Line extends { sourceId: string | null }>(all: readonly Line[]): Line[] => all.map((line) => (line.sourceId === id ? { ...line, sourceId: null } : line))
    if (await form.step({ sources: sources.filter((source) => source.id !== id), lines: leave(lines), receipts: leave(receipts) }, 'Geldquelle entfernt. Posten und Belege sind noch da.')) setEditing(null)
  }
  return (
    <section aria-label="Geldquellen">
      <div className={classes.head}>
        <Title order={3} size="h4">Geldquellen</Title>
        {!readOnly && <Button size="compact-md" variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEditing({ ...emptySource, id: uuidv7() })}>Geldquelle</Button>}
      </div>
      {sources.length === 0 && <Text size="sm" c="dimmed">Noch keine. Zuwendungen mit Bescheid und Frist, Eigenmittel, Einnahmen, Spenden und Sachleistungen stehen hier.</Text>}
      <ul className={classes.lines} aria-label="Geldquellen">
        {sums.sources.map((sum) => <SourceLine key={sum.source.id} event={event} sum={sum} readOnly={readOnly} onEdit={() => setEditing(sum.source)} />)}
      </ul>
      {editing && <SourceDialog source={editing} isNew={!known(editing)} onClose={() => setEditing(null)} onStore={store} onRemove={() => remove(editing)} />}
    </section>
  )
}

function SourceLine({ event, sum: { source, plannedCents, actualCents, usedCents, allottedCents, remainingCents }, readOnly, onEdit }: { event: OfficeEvent; sum: SourceSum; readOnly: boolean; onEdit(): void }): ReactNode {
  const { kind, funder, contactId, reference, approvedCents, proofOn, note } = source
  const name = sourceName(source)
  return (
    <li className={events.row}>
      <div className={events.grow}>
        <Text size="sm" fw={600}>{name}</Text>
        <div className={events.facts}>
          {name !== sourceKindLabel(kind) && <span>{sourceKindLabel(kind)}</span>}
          {funder !== '' && <Personal>{contactId === null ? <span>{funder}</span> : <button type="button" className={events.link} onClick={() => openRecord({ type: 'contact', id: contactId })}>{funder}</button>}</Personal>}
          {reference !== '' && <span>{reference}</span>}
          {(kind === 'grant' || proofOn !== null) && <span>{proofText(proofOn)}</span>}
        </div>
        <div className={classes.figures}>
          <span>{approvedCents === null ? 'Plan' : 'bewilligt'} {centsText(plannedCents)}</span>
          {kind !== 'own' && kind !== 'in-kind' && <span>eingegangen {centsText(actualCents)}</span>}
          <span>verplant {centsText(allottedCents)}</span>
          <span>{kind === 'in-kind' ? 'Wert bisher' : 'ausgegeben'} {centsText(usedCents)}</span>
          <span className={remainingCents < 0 ? classes.over : classes.quiet}>{restText(remainingCents)}</span>
        </div>
        {note !== '' && <Text size="xs" c="dimmed">{note}</Text>}
      </div>
      {!readOnly && proofOn !== null && <ProofTask event={event} source={source} />}
      {!readOnly && <Button size="compact-sm" variant="default" aria-label={`${name} bearbeiten`} onClick={onEdit}>Bearbeiten</Button>}
    </li>
  )
}

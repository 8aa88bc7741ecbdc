import { Button, Group, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconListNumbers, IconPaperclip, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { uuidv7 } from 'uuidv7'
import { germanDate, isoDay } from '../../../shared/dates.ts'
import type { OfficeEvent } from '../../../shared/events/model.ts'
import { moneyGaps } from '../../../shared/events/money/gaps.ts'
import { inOrder, lineName, nextNumber, sourceName, type EventMoney, type Receipt } from '../../../shared/events/money/model.ts'
import { centsText } from '../../../shared/money.ts'
import { api } from '../../app/office.ts'
import { addFiles } from '../../records/papers.ts'
import { Personal } from '../../ui/Personal.tsx'
import { showFailure, showNotice } from '../../ui/notices.tsx'
import type { PartForm } from '../usePart.ts'
import { ReceiptDialog } from './ReceiptDialog.tsx'
import events from '../Events.module.css'
import classes from '../Plan.module.css'

/** Receipts of one direction, in the order of their numbers. */
export function Receipts({ event, form, direction }: { event: OfficeEvent; form: PartForm<EventMoney>; direction: Receipt['direction'] }): ReactNode {
  const { content: money, readOnly } = form
  const { receipts } = money
  const [editing, setEditing] = useState<Receipt | null>(null)
  const { data: papers = {} } = useQuery(api.events.money.papers.queryOptions({ input: { id: event.id } }))
  const expense = direction === 'expense'
  const of = inOrder(receipts.filter((receipt) => receipt.direction === direction))
  const open = new Set(moneyGaps(money).map(({ receiptId }) => receiptId))
  const blank = (number: number): Receipt => ({ id: uuidv7(), direction, number, on: isoDay(new Date()), paidOn: null, contactId: null, party: '', purpose: '', amountCents: 0, lineId: null, sourceId: null })
  const known = (receipt: Receipt): boolean => receipts.some(({ id }) => id === receipt.id)
  const store = async (receipt: Receipt, patch: Partial<EventMoney>, files: readonly File[], further: boolean): Promise<void> => {
    const next = known(receipt) ? receipts.map((each) => (each.id === receipt.id ? receipt : each)) : [...receipts, receipt]
    if (!(await form.step({ ...patch, receipts: next }, known(receipt) ? 'Beleg geändert.' : `${expense ? 'Beleg' : 'Einnahme'} ${receipt.number ?? ''} eingetragen.`))) return
    if (files.length > 0) {
      try {
        const { troubles } = await addFiles({ type: 'event-receipt', id: receipt.id }, files)
        for (const trouble of troubles) showNotice(trouble)
      } catch (error) {
        showFailure(error)
      }
    }
    setEditing(further ? blank(nextNumber(next)) : null)
  }
  const remove = async ({ id }: Receipt): Promise<void> => {
    if (await form.step({ receipts: receipts.filter((receipt) => receipt.id !== id) }, 'Beleg entfernt, sein Scan liegt im Papierkorb.')) setEditing(null)
  }
  const unnumbered = of.filter(({ number }) => number === null).length
  const giveNumbers = (): void => {
    let number = nextNumber(receipts)
    const given = new Map(of.filter((receipt) => receipt.number === null).map(({ id }) => [id, number++] as const))
    void form.step({ receipts: receipts.map((receipt) => ({ ...receipt, number: receipt.number ?? given.get(receipt.id) ?? null })) }, 'Nummern vergeben.')
  }
  const heading = expense ? 'Belege' : 'Einnahmen'
  return (
    <section aria-label={heading}>
      <div className={classes.head}>
        <Title order={3} size="h4">{heading}</Title>
        {!readOnly && (
          <Group gap="xs">
            {unnumbered > 0 && <Button size="compact-md" variant="default" leftSection={<IconListNumbers size={16} aria-hidden />} onClick={giveNumbers}>{unnumbered === 1 ? 'Fehlende Nummer vergeben' : `${unnumbered} Nummern vergeben`}</Button>}
            <Button size="compact-md" variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEditing(blank(nextNumber(receipts)))}>{expense ? 'Beleg' : 'Einnahme'}</Button>
          </Group>
        )}
      </div>
      {of.length === 0 ? <Text size="sm" c="dimmed">{expense ? 'Noch kein Beleg.' : 'Noch keine Einnahme.'}</Text> : (
        <ul className={classes.lines} aria-label={heading}>
          {of.map((receipt) => (
            <li key={receipt.id} className={events.row}>
              <Text size="sm" fw={600} w={34} ta="right">{receipt.number ?? '–'}</Text>
              <div className={events.grow}>
                <button type="button" className={events.link} disabled={readOnly} onClick={() => setEditing(receipt)}><Personal>{[receipt.party, receipt.purpose].filter(Boolean).join(': ') || 'ohne Angaben'}</Personal></button>
                <div className={events.facts}>
                  <span>{receipt.on === null ? 'ohne Datum' : germanDate(receipt.on)}</span>
                  <span>{receipt.paidOn === null ? (expense ? 'nicht bezahlt' : 'nicht eingegangen') : `${expense ? 'bezahlt' : 'eingegangen'} ${germanDate(receipt.paidOn)}`}</span>
                  {money.lines.filter(({ id }) => id === receipt.lineId).map((line) => <span key={line.id}>{lineName(line)}</span>)}
                  {money.sources.filter(({ id }) => id === receipt.sourceId).map((source) => <span key={source.id}>{sourceName(source)}</span>)}
                  {papers[receipt.id] !== undefined && <span><IconPaperclip size={13} aria-hidden /> {papers[receipt.id] === 1 ? 'Scan' : `${papers[receipt.id]} Scans`}</span>}
                  <span>{open.has(receipt.id) ? <><IconAlertTriangle size={13} aria-hidden /> unvollständig</> : <><IconCheck size={13} aria-hidden /> vollständig</>}</span>
                </div>
              </div>
              <Text size="sm" className={classes.money}>{centsText(receipt.amountCents)}</Text>
            </li>
          ))}
        </ul>
      )}
      {of.length > 0 && <Text size="sm" fw={600} ta="right" component="output" display="block" mt={6}>Summe {centsText(of.reduce((sum, { amountCents }) => sum + amountCents, 0))}</Text>}
      {editing && <ReceiptDialog key={editing.id} receipt={editing} money={money} isNew={!known(editing)} onClose={() => setEditing(null)} onStore={store} onRemove={() => remove(editing)} />}
    </section>
  )
}

import { Button, Group, Modal, NumberInput, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useRef, useState, type ReactNode } from 'react'
import { uuidv7 } from 'uuidv7'
import { parseDayInput } from '../../../shared/day-input.ts'
import { budgetCategories } from '../../../shared/events/money/catalogue.ts'
import { lineName, receiptSchema, sourceName, type EventMoney, type Receipt } from '../../../shared/events/money/model.ts'
import { ContactField } from '../../ui/ContactField.tsx'
import { CentsField } from '../CentsField.tsx'
import { ReceiptPapers } from './ReceiptPapers.tsx'

interface ReceiptDialogProps {
  receipt: Receipt
  money: EventMoney
  isNew: boolean
  onClose(): void
  /** @param patch a new line of the budget, where the receipt needed one @param further whether the next receipt follows */
  onStore(receipt: Receipt, patch: Partial<EventMoney>, files: readonly File[], further: boolean): Promise<void>
  onRemove(): Promise<void>
}

/** One receipt. Enter stores it; a new one may be followed by the next. */
export function ReceiptDialog({ receipt, money, isNew, onClose, onStore, onRemove }: ReceiptDialogProps): ReactNode {
  const [value, setValue] = useState(receipt)
  const [files, setFiles] = useState<readonly File[]>([])
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [busy, setBusy] = useState(false)
  const further = useRef(false)
  const expense = value.direction === 'expense'
  const set = (patch: Partial<Receipt>): void => { setValue({ ...value, ...patch }); setErrors({}) }
  const twice = value.number !== null && money.receipts.some(({ id, number }) => id !== value.id && number === value.number)
  const store = async (): Promise<void> => {
    const created = value.lineId?.startsWith('new:') ? { id: uuidv7(), category: value.lineId.slice(4), label: '', plannedCents: 0, sourceId: value.sourceId } : null
    const checked = receiptSchema.safeParse(created ? { ...value, lineId: created.id } : value)
    if (!checked.success) return setErrors(Object.fromEntries(checked.error.issues.map(({ path, message }) => [path.join('.'), message])))
    setBusy(true)
    await onStore(checked.data, created ? { lines: [...money.lines, created] } : {}, files, further.current)
    setBusy(false)
  }
  const day = (name: 'on' | 'paidOn') => ({ valueFormat: 'DD.MM.YYYY', dateParser: (text: string) => parseDayInput(text, new Date()), clearable: true, value: value[name], error: errors[name], onChange: (next: string | null) => set({ [name]: next }) })
  const used = new Set(money.lines.map(({ category }) => category))
  const lines = [
    ...(money.lines.length === 0 ? [] : [{ group: 'Im Plan', items: money.lines.map((line) => ({ value: line.id, label: lineName(line) })) }]),
    { group: 'Nicht geplant', items: budgetCategories.filter(({ code }) => !used.has(code)).map(({ code, label }) => ({ value: `new:${code}`, label })) },
  ]
  return (
    <Modal opened onClose={onClose} title={isNew ? (expense ? 'Neuer Beleg' : 'Neue Einnahme') : expense ? 'Beleg bearbeiten' : 'Einnahme bearbeiten'} size="lg">
      <form onSubmit={(event) => { event.preventDefault(); void store() }}>
        <Stack gap="sm">
          <ContactField label={expense ? 'Empfänger' : 'Von wem'} autoFocus value={{ id: value.contactId, name: value.party }} onChange={({ id, name }) => set({ contactId: id, party: name })} />
          <SimpleGrid cols={2} spacing="sm" verticalSpacing="sm">
            <TextInput label="Zweck" maxLength={300} value={value.purpose} onChange={(event) => set({ purpose: event.currentTarget.value })} />
            <CentsField label="Betrag" empty={0} value={value.amountCents} error={errors['amountCents']} onChange={(cents) => set({ amountCents: cents ?? 0 })} />
          </SimpleGrid>
          <SimpleGrid cols={3} spacing="sm">
            <NumberInput label="Belegnummer" min={1} max={100_000} allowDecimal={false} allowNegative={false} hideControls value={value.number ?? ''} error={errors['number'] ?? (twice ? 'Diese Nummer gibt es schon.' : undefined)} onChange={(number) => set({ number: typeof number === 'number' && number > 0 ? number : null })} />
            <DateInput label="Belegdatum" {...day('on')} />
            <DateInput label={expense ? 'Bezahlt am' : 'Eingegangen am'} {...day('paidOn')} />
          </SimpleGrid>
          <SimpleGrid cols={expense ? 2 : 1} spacing="sm">
            {expense && <Select label="Posten" placeholder="wählen" searchable clearable data={lines} value={value.lineId} onChange={(lineId) => set({ lineId, sourceId: value.sourceId ?? money.lines.find(({ id }) => id === lineId)?.sourceId ?? null })} />}
            <Select label="Geldquelle" placeholder="wählen" clearable data={money.sources.map((source) => ({ value: source.id, label: sourceName(source) }))} value={value.sourceId} onChange={(sourceId) => set({ sourceId })} />
          </SimpleGrid>
          <ReceiptPapers receiptId={isNew ? null : receipt.id} files={files} onFiles={setFiles} />
          <Group justify="flex-end" gap="xs">
            {!isNew && <Button variant="subtle" color="red" onClick={() => void onRemove()}>Entfernen</Button>}
            <Button variant="subtle" onClick={onClose}>Abbrechen</Button>
            {isNew && <Button type="submit" variant="default" disabled={busy} onClick={() => { further.current = true }}>Speichern und nächster</Button>}
            <Button type="submit" loading={busy} onClick={() => { further.current = false }}>Speichern</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

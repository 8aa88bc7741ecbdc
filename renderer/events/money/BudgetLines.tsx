import { Button, NativeSelect, Text, TextInput, Title } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { uuidv7 } from 'uuidv7'
import { budgetCategories } from '../../../shared/events/money/catalogue.ts'
import { lineName, sourceName, type BudgetLine, type EventMoney } from '../../../shared/events/money/model.ts'
import type { MoneySummary } from '../../../shared/events/money/summary.ts'
import { restText } from '../../../shared/events/money/words.ts'
import { centsText } from '../../../shared/money.ts'
import { CentsField } from '../CentsField.tsx'
import type { PartForm } from '../usePart.ts'
import classes from '../Plan.module.css'

/** A line in which nothing stands yet. */
export const blankLine: Omit<BudgetLine, 'id'> = { category: '', label: '', plannedCents: 0, sourceId: null }

/** „Plan": what the money is for. Enter in a field adds the next line below. */
export function BudgetLines({ form, sums }: { form: PartForm<EventMoney>; sums: MoneySummary }): ReactNode {
  const { content: { lines, sources, receipts }, readOnly } = form
  const [added, setAdded] = useState<string | null>(null)
  const change = (id: string, patch: Partial<BudgetLine>): void => form.set({ lines: lines.map((line) => (line.id === id ? { ...line, ...patch } : line)) })
  const addAfter = (at: number): void => {
    const line = { ...blankLine, id: uuidv7() }
    form.set({ lines: lines.toSpliced(at + 1, 0, line) })
    setAdded(line.id)
  }
  const remove = (id: string): void => void form.step({ lines: lines.filter((line) => line.id !== id), receipts: receipts.map((receipt) => (receipt.lineId === id ? { ...receipt, lineId: null } : receipt)) }, 'Posten entfernt. Seine Belege sind noch da.')
  const onEnter = (at: number) => (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || readOnly) return
    event.preventDefault()
    addAfter(at)
  }
  const { withoutLineCents, expense } = sums
  return (
    <section aria-label="Plan">
      <Title order={3} size="h4">Plan</Title>
      {lines.length === 0 && <Text size="sm" c="dimmed">Noch kein Posten. Honorare, Miete, Technik, Verpflegung: wofür das Geld gedacht ist, mit Plan und Ist.</Text>}
      <ol className={classes.lines} aria-label="Posten">
        {lines.map((line, at) => {
          const name = lineName(line)
          const actual = sums.lines.find((sum) => sum.line.id === line.id)?.actualCents ?? 0
          return (
            <li key={line.id}>
              {/* The keys come from the fields inside. */}
              {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
              <fieldset className={`${classes.line} ${classes.budget}`} aria-label={name} onKeyDown={onEnter(at)}>
                <NativeSelect aria-label={`Art des Postens: ${name}`} autoFocus={line.id === added} disabled={readOnly} value={line.category} data={[{ value: '', label: 'Posten wählen' }, ...budgetCategories.map(({ code, label }) => ({ value: code, label }))]} onChange={(event) => change(line.id, { category: event.currentTarget.value })} />
                <TextInput aria-label={`Bezeichnung: ${name}`} placeholder="genauer" maxLength={300} readOnly={readOnly} value={line.label} onChange={(event) => change(line.id, { label: event.currentTarget.value })} />
                <CentsField aria-label={`Plan: ${name}`} empty={0} readOnly={readOnly} value={line.plannedCents} onChange={(cents) => change(line.id, { plannedCents: cents ?? 0 })} />
                <NativeSelect aria-label={`Bezahlt aus: ${name}`} disabled={readOnly} value={line.sourceId ?? ''} data={[{ value: '', label: 'Quelle offen' }, ...sources.map((source) => ({ value: source.id, label: sourceName(source) }))]} onChange={(event) => change(line.id, { sourceId: event.currentTarget.value || null })} />
                <div className={classes.figures}>
                  <div>Ist {centsText(actual)}</div>
                  <div className={actual > line.plannedCents ? classes.over : classes.quiet}>{restText(line.plannedCents - actual)}</div>
                </div>
                {!readOnly && <Button variant="subtle" color="gray" px={8} aria-label={`${name} entfernen`} onClick={() => remove(line.id)}><IconTrash size={17} aria-hidden /></Button>}
              </fieldset>
            </li>
          )
        })}
      </ol>
      <div className={classes.head}>
        <Text size="sm" fw={600} component="output">{lines.length > 0 && <>Plan {centsText(expense.plannedCents)}, Ist {centsText(expense.actualCents)}: {restText(expense.plannedCents - expense.actualCents)}{withoutLineCents === 0 ? '' : `; ${centsText(withoutLineCents)} ohne Posten`}</>}</Text>
        {!readOnly && <Button mt={6} size="compact-md" variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => addAfter(lines.length - 1)}>Posten</Button>}
      </div>
    </section>
  )
}

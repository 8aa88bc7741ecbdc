import { NumberInput, Select, TextInput } from '@mantine/core'
import type { Way } from '../../../shared/counselling/deadlines.ts'
import { rules } from '../../../shared/counselling/deadlines/data.ts'
import { LAENDER, type Land } from '../../../shared/vault/laender.ts'
import { chosenRule, dateLabel, presumesArrival, typedDay, waysOf, type DeadlineEntry } from './deadlineEntry.ts'
import { DayField } from './DayField.tsx'

const ruleOptions = rules.map(({ id, title }) => ({ value: id, label: title }))
const landOptions = LAENDER.map(({ code, name }) => ({ value: code as string, label: name }))

/** What a deadline is computed from: rule first, then how the notice came, then only the days that are needed. */
export function CalculatorFields({ entry, onChange }: { entry: DeadlineEntry; onChange(patch: Partial<DeadlineEntry>): void }) {
  const rule = chosenRule(entry)
  const ways = rule ? waysOf(rule) : []
  const day = (label: string, name: 'date' | 'applicationDate' | 'arrivedOn', description?: string) => (
    <DayField
      key={name} label={label} {...(description && { description })} value={entry[name]}
      parse={(text) => (rule ? typedDay(text, rule, new Date()) : null)} onChange={(value) => onChange({ [name]: value })}
    />
  )
  return (
    <>
      <Select
        label="Regel" placeholder="Wogegen oder wofür läuft die Frist?" searchable openOnFocus={false} data={ruleOptions} value={entry.rule}
        nothingFoundMessage="Nicht in der Liste" maxDropdownHeight={360}
        onChange={(value) => onChange({ rule: value, way: null })}
      />
      {rule && ways.length > 0 && (
        <Select
          label="Bekanntgabe" placeholder="Wie kam der Bescheid?" data={ways} value={entry.way}
          onChange={(way) => onChange({ way: way as Way | null })}
        />
      )}
      {rule && day(dateLabel(rule, entry.way), 'date')}
      {rule && presumesArrival(rule, entry.way) && day('Nachweislich später angekommen am', 'arrivedOn', 'nur wenn sich das belegen lässt')}
      {rule?.keyDate === 'asylum-application' && day('Datum des Asylantrags', 'applicationDate', 'bestimmt, welche Fassung des Asylgesetzes gilt')}
      {rule?.kind === 'hours' && (
        <TextInput label="Uhrzeit" placeholder="16:30" value={entry.time} onChange={(event) => onChange({ time: event.currentTarget.value })} />
      )}
      {rule?.kind === 'summons' && (
        <NumberInput
          label="Volle Tage zwischen Zugang und Sitzung" min={1} max={90} allowDecimal={false} value={entry.days}
          onChange={(days) => typeof days === 'number' && days > 0 && onChange({ days })}
        />
      )}
      <Select
        label="Land" description="des Gerichts oder der Behörde; bestimmt die Feiertage" searchable openOnFocus={false} data={landOptions} value={entry.land}
        onChange={(value) => value && onChange({ land: value as Land })}
      />
    </>
  )
}

import { MultiSelect, NumberInput, Text, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { needDetail, needGroups, needLabel, needs as catalogue } from '../../../shared/events/participants/catalogue.ts'
import type { Need } from '../../../shared/events/participants/model.ts'
import classes from './Participants.module.css'

const data = needGroups.map(({ code, label }) => ({ group: label, items: catalogue.filter((need) => need.group === code).map((need) => ({ value: need.code, label: need.label })) }))

/** What is needed: chosen from the catalogue, for how many of a group, and what has to be told more closely. */
export function NeedsFields({ needs, persons, readOnly, onChange }: { needs: readonly Need[]; persons: number; readOnly: boolean; onChange(needs: Need[]): void }): ReactNode {
  const patch = (code: string, change: Partial<Need>): void => onChange(needs.map((need) => (need.code === code ? { ...need, ...change } : need)))
  const asked = needs.filter(({ code }) => persons > 1 || needDetail(code) !== '')
  return (
    <div>
      <MultiSelect
        label="Bedarf" placeholder={needs.length === 0 ? 'nichts Besonderes' : ''} searchable readOnly={readOnly} data={data} value={needs.map(({ code }) => code)} nothingFoundMessage="Nichts gefunden"
        onChange={(codes) => onChange(codes.map((code) => needs.find((need) => need.code === code) ?? { code, count: 1, detail: '' }))}
      />
      {asked.length > 0 && (
        <ul className={classes.needs} aria-label="Zum Bedarf">
          {asked.map(({ code, count, detail }) => (
            <li key={code}>
              <Text size="sm" pb={7}>{needLabel(code)}</Text>
              {persons > 1 || code === 'childcare'
                ? <NumberInput label={code === 'childcare' ? 'Kinder' : 'Für'} aria-label={`${needLabel(code)}: für wie viele`} readOnly={readOnly} min={1} max={500} allowDecimal={false} value={count} onChange={(value) => typeof value === 'number' && patch(code, { count: Math.max(1, value) })} />
                : <span />}
              {needDetail(code) === '' ? <span /> : <TextInput label={needDetail(code)} aria-label={`${needLabel(code)}: ${needDetail(code)}`} readOnly={readOnly} maxLength={200} value={detail} onChange={(change) => patch(code, { detail: change.currentTarget.value })} />}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

import { Button, Group, NumberInput, Text, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import type { KeyboardEvent, ReactNode } from 'react'
import type { OfficeEvent } from '../../../shared/events/model.ts'
import { clockOf, gapText, type RunItem, type TimedItem } from '../../../shared/events/run/model.ts'
import { TimeField } from '../../ui/TimeField.tsx'
import { DayOffset } from '../DayOffset.tsx'
import classes from '../Plan.module.css'

interface RunLineProps {
  time: TimedItem
  event: OfficeEvent
  readOnly: boolean
  /** Just added: typing begins here. */
  focused: boolean
  first: boolean
  last: boolean
  onChange(patch: Partial<RunItem>): void
  onEnter(): void
  onMove(by: -1 | 1): void
  onRemove(): void
}

/** One item with the time that follows from those before it. Enter adds the next; Alt with an arrow key moves it. */
export function RunLine({ time: { item, from, to, gap }, event, readOnly, focused, first, last, onChange, onEnter, onMove, onRemove }: RunLineProps): ReactNode {
  const name = item.title || 'Punkt'
  const text = (key: 'title' | 'who' | 'place' | 'technology' | 'note', label: string, maxLength = 300) => ({
    'aria-label': `${label}: ${name}`, placeholder: label, maxLength, readOnly, value: item[key], onChange: (change: { currentTarget: { value: string } }) => onChange({ [key]: change.currentTarget.value }),
  })
  const onKeyDown = (key: KeyboardEvent): void => {
    if (readOnly || key.nativeEvent.isComposing) return
    if (key.altKey && (key.key === 'ArrowUp' || key.key === 'ArrowDown')) {
      key.preventDefault()
      onMove(key.key === 'ArrowUp' ? -1 : 1)
    } else if (key.key === 'Enter' && key.target instanceof HTMLInputElement) {
      key.preventDefault()
      onEnter()
    }
  }
  return (
    <li>
      {/* The keys come from the fields inside. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <fieldset className={`${classes.line} ${classes.run}`} aria-label={name} onKeyDown={onKeyDown}>
        <div>
          <div className={classes.clock}>{from === null ? '–' : clockOf(from)}</div>
          {to !== null && to !== from && <Text size="xs" c="dimmed">bis {clockOf(to)}</Text>}
        </div>
        <TextInput {...text('title', 'Was')} autoFocus={focused} />
        {!readOnly && (
          <Group gap={0} wrap="nowrap">
            <Button variant="subtle" color="gray" px={5} disabled={first} aria-label={`${name} nach oben`} onClick={() => onMove(-1)}><IconArrowUp size={16} aria-hidden /></Button>
            <Button variant="subtle" color="gray" px={5} disabled={last} aria-label={`${name} nach unten`} onClick={() => onMove(1)}><IconArrowDown size={16} aria-hidden /></Button>
            <Button variant="subtle" color="gray" px={5} aria-label={`${name} entfernen`} onClick={onRemove}><IconTrash size={16} aria-hidden /></Button>
          </Group>
        )}
        <div className={classes.runMore}>
          <div className={classes.runFields}>
            <NumberInput aria-label={`Dauer in Minuten: ${name}`} placeholder="Minuten" suffix=" Min." hideControls min={0} max={2_880} step={5} allowDecimal={false} allowNegative={false} readOnly={readOnly} value={item.minutes ?? ''} onChange={(minutes) => onChange({ minutes: typeof minutes === 'number' ? minutes : null })} />
            <TimeField label={`Feste Zeit: ${name}`} hideLabel placeholder="feste Zeit" value={item.startsAt} error={undefined} readOnly={readOnly} onChange={(startsAt) => onChange({ startsAt })} />
            <DayOffset label={`Tag: ${name}`} hideLabel value={item.day} event={event} readOnly={readOnly} onChange={(day) => onChange({ day })} />
            <TextInput {...text('who', 'Wer')} />
            <TextInput {...text('place', 'Wo')} />
            <TextInput {...text('technology', 'Technik', 500)} />
            <TextInput {...text('note', 'Hinweis', 2_000)} />
          </div>
          {gap !== 0 && <Group gap={5} mt={4}>{gap < 0 && <IconAlertTriangle size={15} color="var(--mantine-color-error)" aria-hidden />}<Text size="xs" className={gap < 0 ? classes.over : classes.quiet}>{gapText(gap)}</Text></Group>}
        </div>
      </fieldset>
    </li>
  )
}

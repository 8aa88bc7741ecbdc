import { ActionIcon, Button, VisuallyHidden } from '@mantine/core'
import {
  IconCalendar, IconCategory, IconCircleCheck, IconClock, IconDoorEnter, IconFolder, IconHelpCircle, IconLanguage, IconMessages, IconNote,
  IconTag, IconX, type Icon,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { labelOf, topicLabel } from '../../../shared/counselling/catalogues.ts'
import type { QuickPart, QuickProblem } from '../../../shared/counselling/quick-line.ts'
import { codeFields, type CodeField } from '../../../shared/counselling/quick-line/vocabulary.ts'
import { germanDay } from '../../../shared/holidays/days.ts'
import { Personal } from '../../ui/Personal.tsx'
import { ChannelIcon } from '../ChannelIcon.ts'
import type { QuickEntry } from './quickEntry.ts'
import classes from './QuickLine.module.css'

const icons: Readonly<Record<Exclude<CodeField, 'channel'>, Icon>> = {
  topic: IconTag,
  language: IconLanguage,
  interpretation: IconMessages,
  accessPath: IconDoorEnter,
  result: IconCircleCheck,
  contactKind: IconCategory,
}

/** Values that say what they are by themselves; the others stand behind the name of their field. */
const plain: readonly CodeField[] = ['channel', 'topic', 'language']

const problems: Readonly<Record<QuickProblem, string>> = {
  unknown: 'nicht erkannt',
  ambiguous: 'mehrdeutig – was ist gemeint?',
  double: 'schon anders angegeben',
  future: 'liegt in der Zukunft',
}

interface ChipsProps {
  parts: readonly QuickPart[]
  entry: QuickEntry
  /** The case that was found; undefined while it isn't known. */
  caseLabel: string | undefined
  onRemove(part: QuickPart): void
}

/** What was understood, each piece with a way to take it out, and the defaults. */
export function QuickChips({ parts, entry, caseLabel, onRemove }: ChipsProps) {
  return (
    <ul className={classes.chips} aria-label="So verstanden">
      {parts.map((part) => {
        const shown = shownOf(part, entry.entry.topic, caseLabel)
        if (!shown) return null
        return (
          <li key={part.start} className={classes.chip}>
            {shown.icon}
            <span className={classes.note}>{shown.text}</span>
            <ActionIcon variant="subtle" size={24} radius="xl" aria-label={`${shown.name} entfernen`} onClick={() => onRemove(part)}>
              <IconX size={14} aria-hidden />
            </ActionIcon>
          </li>
        )
      })}
      {entry.defaults.date && (
        <li className={`${classes.chip} ${classes.default}`}>
          <IconCalendar size={16} aria-hidden /> {germanDay(entry.entry.date)}{entry.entry.time && `, ${entry.entry.time}`} · Vorgabe
        </li>
      )}
      {entry.defaults.result && entry.entry.result && (
        <li className={`${classes.chip} ${classes.default}`}>
          <IconCircleCheck size={16} aria-hidden /> Ergebnis: {labelOf('results', entry.entry.result)} · Vorgabe
        </li>
      )}
    </ul>
  )
}

/** What was not understood, with the words that may have been meant. */
export function OpenParts({ line, parts, onReplace, onRemove }: {
  line: string
  parts: readonly QuickPart[]
  onReplace(part: QuickPart, text: string): void
  onRemove(part: QuickPart): void
}) {
  const open = parts.filter((part) => part.kind === 'open')
  if (open.length === 0) return null
  return (
    <ul className={classes.chips} aria-label="Nicht übernommen">
      {open.map((part) => {
        const word = line.slice(part.start, part.end)
        return (
          <li key={part.start} className={classes.open}>
            <IconHelpCircle size={16} aria-hidden />
            <span>„{word}“ {problems[part.problem]}</span>
            {part.choices.map(({ label, text }) => (
              <Button key={text} size="compact-sm" variant="default" onClick={() => onReplace(part, text)}>{label}</Button>
            ))}
            <ActionIcon variant="subtle" color="gray" size={24} aria-label={`„${word}“ entfernen`} onClick={() => onRemove(part)}>
              <IconX size={14} aria-hidden />
            </ActionIcon>
          </li>
        )
      })}
    </ul>
  )
}

function shownOf(part: QuickPart, mainTopic: string | null, caseLabel: string | undefined): { icon: ReactNode; text: ReactNode; name: string } | null {
  switch (part.kind) {
    case 'code': {
      const { catalogue, label } = codeFields[part.field]
      const value = part.field === 'topic' ? topicLabel(part.code) : labelOf(catalogue, part.code)
      const Symbol = part.field === 'channel' ? null : icons[part.field]
      const icon = Symbol ? <Symbol size={16} aria-hidden /> : <ChannelIcon code={part.code} />
      const further = part.field === 'topic' && part.code !== mainTopic
      const name = `${further ? 'Weiteres Thema' : label}: ${value}`
      if (further) return { icon, name, text: `weiteres Thema: ${value}` }
      return { icon, name, text: plain.includes(part.field) ? <><VisuallyHidden>{label}: </VisuallyHidden>{value}</> : name }
    }
    case 'duration': return { icon: <IconClock size={16} aria-hidden />, name: `Dauer: ${part.minutes} Minuten`, text: `${part.minutes} Min.` }
    case 'date': return { icon: <IconCalendar size={16} aria-hidden />, name: 'Datum', text: germanDay(part.value) }
    case 'time': return { icon: <IconClock size={16} aria-hidden />, name: 'Uhrzeit', text: `${part.value} Uhr` }
    case 'note': return part.value === '' ? null : { icon: <IconNote size={16} aria-hidden />, name: 'Notiz', text: <Personal current>Notiz: {part.value}</Personal> }
    case 'case': return { icon: <IconFolder size={16} aria-hidden />, name: 'Fall', text: <Personal current>{caseLabel ?? `Fall ${part.value} …`}</Personal> }
    default: return null
  }
}

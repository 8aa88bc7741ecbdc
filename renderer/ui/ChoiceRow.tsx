import { IconCheck } from '@tabler/icons-react'
import type { KeyboardEvent, ReactNode } from 'react'
import type { MergeChoice } from '../../shared/merge/values.ts'
import classes from './ChoiceRow.module.css'
import { Personal } from './Personal.tsx'

interface ChoiceRowProps {
  label: string
  /** Whether both values can be had at once. */
  joinable: boolean
  left: readonly string[]
  right: readonly string[]
  choice: MergeChoice
  onChoose: (choice: MergeChoice) => void
  /** Enter: done with choosing. */
  onSubmit: () => void
  /** The values are those of the client at the desk: visitor mode leaves them readable. */
  current?: boolean
}

/** The rows of a merge below their headings; stands in a container whose width decides on the columns. */
export function Choices({ children }: { children: ReactNode }) {
  return (
    <div className={classes.choices}>
      <div className={classes.choiceHead} aria-hidden>
        <span />
        <span>bleibt</span>
        <span>kommt dazu</span>
        <span />
      </div>
      {children}
    </div>
  )
}

/** Lines of a field; a dash where nothing is known. */
export function Lines({ lines, current = false }: { lines: readonly string[]; current?: boolean }) {
  if (lines.length === 0) return <span className={classes.nothing} aria-label="keine Angabe">–</span>
  return <Personal current={current}>{lines.map((line) => <span key={line} className={classes.lineOf}>{line}</span>)}</Personal>
}

/** One field of a merge: the values themselves are what one chooses. */
export function ChoiceRow({ label, joinable, left, right, choice, onChoose, onSubmit, current = false }: ChoiceRowProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const chosen = choiceOfKey(event.key, joinable)
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (chosen === null && step === 0 && event.key !== 'Enter') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Enter') return onSubmit()
    if (chosen !== null) {
      onChoose(chosen)
      event.currentTarget.querySelector<HTMLElement>(`[data-choice="${chosen}"]`)?.focus()
      return
    }
    const rows = [...event.currentTarget.parentElement?.querySelectorAll<HTMLElement>('[role="radiogroup"]') ?? []]
    const next = rows[rows.indexOf(event.currentTarget) + step]
    next?.querySelector<HTMLElement>('[aria-checked="true"]')?.focus()
  }
  const option = (value: MergeChoice, content: ReactNode, name: string) => (
    <button
      type="button"
      role="radio"
      aria-checked={choice === value}
      aria-label={name}
      data-choice={value}
      tabIndex={choice === value ? 0 : -1}
      className={classes.choice}
      onClick={() => onChoose(value)}
    >
      <span className={classes.tick} aria-hidden>{(choice === value || (choice === 'both' && value !== 'both')) && <IconCheck size={15} />}</span>
      <span>{content}</span>
    </button>
  )
  return (
    <div className={classes.choiceRow} role="radiogroup" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown} data-both={choice === 'both' || undefined}>
      <span className={classes.choiceLabel}>{label}</span>
      {option('keep', <Lines lines={left} current={current} />, `links: ${left.join(', ') || 'keine Angabe'}`)}
      {option('other', <Lines lines={right} current={current} />, `rechts: ${right.join(', ') || 'keine Angabe'}`)}
      {joinable ? option('both', 'beide', 'beide') : <span />}
    </div>
  )
}

function choiceOfKey(key: string, joinable: boolean): MergeChoice | null {
  if (key === 'ArrowLeft') return 'keep'
  if (key === 'ArrowRight') return 'other'
  return key.toLowerCase() === 'b' && joinable ? 'both' : null
}

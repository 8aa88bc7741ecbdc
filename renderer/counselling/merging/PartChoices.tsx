import type { MergePart } from '../../../shared/counselling/merging/fields.ts'
import { differingParts, proposedPart } from '../../../shared/counselling/merging/fields.ts'
import type { MergeChoice } from '../../../shared/merge/values.ts'
import { ChoiceRow, Choices } from '../../ui/ChoiceRow.tsx'

/** The parts in which two cases differ, each with its choice; nothing where they don't. */
export function PartChoices<Fields, Name extends string>({ parts, keep, other, choices, lines, onChoose, onSubmit }: {
  parts: Readonly<Record<Name, MergePart<Fields>>>
  keep: Fields
  other: Fields
  choices: Partial<Record<Name, MergeChoice>>
  lines: (fields: Fields, part: Name) => string[]
  onChoose(choices: Partial<Record<Name, MergeChoice>>): void
  onSubmit(): void
}) {
  const open = differingParts(parts, keep, other) as Name[]
  if (open.length === 0) return null
  return (
    <Choices>
      {open.map((name) => (
        <ChoiceRow
          key={name} current label={parts[name].label} joinable={parts[name].way !== 'one'} left={lines(keep, name)} right={lines(other, name)}
          choice={choices[name] ?? proposedPart(parts[name], keep, other)} onChoose={(choice) => onChoose({ ...choices, [name]: choice })} onSubmit={onSubmit}
        />
      ))}
    </Choices>
  )
}

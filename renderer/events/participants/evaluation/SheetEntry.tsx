import { Button, Group, Text, TextInput, Title } from '@mantine/core'
import { useRef, useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react'
import type { Answers, EvaluationSheet, Question, Roster } from '../../../../shared/events/participants/model.ts'
import { office } from '../../../app/office.ts'
import { showFailure, showUndoNotice } from '../../../ui/notices.tsx'
import classes from '../Participants.module.css'

/** Types answers off the sheets: one key a box, then the next sheet. */
export function SheetEntry({ roster: { eventId, questions, sheets } }: { roster: Roster }): ReactNode {
  const [answers, setAnswers] = useState<Answers>({})
  const [editing, setEditing] = useState<EvaluationSheet | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const fields = (): HTMLInputElement[] => [...form.current?.querySelectorAll<HTMLInputElement>('input') ?? []]
  const begin = (sheet: EvaluationSheet | null): void => {
    setEditing(sheet)
    setAnswers(sheet?.answers ?? {})
    fields()[0]?.focus()
  }
  const step = (from: HTMLInputElement, by: 1 | -1): void => {
    const all = fields()
    all[all.indexOf(from) + by]?.focus()
  }
  const store = async (): Promise<void> => {
    const told = Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== ''))
    if (Object.keys(told).length === 0) return
    try {
      if (editing) {
        const { change } = await office.events.participants.evaluation.updateSheet({ eventId, id: editing.id, answers: told })
        showUndoNotice(`Bogen ${editing.number} geändert.`, 'office', change)
      } else {
        const { change, number } = await office.events.participants.evaluation.addSheet({ eventId, answers: told })
        showUndoNotice(`Bogen ${number} eingetragen.`, 'office', change)
      }
      begin(null)
    } catch (error) {
      showFailure(error)
    }
  }
  const remove = async (): Promise<void> => {
    if (!editing) return
    try {
      const { change } = await office.events.participants.evaluation.removeSheet({ eventId, id: editing.id })
      showUndoNotice(`Bogen ${editing.number} entfernt.`, 'office', change)
      begin(null)
    } catch (error) {
      showFailure(error)
    }
  }
  const put = (question: Question, value: Answers[string] | undefined): void => setAnswers(({ [question.id]: _before, ...others }) => (value === undefined ? others : { ...others, [question.id]: value }))
  const next = editing?.number ?? Math.max(0, ...sheets.map(({ number }) => number)) + 1
  return (
    <form ref={form} className={`${classes.card} ${classes.entry}`} aria-label="Bogen eintragen" onSubmit={(event: FormEvent) => { event.preventDefault(); void store() }}>
      <Group justify="space-between" gap="xs">
        <Title order={3} size="h5">Bogen {next}{editing ? ' ändern' : ''}</Title>
        <Text size="xs" c="dimmed">1 bis 5, j oder n: springt von selbst weiter. Leertaste: keine Antwort. Enter im letzten Feld: nächster Bogen.</Text>
      </Group>
      {questions.map((question, index) => (
        <div key={question.id} className={classes.entryRow}>
          <Text size="sm" id={`answer-${question.id}`}>{index + 1}. {question.text}</Text>
          <TextInput
            aria-labelledby={`answer-${question.id}`} value={shown(answers[question.id])} maxLength={question.kind === 'text' ? 2_000 : 4} placeholder={question.kind === 'scale' ? '1–5' : question.kind === 'yesno' ? 'j / n' : ''}
            onChange={(change) => question.kind === 'text' && put(question, change.currentTarget.value)}
            onKeyDown={(event: KeyboardEvent<HTMLInputElement>) => {
              const last = index === questions.length - 1
              if (event.key === 'Enter' && !last) { event.preventDefault(); step(event.currentTarget, 1) }
              if (event.key === 'ArrowDown' || event.key === 'ArrowUp') { event.preventDefault(); step(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1) }
              if (question.kind === 'text') return
              const answer = answerOf(question, event.key)
              if (answer === null) return
              event.preventDefault()
              put(question, answer)
              if (answer !== undefined || event.key === ' ') step(event.currentTarget, 1)
            }}
          />
        </div>
      ))}
      <Group gap="xs">
        <Button type="submit">{editing ? 'Speichern' : 'Eintragen'}</Button>
        {editing && <Button variant="subtle" onClick={() => begin(null)}>Abbrechen</Button>}
        {editing && <Button variant="subtle" color="red" onClick={() => void remove()}>Entfernen</Button>}
      </Group>
      {sheets.length > 0 && (
        <Group gap={4} role="group" aria-label="Eingetragene Bögen">
          <Text size="sm" c="dimmed">Eingetragen:</Text>
          {sheets.slice(-30).map((sheet) => <Button key={sheet.id} size="compact-xs" variant={sheet.id === editing?.id ? 'light' : 'default'} aria-label={`Bogen ${sheet.number} ändern`} onClick={() => begin(sheet)}>{sheet.number}</Button>)}
        </Group>
      )}
    </form>
  )
}

/** What a key means for a box: an answer, undefined for none, null for a key that means nothing here. */
function answerOf({ kind }: Question, key: string): number | boolean | undefined | null {
  if (key === ' ' || key === 'Backspace' || key === 'Delete') return undefined
  if (kind === 'scale' && /^[1-5]$/u.test(key)) return Number(key)
  if (kind === 'yesno' && /^[jy1]$/iu.test(key)) return true
  return kind === 'yesno' && /^[n0]$/iu.test(key) ? false : null
}

function shown(answer: Answers[string] | undefined): string {
  return answer === undefined ? '' : answer === true ? 'ja' : answer === false ? 'nein' : String(answer)
}

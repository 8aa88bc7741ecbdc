import { ActionIcon, Button, Group, Select, Text, TextInput, Title } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { uuidv7 } from 'uuidv7'
import { evaluationForms, questionKindLabels, questionKinds, type QuestionKind } from '../../../../shared/events/participants/catalogue.ts'
import { questionSchema, type Question, type Roster } from '../../../../shared/events/participants/model.ts'
import { office } from '../../../app/office.ts'
import { attempt } from '../../../ui/attempt.ts'
import classes from '../Participants.module.css'

const kinds = questionKinds.map((value) => ({ value, label: questionKindLabels[value] }))

/** The questions of the form: from a template, then as the office wants them. */
export function QuestionsEditor({ roster, onClose }: { roster: Roster; onClose(): void }): ReactNode {
  const [questions, setQuestions] = useState<readonly Question[]>(roster.questions)
  const [missing, setMissing] = useState(false)
  const patch = (id: string, change: Partial<Question>): void => { setQuestions(questions.map((each) => (each.id === id ? { ...each, ...change } : each))); setMissing(false) }
  const move = (index: number, by: number): void => {
    const question = questions[index]
    if (question) setQuestions(questions.toSpliced(index, 1).toSpliced(index + by, 0, question))
  }
  const store = async (): Promise<void> => {
    if (questions.some((each) => !questionSchema.safeParse(each).success)) return setMissing(true)
    if (await attempt(() => office.events.participants.evaluation.setQuestions({ eventId: roster.eventId, questions: [...questions] }), 'Fragen gespeichert.')) onClose()
  }
  return (
    <section className={classes.card} aria-label="Fragen">
      <Title order={3} size="h5">Fragen des Bogens</Title>
      {questions.length === 0 && (
        <>
          <Text size="sm" c="dimmed">Wenige Fragen werden eher beantwortet. Womit möchten Sie beginnen?</Text>
          <Group gap={6}>
            {evaluationForms.map((form) => <Button key={form.code} variant="default" onClick={() => setQuestions(form.questions.map((question) => ({ ...question, id: uuidv7() })))}>{form.label} ({form.questions.length})</Button>)}
          </Group>
        </>
      )}
      <ol className={classes.questions}>
        {questions.map((question, index) => (
          <li key={question.id}>
            <Text size="sm" c="dimmed">{index + 1}.</Text>
            <TextInput aria-label={`Frage ${index + 1}`} maxLength={300} error={missing && question.text.trim() === '' ? 'Bitte die Frage eintragen.' : undefined} value={question.text} onChange={(change) => patch(question.id, { text: change.currentTarget.value })} />
            <Select aria-label={`Antwort auf Frage ${index + 1}`} allowDeselect={false} data={kinds} value={question.kind} onChange={(value) => value && patch(question.id, { kind: value as QuestionKind })} />
            <Group gap={2} wrap="nowrap">
              <ActionIcon variant="subtle" color="gray" aria-label={`Frage ${index + 1} nach oben`} disabled={index === 0} onClick={() => move(index, -1)}><IconArrowUp size={16} aria-hidden /></ActionIcon>
              <ActionIcon variant="subtle" color="gray" aria-label={`Frage ${index + 1} nach unten`} disabled={index === questions.length - 1} onClick={() => move(index, 1)}><IconArrowDown size={16} aria-hidden /></ActionIcon>
              <ActionIcon variant="subtle" color="gray" aria-label={`Frage ${index + 1} entfernen`} onClick={() => setQuestions(questions.toSpliced(index, 1))}><IconTrash size={16} aria-hidden /></ActionIcon>
            </Group>
          </li>
        ))}
      </ol>
      <Group gap="xs">
        <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} disabled={questions.length >= 30} onClick={() => setQuestions([...questions, { id: uuidv7(), kind: 'scale', text: '' }])}>Frage</Button>
        {questions.length > 0 && <Button onClick={() => void store()}>Fragen speichern</Button>}
        {roster.questions.length > 0 && <Button variant="subtle" onClick={onClose}>Abbrechen</Button>}
      </Group>
      {roster.sheets.length > 0 && <Text size="sm" c="dimmed">Es sind schon {roster.sheets.length} Bögen eingetragen. Antworten auf entfernte Fragen zählen nicht mehr mit.</Text>}
    </section>
  )
}

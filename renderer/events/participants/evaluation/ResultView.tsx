import { Alert, Button, Progress, Text } from '@mantine/core'
import { IconEyeOff } from '@tabler/icons-react'
import { Fragment, useState, type ReactNode } from 'react'
import { smallNumber } from '../../../../shared/events/participants/catalogue.ts'
import type { EvaluationResult, QuestionResult } from '../../../../shared/events/participants/model.ts'
import { Personal } from '../../../ui/Personal.tsx'
import classes from '../Participants.module.css'

const decimal = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** Averages and counts; what was written is shown at once only where it can't be traced to somebody. */
export function ResultView({ result: { sheets, questions } }: { result: EvaluationResult }): ReactNode {
  const [anyway, setAnyway] = useState(false)
  const few = sheets < smallNumber
  const written = questions.some(({ texts }) => texts.length > 0)
  return (
    <div className={classes.page}>
      {few && written && !anyway && (
        <Alert icon={<IconEyeOff aria-hidden />} title="Antworten in Worten sind verdeckt">
          <Text size="sm">Bei weniger als {smallNumber} Bögen lässt sich leicht erraten, wer was geschrieben hat. In Berichte gehören sie dann nicht.</Text>
          <Button mt={8} size="compact-sm" variant="default" onClick={() => setAnyway(true)}>Trotzdem zeigen</Button>
        </Alert>
      )}
      {questions.map((question, index) => (
        // A result that stayed of a deleted list has no ids.
        // oxlint-disable-next-line react/no-array-index-key
        <section key={index} aria-label={question.text}>
          <Text size="sm" fw={600}>{question.text}</Text>
          <QuestionFigures question={question} texts={!few || anyway} />
        </section>
      ))}
    </div>
  )
}

function QuestionFigures({ question: { kind, answered, average, counts, texts }, texts: shown }: { question: QuestionResult; texts: boolean }): ReactNode {
  const answers = answered === 1 ? '1 Antwort' : `${answered} Antworten`
  if (kind === 'text') return shown && texts.length > 0 ? <ul className={classes.words}>{texts.map((text) => <li key={text}><Personal>{text}</Personal></li>)}</ul> : <Text size="sm" c="dimmed">{answers}</Text>
  const labels = kind === 'scale' ? ['1', '2', '3', '4', '5'] : ['ja', 'nein']
  return (
    <>
      <Text size="sm" c="dimmed">{average === null ? answers : `Mittel ${decimal.format(average)} von 5, ${answers}`}</Text>
      <div className={classes.bars}>
        {labels.map((label, index) => (
          <Fragment key={label}>
            <span>{label}</span>
            <Progress size="lg" value={answered === 0 ? 0 : (100 * (counts[index] ?? 0)) / answered} aria-label={`${label}: ${counts[index] ?? 0}`} />
            <span>{counts[index] ?? 0}</span>
          </Fragment>
        ))}
      </div>
    </>
  )
}

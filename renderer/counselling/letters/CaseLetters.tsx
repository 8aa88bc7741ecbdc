import { Button, Text } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api } from '../../app/office.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { Section } from '../person/Section.tsx'
import { LetterRow } from './LetterRow.tsx'
import classes from './Letters.module.css'

/** The letters of a case. */
export function CaseLetters({ caseId, onBegin }: { caseId: string; onBegin(): void }) {
  const { data, error } = useQuery(api.counselling.letters.list.queryOptions({ input: { caseId } }))
  const navigate = useNavigate()
  return (
    <Section title="Schreiben" action={<Button size="compact-sm" variant="default" leftSection={<IconMail size={15} aria-hidden />} onClick={onBegin}>Schreiben</Button>}>
      {error && <FailureAlert error={error} />}
      {data?.total === 0 && <Text size="sm" c="dimmed">Noch kein Schreiben. Sie beginnen hier oder mit F5 und bleiben in der Beratungsdatenbank.</Text>}
      {data !== undefined && data.total > 0 && (
        <ul className={classes.letters} aria-label="Schreiben des Falls, das neueste zuerst">
          {data.letters.map((letter) => <LetterRow key={letter.id} letter={letter} current={false} onOpen={() => void navigate({ to: '/counselling/letters', search: { id: letter.id } })} />)}
        </ul>
      )}
    </Section>
  )
}

import { Button, Text } from '@mantine/core'
import { IconArrowsJoin } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Case } from '../../../shared/counselling/contract.ts'
import { germanDateTime } from '../../../shared/dates.ts'
import { api } from '../../app/office.ts'
import { openRecord } from '../../app/openRecord.ts'
import { useSession } from '../../app/session.ts'
import { Personal } from '../../ui/Personal.tsx'
import classes from '../person/Person.module.css'
import { Section } from '../person/Section.tsx'
import { MergeDialog } from './MergeDialog.tsx'

/** What was entered twice: cases that live on in this one, and the way to bring in another. */
export function MergeSection({ current }: { current: Case }) {
  const { person } = useSession()
  const [opened, setOpened] = useState(false)
  const { data: merged = [] } = useQuery(api.counselling.merging.ofCase.queryOptions({ input: { caseId: current.id } }))
  const decides = person.role === 'leitung' || person.id === current.counsellorId
  if (!decides && merged.length === 0) return null
  return (
    <Section
      title="Doppelt angelegt"
      action={decides && (
        <Button variant="default" size="compact-sm" leftSection={<IconArrowsJoin size={16} aria-hidden />} onClick={() => setOpened(true)}>Mit anderem Fall zusammenführen …</Button>
      )}
    >
      {merged.length === 0 && <Text size="sm" c="dimmed">Gibt es zu derselben Person einen zweiten Fall, lassen sich beide zu einem machen.</Text>}
      {merged.length > 0 && (
        <ul className={classes.lines} aria-label="Hierher zusammengeführt">
          {merged.map(({ id, number, alias, at, byName }) => (
            <li key={id}>
              <Text size="sm"><b>{number}</b> ist Teil dieses Falls (früherer Alias <Personal current>„{alias}“</Personal>)</Text>
              <Text size="sm" c="dimmed">{germanDateTime(at)} · {byName}</Text>
            </li>
          ))}
        </ul>
      )}
      <MergeDialog
        caseId={current.id} opened={opened} onClose={() => setOpened(false)}
        onMerged={(id) => {
          setOpened(false)
          openRecord({ type: 'case', id })
        }}
      />
    </Section>
  )
}

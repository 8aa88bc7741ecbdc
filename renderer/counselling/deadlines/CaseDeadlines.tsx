import { Button, Group, Loader, Stack, Text } from '@mantine/core'
import { IconCalendarPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../app/office.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { useToday } from '../useToday.ts'
import { DeadlineDialog } from './entry/DeadlineDialog.tsx'
import { DeadlineRow } from './list/DeadlineGroups.tsx'
import groupClasses from './list/DeadlineGroups.module.css'

/** The deadlines of a case, or of a consultation without one: what is open first, then what was done. */
export function CaseDeadlines({ caseId, consultationId }: { caseId?: string; consultationId?: string }) {
  const owner = { caseId: caseId ?? null, consultationId: consultationId ?? null }
  const { data, error } = useQuery(api.counselling.deadlines.of.queryOptions({ input: owner }))
  const [entering, setEntering] = useState(false)
  const navigate = useNavigate()
  const today = useToday()
  const show = (id: string): void => void navigate({ to: '/counselling/deadlines', search: { id } })
  if (error) return <FailureAlert error={error} />
  if (!data) return <Loader size="sm" aria-label="Fristen werden geladen" />
  const ordered = [...data.filter(({ done }) => done === null), ...data.filter(({ done }) => done !== null)]
  return (
    <Stack gap="sm">
      <Group>
        <Button variant="light" leftSection={<IconCalendarPlus size={18} aria-hidden />} onClick={() => setEntering(true)}>Frist eintragen</Button>
      </Group>
      {data.length === 0 && <Text c="dimmed" size="sm">Keine Frist eingetragen.</Text>}
      <ul className={groupClasses.list} aria-label="Fristen">
        {ordered.map((deadline) => <DeadlineRow key={deadline.id} deadline={deadline} today={today} onOpen={show} />)}
      </ul>
      {entering && (
        <DeadlineDialog
          {...(caseId !== undefined && { caseId })} {...(consultationId !== undefined && { consultationId })}
          onClose={() => setEntering(false)} onStored={() => setEntering(false)}
        />
      )}
    </Stack>
  )
}

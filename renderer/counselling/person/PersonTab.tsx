import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Case } from '../../../shared/counselling/contract.ts'
import { api } from '../../app/office.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { ConflictAlerts } from './ConflictAlerts.tsx'
import { HouseholdSection } from './HouseholdSection.tsx'
import { ResidenceSection } from '../residence/ResidenceSection.tsx'
import { IdentityCard } from './IdentityCard.tsx'
import { OpposingSection } from './OpposingSection.tsx'
import { SafetySection } from '../safety/SafetySection.tsx'
import { SubjectSection } from './SubjectSection.tsx'

/** Tab „Person": who is behind the alias, with whom the person lives, and who stands on the other side. */
export function PersonTab({ current }: { current: Case }) {
  const { data, error } = useQuery(api.counselling.household.ofCase.queryOptions({ input: { caseId: current.id } }))
  if (error) return <FailureAlert error={error} />
  const aboutPeople = current.kind === 'person' || current.kind === 'family'
  return (
    <Stack gap="md">
      <ConflictAlerts caseId={current.id} />
      {data && !aboutPeople && <SubjectSection current={current} subject={data.subject} />}
      <IdentityCard current={current} />
      <SafetySection caseId={current.id} />
      {data && aboutPeople && <HouseholdSection current={current} persons={data.persons} />}
      {aboutPeople && <ResidenceSection caseId={current.id} />}
      {data && <OpposingSection caseId={current.id} opposing={data.opposing} />}
    </Stack>
  )
}

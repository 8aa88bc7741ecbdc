import { Alert, Text } from '@mantine/core'
import { IconPhoneOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { hasSafety, warningsOf } from '../../../shared/counselling/safety/contract.ts'
import { api } from '../../app/office.ts'
import { Personal } from '../../ui/Personal.tsx'

/** Red banner in the header of a case: how its person must not be contacted. Icon and words say it, not the colour alone. */
export function SafetyBanner({ caseId }: { caseId: string }) {
  const { data } = useQuery(api.counselling.safety.ofCase.queryOptions({ input: { caseId } }))
  if (!data || !hasSafety(data)) return null
  const warnings = warningsOf(data)
  return (
    <Alert color="red.9" variant="filled" icon={<IconPhoneOff aria-hidden />} title={`Sichere Kontaktwege: ${warnings.length === 0 ? 'bitte beachten' : warnings.join(' · ')}`}>
      {data.codeWord !== '' && <Text size="sm">Codewort: <Personal current>{data.codeWord}</Personal></Text>}
      {data.note !== '' && <Text size="sm"><Personal current>{data.note}</Personal></Text>}
    </Alert>
  )
}

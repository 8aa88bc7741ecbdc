import { Alert, Anchor, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { conflictReasons, type Conflict } from '../../../shared/counselling/conflicts/contract.ts'
import { api, office } from '../../app/office.ts'
import { useSession } from '../../app/session.ts'
import { showFailure } from '../../ui/notices.tsx'
import { Personal } from '../../ui/Personal.tsx'

/** Warnings of a possible conflict of interest. The Leitung sees which cases are meant and notes the decision. */
export function ConflictAlerts({ caseId }: { caseId: string }) {
  const { data } = useQuery(api.counselling.conflicts.ofCase.queryOptions({ input: { caseId } }))
  return data?.filter(({ settled }) => !settled).map((conflict) => <ConflictAlert key={conflict.code} conflict={conflict} />) ?? null
}

function ConflictAlert({ conflict }: { conflict: Conflict }) {
  const { person } = useSession()
  const [looking, setLooking] = useState(false)
  const leads = person.role === 'leitung'
  return (
    <Alert color="amber" icon={<IconAlertTriangle aria-hidden />} title="Möglicher Interessenkonflikt">
      <Stack gap={6}>
        <Text size="sm">
          {conflictReasons[conflict.reason]} {leads ? '' : 'Bitte mit der Leitung klären '}(Kennung {conflict.code}). Über den anderen Fall wird hier nichts gesagt.
        </Text>
        {leads && !looking && <div><Button size="compact-sm" variant="default" onClick={() => setLooking(true)}>Kennung nachschlagen</Button></div>}
        {looking && <LookedUp code={conflict.code} />}
      </Stack>
    </Alert>
  )
}

function LookedUp({ code }: { code: string }) {
  const queries = useQueryClient()
  const { data } = useQuery(api.counselling.conflicts.lookUp.queryOptions({ input: { code }, gcTime: 0 }))
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState<string | null>(null)
  const settle = async (): Promise<void> => {
    if (note.trim().length < 3) return setMissing('Bitte die Entscheidung notieren.')
    try {
      await office.counselling.conflicts.settle({ code, note })
      await queries.invalidateQueries({ queryKey: api.counselling.conflicts.key() })
    } catch (error) {
      showFailure(error)
    }
  }
  if (!data) return null
  return (
    <>
      {data.cases.map(({ id, number, alias, counsellorName }) => (
        <Text size="sm" key={id}><Anchor component={Link} size="sm" to="/counselling" search={{ id } as never}>{number}</Anchor> · <Personal>„{alias}“</Personal> · {counsellorName}</Text>
      ))}
      <Group gap="xs" align="flex-end">
        <TextInput label="Entscheidung" placeholder="z. B. anderer Mensch gleichen Namens" w={300} maxLength={300} value={note} error={missing} onChange={(event) => setNote(event.currentTarget.value)} />
        <Button size="sm" variant="light" onClick={() => void settle()}>Als geklärt vermerken</Button>
      </Group>
    </>
  )
}

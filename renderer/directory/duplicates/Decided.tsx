import { Button, Text, Title } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { germanDateTime } from '../../../shared/dates.ts'
import { api, office } from '../../app/office.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { Personal } from '../../ui/Personal.tsx'
import classes from './Duplicates.module.css'
import { MergeLine } from './MergeLine.tsx'

/** What was decided: merges, each with the way back, and pairs that were called different. */
export function Decided() {
  const merges = useQuery(api.directory.duplicates.merges.queryOptions({ input: {} }))
  const different = useQuery(api.directory.duplicates.decided.queryOptions())
  const revoke = async (one: string, other: string): Promise<void> => {
    try {
      const { change } = await office.directory.duplicates.decide({ one, other, decision: null })
      showUndoNotice('Entscheidung zurückgenommen', 'office', change)
    } catch (error) {
      showFailure(error)
    }
  }
  const error = merges.error ?? different.error
  if (error) return <FailureAlert error={error} />
  return (
    <div className={classes.decided}>
      <Title order={2} size="h4">Zusammengeführt</Title>
      {merges.data?.length === 0 && <Text size="sm" c="dimmed" mt={6} mb="lg">Noch keine Kontakte zusammengeführt.</Text>}
      <ul className={classes.decisions}>{merges.data?.map((merge) => <MergeLine key={merge.id} merge={merge} />)}</ul>
      <Title order={2} size="h4">Verschieden</Title>
      {different.data?.length === 0 && <Text size="sm" c="dimmed" mt={6}>Noch kein Paar als verschieden vermerkt.</Text>}
      <ul className={classes.decisions}>
        {different.data?.map(({ id, one, other, at, by }) => (
          <li key={id} className={classes.decision}>
            <div>
              <Text size="sm" fw={600}><Personal>{one.name} ≠ {other.name}</Personal></Text>
              <Text size="xs" c="dimmed">{[one.place, other.place].filter(Boolean).join(' / ')}{one.place || other.place ? ' · ' : ''}{germanDateTime(at)} · {by}</Text>
            </div>
            <Button size="compact-sm" variant="default" leftSection={<IconArrowBackUp size={15} aria-hidden />} onClick={() => void revoke(one.id, other.id)}>Zurücknehmen</Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

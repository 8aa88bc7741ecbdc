import { Button, Group, Select, Text, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { parseDayInput } from '../../../shared/day-input.ts'
import type { Case } from '../../../shared/counselling/contract.ts'
import { failureOf } from '../../app/failure.ts'
import { api, office } from '../../app/office.ts'
import { showFailure, showNotice, showUndoNotice } from '../../ui/notices.tsx'
import { useToday } from '../useToday.ts'
import classes from '../person/Person.module.css'

/** Opens the case to a colleague until a day, or gives it away. */
export function ShareForm({ current, onDone }: { current: Case; onDone(): Promise<void> }) {
  const { data: colleagues } = useQuery(api.counselling.access.colleagues.queryOptions())
  const today = useToday()
  const [personId, setPersonId] = useState<string | null>(null)
  const [until, setUntil] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<Record<string, string>>({})
  if (!colleagues) return null
  if (colleagues.length === 0) {
    return <Text size="sm" c="dimmed">Niemand sonst hat Zugang zur Beratung. Personen legt die Leitung unter „Einstellungen“ an.</Text>
  }
  const name = colleagues.find(({ id }) => id === personId)?.name ?? ''

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setErrors({})
    try {
      await work()
      await onDone()
    } catch (error) {
      const { code, data } = failureOf(error)
      if (code === 'invalid' && data.fields) setErrors(data.fields)
      else showFailure(error)
    }
  }
  const share = (): Promise<void> =>
    attempt(async () => {
      if (personId === null || until === null) {
        return setErrors({ ...(personId === null && { personId: 'Bitte eine Person wählen.' }), ...(until === null && { until: 'Bitte den letzten Tag angeben.' }) })
      }
      await office.counselling.access.share({ caseId: current.id, personId, until, reason })
      setUntil(null)
      setReason('')
      showNotice(`Der Fall ist für ${name} geöffnet und schließt sich von selbst.`)
    })
  const handOver = (): Promise<void> =>
    attempt(async () => {
      if (personId === null) return setErrors({ personId: 'Bitte eine Person wählen.' })
      const { change } = await office.counselling.access.handOver({ caseId: current.id, personId, version: current.version })
      showUndoNotice(`${current.number} führt jetzt ${name}.`, 'counselling', change)
    })
  return (
    <>
      <div className={classes.fields}>
        <Select label="Kollegin oder Kollege" placeholder="wählen" data={colleagues.map(({ id, name: label }) => ({ value: id, label }))} value={personId} error={errors.personId} onChange={setPersonId} />
        <DateInput
          label="Mitberatung bis" placeholder="letzter Tag" valueFormat="DD.MM.YYYY" minDate={today} value={until} error={errors.until}
          dateParser={(text) => parseDayInput(text, new Date())} onChange={setUntil}
        />
        <TextInput label="Anlass (freiwillig)" maxLength={300} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </div>
      <Group gap="xs">
        <Button variant="light" onClick={() => void share()}>Zur Mitberatung öffnen</Button>
        <Button variant="default" onClick={() => void handOver()}>Fall übergeben</Button>
      </Group>
    </>
  )
}

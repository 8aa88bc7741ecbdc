import { Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { OfficeEvent } from '../../../shared/events/model.ts'
import { sourceName, type Source } from '../../../shared/events/money/model.ts'
import { emptyTask } from '../../../shared/tasks/model.ts'
import { api, office } from '../../app/office.ts'
import { useOfficeLand } from '../../app/useOfficeLand.ts'
import { attempt } from '../../ui/attempt.ts'

/** Weeks before the deadline from which the task is announced. */
const noticeDays = 28

/** Offers a task for the proof of use of a source; says so where there is one already. */
export function ProofTask({ event, source }: { event: OfficeEvent; source: Source }): ReactNode {
  const land = useOfficeLand()
  const title = `Verwendungsnachweis einreichen: ${sourceName(source)}`
  const { data: tasks } = useQuery(api.tasks.ofRecord.queryOptions({ input: { type: 'event', id: event.id } }))
  if (!tasks) return null
  const task = tasks.find((each) => each.title === title && each.doneAt === null)
  if (task?.wantedOn === source.proofOn) return <Text size="xs" c="dimmed">Aufgabe ist angelegt</Text>
  const add = (): void => void attempt(
    () => task
      ? office.tasks.update({ id: task.id, version: task.version, fields: { wantedOn: source.proofOn, lead: null }, land })
      : office.tasks.create({
        fields: { ...emptyTask, title, heading: 'Geld', note: source.reference, wantedOn: source.proofOn, noticeDays, assigneeId: event.responsibleId, assigneeName: event.responsibleName, record: { type: 'event', id: event.id } }, land,
      }),
    task ? 'Aufgabe auf die neue Frist gelegt.' : 'Aufgabe angelegt.',
  )
  return <Button size="compact-sm" variant="default" onClick={add}>{task ? 'Aufgabe auf die Frist legen' : 'Frist als Aufgabe'}</Button>
}

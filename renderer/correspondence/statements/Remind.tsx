import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useState, type ReactNode } from 'react'
import { effectiveDue, type Contributor, type Statement } from '../../../shared/correspondence/statements/model.ts'
import { contributorRoleLabels } from '../../../shared/correspondence/statements/workflow.ts'
import { germanDate, isoDay } from '../../../shared/dates.ts'
import { addDays } from '../../../shared/holidays/days.ts'
import { firstOpenDay, officeClosed } from '../../../shared/holidays/holidays.ts'
import { office } from '../../app/office.ts'
import { openRecord } from '../../app/openRecord.ts'
import { useRun } from './Extension.tsx'

/** Reminds somebody who hasn't answered: a new day, and a letter to who isn't of the office. */
export function Remind({ statement, contributor, onClose }: { statement: Statement; contributor: Contributor; onClose(): void }): ReactNode {
  const today = isoDay(new Date())
  const due = effectiveDue(statement)
  const [dueOn, setDueOn] = useState(() => firstOpenDay(addDays(today, 3), 1, (day) => officeClosed(day, statement.land)))
  const [letter, setLetter] = useState(contributor.personId === null)
  const { busy, errors, run } = useRun(statement.id, onClose)
  return (
    <Modal opened onClose={onClose} title={`${contributor.name} erinnern`}>
      <form onSubmit={(event) => { event.preventDefault(); void run('Erinnerung vermerkt.', async (version) => {
        const { change, letterId } = await office.correspondence.statements.remind({ id: statement.id, version, contributor: contributor.id, dueOn, letter })
        if (letterId !== null) openRecord({ type: 'letter', id: letterId })
        return change
      }) }}>
        <Stack gap="sm">
          <Text size="sm">{contributorRoleLabels[contributor.role]}{contributor.dueOn === null ? '' : ` erbeten bis ${germanDate(contributor.dueOn)}`}{due === null ? '' : `; Frist der Stellungnahme ${germanDate(due)}`}.</Text>
          <DateInput label="Neuer Termin" valueFormat="DD.MM.YYYY" value={dueOn} error={errors.dueOn} onChange={(day) => day && setDueOn(day)} />
          {contributor.personId === null
            ? <Checkbox label="Erinnerung als Schreiben beginnen" checked={letter} onChange={(event) => setLetter(event.currentTarget.checked)} />
            : <Text size="sm" c="dimmed">Die Erinnerung steht auf der Übersicht von {contributor.name}.</Text>}
          <Group justify="flex-end" gap="xs">
            <Button variant="subtle" onClick={onClose}>Abbrechen</Button>
            <Button type="submit" data-autofocus loading={busy}>Erinnern</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

import { Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { germanDate, isoDay } from '../../shared/dates.ts'
import type { Contact } from '../../shared/directory/contact.ts'
import { checkDueBefore, checkedForMonths } from '../../shared/directory/details.ts'
import { checkWithNotice } from './checkContacts.ts'
import classes from './ContactRecord.module.css'

/** When somebody last made sure that the contact is right, and one click to say so today. */
export function CheckedLine({ contact: { id, checkedOn, trashed } }: { contact: Contact }) {
  const today = isoDay(new Date())
  const isDue = checkedOn === null || checkedOn < checkDueBefore(today)
  const CheckIcon = isDue ? IconAlertTriangle : IconCheck
  return (
    <Group gap="sm" mt="md" justify="space-between">
      <Text size="sm" className={classes.checked}>
        <CheckIcon size={17} stroke={1.6} aria-hidden />
        {checkedOn === null ? 'Noch nie geprüft' : `Zuletzt geprüft am ${germanDate(checkedOn)}`}
        {checkedOn !== null && isDue && ` · vor mehr als ${checkedForMonths} Monaten`}
      </Text>
      {!trashed && checkedOn !== today && (
        <Button className="no-print" size="compact-sm" variant="default" leftSection={<IconCheck size={15} aria-hidden />} onClick={() => void checkWithNotice([id])}>
          Heute geprüft
        </Button>
      )}
    </Group>
  )
}

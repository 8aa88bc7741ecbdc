import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useToday } from '../useToday.ts'
import { DeadlineRow } from './list/DeadlineGroups.tsx'
import classes from './list/DeadlineGroups.module.css'
import type { DeadlineQuestion } from './useOpenDeadlines.ts'

/** Lists the open deadlines of a case that is about to be put aside, and says what becomes of them. */
export function OpenDeadlines({ question, number, where, button }: { question: DeadlineQuestion; number: string; where: string; button: string }) {
  const navigate = useNavigate()
  const today = useToday()
  const { open, confirm, cancel } = question
  return (
    <Modal.Root opened={open !== null} onClose={cancel} centered size="lg">
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body pt="md">
          <Modal.Title mb="sm" fw={600} fz="lg">Offene Fristen in {number}</Modal.Title>
          <Stack gap="sm">
            <Text size="sm">Diese Fristen laufen weiter. {where}</Text>
            <ul className={classes.list} aria-label="Offene Fristen">
              {open?.map((deadline) => (
                <DeadlineRow
                  key={deadline.id} deadline={deadline} today={today} onOpen={(id) => void navigate({ to: '/counselling/deadlines', search: { id } })}
                />
              ))}
            </ul>
            <Group justify="flex-end" gap="xs">
              <Button variant="default" data-autofocus onClick={cancel}>Abbrechen</Button>
              <Button onClick={() => void confirm()}>{button}</Button>
            </Group>
          </Stack>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

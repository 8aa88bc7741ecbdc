import { Alert, Button, Group, Portal, Stack, Text } from '@mantine/core'
import { IconHandStop } from '@tabler/icons-react'
import type { DeskRequest } from '../../shared/vault/desk/model.ts'
import { clockTime } from '../../shared/dates.ts'
import { desktop, office } from '../app/office.ts'
import { Personal } from '../ui/Personal.tsx'
import { showFailure } from '../ui/notices.tsx'
import classes from './DeskNotices.module.css'

/** Says who asks for the office, until that is answered. It takes no focus from whoever is just typing. */
export function ReleaseRequest({ requests }: { requests: DeskRequest[] }) {
  const request = requests.find(({ answer }) => answer === 'seen' || answer === 'none')
  if (!request) return null
  const { id, person, host, at } = request

  async function answer(said: 'soon' | 'locking'): Promise<void> {
    try {
      await office.vault.desk.answer({ id, answer: said })
    } catch (error) {
      showFailure(error)
    }
    if (said === 'locking') await desktop.lock()
  }

  return (
    <Portal>
      <Alert className={classes.request ?? ''} role="alertdialog" aria-label="Bitte um Freigabe" color="petrol" icon={<IconHandStop aria-hidden />}>
        <Stack gap="xs">
          <Text size="sm">
            <strong>
              <Personal>{person || 'Jemand'}</Personal> bittet am Rechner „{host}“ um das Büro
            </strong>{' '}
            (seit {clockTime(new Date(at))} Uhr). Beim Sperren wird gespeichert, was Sie eingegeben haben.
          </Text>
          <Group gap="xs">
            <Button size="compact-md" onClick={() => void answer('locking')}>
              Jetzt sperren
            </Button>
            <Button size="compact-md" variant="default" onClick={() => void answer('soon')}>
              Gleich fertig
            </Button>
          </Group>
        </Stack>
      </Alert>
    </Portal>
  )
}

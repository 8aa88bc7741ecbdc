import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconDeviceUsb, IconX } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import type { BackupStand } from '../../shared/backup/model.ts'
import { ageWords } from '../../shared/backup/words.ts'
import { api, desktop } from '../app/office.ts'
import { useSession } from '../app/session.ts'
import { usePolicy } from '../app/usePolicy.ts'
import { showFailure, showNotice } from '../ui/notices.tsx'
import { SetByIt } from '../ui/SetByIt.tsx'
import { BackupTrouble } from './BackupTrouble.tsx'
import { useBackUp } from './useBackups.ts'

/** The second place: a share or a stick that gets a copy of every finished backup. */
export function SecondPlace({ stand: { second, running } }: { stand: BackupStand }) {
  const queries = useQueryClient()
  const backUp = useBackUp()
  const { demo } = useSession()
  const given = usePolicy().locked('BackupPath')

  async function change(action: () => Promise<unknown>, done: () => Promise<unknown>): Promise<void> {
    try {
      if ((await action()) === null) return
      await queries.invalidateQueries({ queryKey: api.backup.key() })
      await done()
    } catch (error) {
      showFailure(error)
    }
  }

  return (
    <Stack gap="xs" align="flex-start">
      <Title order={3} size="md">Zweiter Ort</Title>
      {second === null
        ? <Text size="sm">Die Sicherungen liegen nur im Ordner des Tresors. Geht dieses Laufwerk verloren, gehen sie mit. Wählen Sie einen Ordner auf einem anderen Laufwerk, einer Freigabe oder einem Stick; er gilt für diesen Rechner.</Text>
        : <Text size="sm" style={{ overflowWrap: 'anywhere' }}><strong>{second.display}</strong>{second.lastAt === null ? ': noch keine Kopie' : `: letzte Kopie ${ageWords(second.lastAt, new Date())}`}</Text>}
      {second?.failure && !running && <BackupTrouble failure={second.failure} place="second" />}
      {demo ? <Text size="sm" c="dimmed">Das Musterbüro wird beim Schließen entfernt; einen zweiten Ort hat es nicht.</Text> : (
        <Group gap="sm">
          <Button variant="default" disabled={given} leftSection={<IconDeviceUsb size={18} aria-hidden />} onClick={() => void change(() => desktop.chooseBackupPlace(), backUp)}>{second === null ? 'Zweiten Ort wählen' : 'Anderen Ort wählen'}</Button>
          {second && <Button variant="default" disabled={given} leftSection={<IconX size={18} aria-hidden />} onClick={() => void change(() => desktop.forgetBackupPlace(), async () => showNotice('Es wird nichts mehr an den zweiten Ort kopiert. Was dort liegt, bleibt.'))}>Nicht mehr dorthin kopieren</Button>}
        </Group>
      )}
      {given && !demo && <SetByIt text="Der zweite Ort ist von Ihrer IT vorgegeben." />}
    </Stack>
  )
}

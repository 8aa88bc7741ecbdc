import { List, Select, Stack, Text, Title } from '@mantine/core'
import { keysOf } from '../../shared/shortcuts.ts'
import { lockedHint } from '../../shared/policy/notice.ts'
import { useLockTime } from '../app/useLockTime.ts'
import { usePolicy } from '../app/usePolicy.ts'
import { SetByIt } from '../ui/SetByIt.tsx'
import classes from './SettingsScreen.module.css'

const choices = [2, 5, 10, 15, 30, 60]

/** When the office locks by itself. */
export function LockSection() {
  const [minutes, setMinutes] = useLockTime()
  const { locked, values } = usePolicy()
  const offered = choices.includes(minutes) ? choices : [...choices, minutes].sort((a, b) => a - b)
  return (
    <Stack gap="lg" maw={560}>
      <Title order={2}>Sperren</Title>
      <Select
        label="Büro sperren, wenn es nicht benutzt wird"
        description={`${locked('AutoLockMinutes') ? `${lockedHint} ` : ''}Eine Minute vorher erscheint ein Hinweis. Eingegebener Text bleibt beim Sperren erhalten.`}
        data={offered.map((choice) => ({ value: String(choice), label: choice === 1 ? 'nach 1 Minute' : `nach ${choice} Minuten` }))}
        value={String(minutes)}
        disabled={locked('AutoLockMinutes')}
        classNames={{ input: classes.settled ?? '' }}
        onChange={(value) => value && setMinutes(Number(value))}
      />
      <div>
        <Text size="sm" fw={600}>
          Außerdem sperrt das Büro
        </Text>
        <List size="sm" mt={4}>
          <List.Item>mit {keysOf('lock')} oder dem Schloss oben rechts,</List.Item>
          {values.LockOnScreenLock !== false && <List.Item>wenn Windows gesperrt wird,</List.Item>}
          <List.Item>wenn der Rechner in den Energiesparmodus geht.</List.Item>
        </List>
        {locked('LockOnScreenLock') && <SetByIt text={values.LockOnScreenLock === false ? 'Beim Sperren von Windows bleibt das Büro offen: von Ihrer IT vorgegeben.' : 'Das Sperren mit Windows ist von Ihrer IT vorgegeben.'} />}
      </div>
      <Text size="sm" c="dimmed">
        Beim Sperren wird der Prozess beendet, der die Daten entschlüsselt hat. Danach liegt nichts Lesbares mehr im
        Arbeitsspeicher.
      </Text>
    </Stack>
  )
}

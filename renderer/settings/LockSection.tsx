import { List, Select, Stack, Text, Title } from '@mantine/core'
import { keysOf } from '../../shared/shortcuts.ts'
import { useLockTime } from '../app/useLockTime.ts'

const choices = [2, 5, 10, 15, 30, 60]

/** When the office locks by itself. */
export function LockSection() {
  const [minutes, setMinutes] = useLockTime()
  return (
    <Stack gap="lg" maw={560}>
      <Title order={2}>Sperren</Title>
      <Select
        label="Büro sperren, wenn es nicht benutzt wird"
        description="Eine Minute vorher erscheint ein Hinweis. Eingegebener Text bleibt beim Sperren erhalten."
        data={choices.map((choice) => ({ value: String(choice), label: `nach ${choice} Minuten` }))}
        value={String(minutes)}
        onChange={(value) => value && setMinutes(Number(value))}
      />
      <div>
        <Text size="sm" fw={600}>
          Außerdem sperrt das Büro
        </Text>
        <List size="sm" mt={4}>
          <List.Item>mit {keysOf('lock')} oder dem Schloss oben rechts,</List.Item>
          <List.Item>wenn Windows gesperrt wird,</List.Item>
          <List.Item>wenn der Rechner in den Energiesparmodus geht.</List.Item>
        </List>
      </div>
      <Text size="sm" c="dimmed">
        Beim Sperren wird der Prozess beendet, der die Daten entschlüsselt hat. Danach liegt nichts Lesbares mehr im
        Arbeitsspeicher.
      </Text>
    </Stack>
  )
}

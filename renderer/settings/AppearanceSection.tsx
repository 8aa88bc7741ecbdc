import { Radio, Stack, Text, Title } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ColorScheme } from '../../shared/desktop.ts'
import { desktop } from '../app/office.ts'
import { usePreference } from '../app/usePreference.ts'

const environmentKey = ['desktop', 'environment']

/** Light or dark, and how close together rows stand. */
export function AppearanceSection() {
  const queries = useQueryClient()
  const { data } = useQuery({ queryKey: environmentKey, queryFn: () => desktop.environment() })
  const [density, setDensity] = usePreference('appearance.density', 'compact')

  const choose = (scheme: string): void => {
    void desktop.setColorScheme(scheme as ColorScheme).then(() => queries.invalidateQueries({ queryKey: environmentKey }))
  }
  return (
    <Stack gap="lg" maw={560}>
      <Title order={2}>Darstellung</Title>
      <Radio.Group label="Farben" value={data?.colorScheme ?? 'auto'} onChange={choose}>
        <Stack gap="xs" mt="xs">
          <Radio value="auto" label="Wie im Betriebssystem eingestellt" />
          <Radio value="light" label="Hell" />
          <Radio value="dark" label="Dunkel" />
        </Stack>
      </Radio.Group>
      <Radio.Group label="Zeilenhöhe in Listen" value={density} onChange={setDensity}>
        <Stack gap="xs" mt="xs">
          <Radio value="compact" label="Kompakt" />
          <Radio value="comfortable" label="Bequem" />
        </Stack>
      </Radio.Group>
      <Text size="sm" c="dimmed">
        Größe der Schrift: Strg und Plus, Strg und Minus, Strg und 0 für die Originalgröße.
      </Text>
    </Stack>
  )
}

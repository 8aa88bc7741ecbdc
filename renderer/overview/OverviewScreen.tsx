import { Title } from '@mantine/core'

/** "What burns?" at a glance. */
export function OverviewScreen() {
  return <Title order={1}>Übersicht</Title>
}

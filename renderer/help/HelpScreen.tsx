import { Title } from '@mantine/core'

export function HelpScreen() {
  return <Title order={1}>Hilfe</Title>
}

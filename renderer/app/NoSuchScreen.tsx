import { Button } from '@mantine/core'
import { IconMapQuestion } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { EmptyState } from '../ui/EmptyState.tsx'

/** Where no screen is: a path of another version, or one typed by hand. */
export function NoSuchScreen() {
  return (
    <EmptyState
      icon={IconMapQuestion} title="Diesen Bildschirm gibt es nicht"
      text="Links stehen alle Bereiche. Es ist nichts verloren gegangen."
      steps={<Button component={Link} to="/" variant="default">Zur Übersicht</Button>}
    />
  )
}

import { Group, Stack, Title } from '@mantine/core'
import { useId, type ReactNode } from 'react'
import classes from './Person.module.css'

/** A framed part of a case's tab with its heading and, beside it, what can be done. */
export function Section({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section className={classes.section} aria-labelledby={id}>
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <Title order={3} size="h5" id={id}>{title}</Title>
          {action}
        </Group>
        {children}
      </Stack>
    </section>
  )
}

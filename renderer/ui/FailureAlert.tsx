import { Alert, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { failureOf } from '../app/failure.ts'

/** Says beside a form what went wrong and what to do next; read out when it appears. */
export function FailureAlert({ error }: { error: unknown }) {
  if (!error) return null
  const { title, next } = failureOf(error)
  return (
    <Alert role="alert" color="red" variant="light" icon={<IconAlertTriangle aria-hidden />} title={title}>
      <Text size="sm">{next}</Text>
    </Alert>
  )
}

/** Messages per field of an `invalid` error; empty for every other error. */
export function fieldErrorsOf(error: unknown): Record<string, string> {
  const { data } = failureOf(error)
  return data.fields ?? {}
}

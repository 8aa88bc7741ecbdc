import { Alert, Button, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { failureOf } from '../app/failure.ts'

/**
 * Says beside a form, or in the place where the data would be, what went wrong and what to do next; read out when it
 * appears.
 * @param retry offers to try again
 */
export function FailureAlert({ error, retry }: { error: unknown; retry?: () => void }) {
  if (!error) return null
  const { title, next } = failureOf(error)
  return (
    <Alert role="alert" color="red" variant="light" icon={<IconAlertTriangle aria-hidden />}>
      <Stack gap="xs" align="flex-start">
        {/* Text and not the alert's title: that would name the alert after the field it speaks of. */}
        <Text size="sm" fw={600}>
          {title}
        </Text>
        <Text size="sm">{next}</Text>
        {retry && (
          <Button size="compact-sm" variant="default" onClick={retry}>
            Erneut versuchen
          </Button>
        )}
      </Stack>
    </Alert>
  )
}

/** Messages per field of an `invalid` error; empty for every other error. */
export function fieldErrorsOf(error: unknown): Record<string, string> {
  const { data } = failureOf(error)
  return data.fields ?? {}
}

import { Alert, Button, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { failureOf } from '../app/failure.ts'

/** An error in the place where the data would be: what happened, what to do, and the way to try again. */
export function FailureAlert({ error, retry }: { error: unknown; retry?: () => void }) {
  const failure = failureOf(error)
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={failure.title} m="md">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{failure.next}</Text>
        {retry && (
          <Button size="compact-sm" variant="default" onClick={retry}>
            Erneut versuchen
          </Button>
        )}
      </Stack>
    </Alert>
  )
}

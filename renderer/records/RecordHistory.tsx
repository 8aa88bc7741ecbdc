import { Box, Button, Group, Loader, Stack, Text, Timeline } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { germanDateTime } from '../../shared/dates.ts'
import type { HistoryEntry, RecordRef, Side } from '../../shared/records/model.ts'
import { api } from '../app/office.ts'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { undoChange } from '../ui/notices.tsx'

interface RecordHistoryProps {
  side: Side
  record: RecordRef
  /** German names of fields by column; columns without a name are not shown. */
  labels: Readonly<Record<string, string>>
  /** Turns a stored value into words where it isn't text, e.g. a code of a catalogue. */
  describe?: (field: string, value: unknown) => string
}

/** "Verlauf" of a record: who changed what and when, each step with a way back. */
export function RecordHistory({ side, record, labels, describe = plainText }: RecordHistoryProps) {
  const { data, error, refetch } = useQuery(api.records.history.queryOptions({ input: { side, ...record } }))
  if (error) return <FailureAlert error={error} retry={() => void refetch()} />
  if (!data) return <Loader m="md" size="sm" aria-label="Verlauf wird geladen" />
  return (
    <Timeline bulletSize={22} lineWidth={2} mt="md" active={data.length} aria-label="Verlauf">
      {data.map((entry, index) => (
        <Timeline.Item key={entry.change} bullet={<IconHistory size={13} aria-hidden />} title={entry.action}>
          <Text size="xs" c="dimmed">
            {germanDateTime(entry.at)} · {entry.personName}
            {entry.undone ? ' · rückgängig gemacht' : ''}
          </Text>
          <Stack gap={2} mt={4}>
            {shownFields(entry, labels, describe).map(({ key, ...change }) => (
              <FieldChange key={key} {...change} />
            ))}
          </Stack>
          {index === 0 && !entry.undone && (
            <Group mt={6}>
              <Button size="compact-xs" variant="default" onClick={() => void undoChange(side, entry.change)}>
                Diesen Schritt rückgängig machen
              </Button>
            </Group>
          )}
        </Timeline.Item>
      ))}
    </Timeline>
  )
}

function FieldChange({ label, before, after }: { label: string; before: string; after: string }) {
  return (
    <Box className="personal">
      <Text size="sm" span fw={600}>
        {label}:{' '}
      </Text>
      {before && (
        <Text size="sm" span td="line-through" c="dimmed">
          {before}
        </Text>
      )}
      {before && after ? ' → ' : ''}
      <Text size="sm" span>
        {after || (before ? 'entfernt' : '')}
      </Text>
    </Box>
  )
}

/** The changes that have a name and show: a field that was and stays empty says nothing. */
function shownFields(entry: HistoryEntry, labels: Readonly<Record<string, string>>, describe: (field: string, value: unknown) => string) {
  return entry.fields.flatMap((field) => {
    const label = labels[field.field]
    if (!label) return []
    const [before, after] = [describe(label, field.before), describe(label, field.after)]
    return before === after ? [] : [{ key: `${field.table}:${field.row}:${field.field}`, label, before, after }]
  })
}

function plainText(_field: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' || typeof value === 'number' ? String(value) : 'geändert'
}

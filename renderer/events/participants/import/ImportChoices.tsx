import { Radio, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { ParticipantImportOptions, ParticipantOverview } from '../../../../shared/events/participants/import/model.ts'
import classes from '../Participants.module.css'

/** What only a person can decide; asked only where the file gives reason to. */
export function ImportChoices({ overview: { counts, differing }, options, onChange }: { overview: ParticipantOverview; options: ParticipantImportOptions; onChange(options: ParticipantImportOptions): void }): ReactNode {
  const repeats = counts.repeated > 0 || options.repeated === 'take'
  if (differing === 0 && !repeats) return null
  return (
    <Stack gap="xs" mt="sm" className={classes.card}>
      {differing > 0 && (
        <Radio.Group label={differing === 1 ? '1 Person ist schon angemeldet, in der Datei steht anderes' : `${differing} Personen sind schon angemeldet, in der Datei steht anderes`} value={options.known ?? 'keep'} onChange={(value) => onChange({ known: value as 'keep' | 'update' })}>
          <Stack gap={4} mt={4}>
            <Radio value="keep" label="Lassen, wie es auf der Liste steht" />
            <Radio value="update" label="Nach der Datei ändern; was dort leer ist, bleibt" />
          </Stack>
        </Radio.Group>
      )}
      {repeats && (
        <Radio.Group label={options.repeated === 'take' ? 'Zeilen, die schon weiter oben stehen' : `${counts.repeated === 1 ? '1 Zeile steht' : `${counts.repeated} Zeilen stehen`} schon weiter oben in der Datei`} value={options.repeated ?? 'skip'} onChange={(value) => onChange({ repeated: value as 'skip' | 'take' })}>
          <Stack gap={4} mt={4}>
            <Radio value="skip" label="Nur einmal übernehmen" />
            <Radio value="take" label="Jede Zeile ist eine eigene Anmeldung" />
          </Stack>
        </Radio.Group>
      )}
      <Text size="xs" c="dimmed">Wer abgesagt hat, bleibt abgesagt.</Text>
    </Stack>
  )
}

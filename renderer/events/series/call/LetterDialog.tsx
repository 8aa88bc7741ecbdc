import { Alert, Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { formKindLabels, formKinds, type FormKind, type SeriesLetter, type SeriesPartner } from '../../../../shared/events/series/model.ts'
import { office } from '../../../app/office.ts'
import { Personal } from '../../../ui/Personal.tsx'
import { attempt } from '../../../ui/attempt.ts'

const titles: Readonly<Record<SeriesLetter, string>> = { call: 'Aufruf vorbereiten', reminder: 'Erinnerung vorbereiten', thanks: 'Dank vorbereiten' }

/** Prepares a serial letter to partners; text, ways and recipients are looked at there before anything is written. */
export function LetterDialog({ seriesId, letter, partners, onClose, onPrepared }: { seriesId: string; letter: SeriesLetter; partners: readonly SeriesPartner[]; onClose(): void; onPrepared(runId: string): void }): ReactNode {
  const [forms, setForms] = useState<readonly FormKind[]>(['xlsx', 'docx'])
  const without = partners.filter(({ contactId }) => contactId === null)
  const prepare = async (): Promise<void> => {
    let runId = ''
    const done = await attempt(async () => {
      const run = await office.events.programme.prepareLetter({ seriesId, letter, partnerIds: partners.map(({ id }) => id), forms: letter === 'thanks' ? [] : [...forms] })
      runId = run.id
      return run
    }, 'Der Serienbrief ist vorbereitet; geschrieben ist noch nichts.')
    if (done) onPrepared(runId)
  }
  return (
    <Modal opened onClose={onClose} title={titles[letter]}>
      <Stack gap="sm">
        <Text size="sm">{`Ein Serienbrief an ${partners.length - without.length} Partner wird vorbereitet. Text, Wege und Empfänger prüfen Sie dort; erst „Schreiben erstellen“ schreibt die Briefe und E-Mail-Entwürfe.`}</Text>
        {letter === 'thanks' ? <Text size="sm">An die Stelle der Zeile „[Ihre Veranstaltungen]“ treten bei jedem Partner seine eigenen Veranstaltungen mit der Zahl der Gäste.</Text> : (
          <Checkbox.Group label="Formular für jeden Partner" description="Mit Namen und Kennung; E-Mails hängt es an, für die Post liegt es als Datei daneben." value={[...forms]} onChange={(value) => setForms(formKinds.filter((kind) => value.includes(kind)))}>
            <Group mt="xs">{formKinds.map((kind) => <Checkbox key={kind} value={kind} label={formKindLabels[kind]} />)}</Group>
          </Checkbox.Group>
        )}
        {letter !== 'thanks' && <Text size="sm" c="dimmed">Ist der Serienbrief geschrieben, stehen diese Partner von selbst auf „{letter === 'call' ? 'Eingeladen' : 'Erinnert'}“.</Text>}
        {without.length > 0 && <Alert color="amber" title={`${without.length} ohne Kontakt ${without.length === 1 ? 'bekommt' : 'bekommen'} keinen Brief`}><Personal>{without.map(({ name }) => name).join(', ')}</Personal></Alert>}
        <Group justify="flex-end" gap="xs"><Button variant="subtle" onClick={onClose}>Abbrechen</Button><Button disabled={partners.length === without.length} onClick={() => void prepare()}>Vorbereiten</Button></Group>
      </Stack>
    </Modal>
  )
}

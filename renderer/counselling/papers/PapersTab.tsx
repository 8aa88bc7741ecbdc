import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { IconAlertTriangle, IconPaperclip } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { failureOf } from '../../app/failure.ts'
import { api } from '../../app/office.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { FileTrouble } from '../../ui/fileTransfer.ts'
import { showUndoNotice } from '../../ui/notices.tsx'
import { Section } from '../person/Section.tsx'
import { addFile } from './handOver.ts'
import classes from './Papers.module.css'
import { PaperRow } from './PaperRow.tsx'

/** Tab „Unterlagen": the papers of a case. */
export function PapersTab({ caseId }: { caseId: string }) {
  const { data, error } = useQuery(api.counselling.attachments.ofCase.queryOptions({ input: { caseId } }))
  const open = useRef<() => void>(null)
  const [busy, setBusy] = useState(false)
  const [troubles, setTroubles] = useState<string[]>([])
  if (error) return <FailureAlert error={error} />
  if (!data) return null

  const add = async (files: readonly File[]): Promise<void> => {
    setBusy(true)
    setTroubles([])
    const found: string[] = []
    for (const file of files) {
      try {
        showUndoNotice(`„${file.name}“ abgelegt.`, 'counselling', await addFile(caseId, file))
      } catch (failure) {
        found.push(failure instanceof FileTrouble ? failure.message : `„${file.name}“: ${failureOf(failure).next}`)
      }
    }
    setTroubles(found)
    setBusy(false)
  }
  return (
    <Stack gap="md">
      <Dropzone
        unstyled classNames={{ root: classes.drop ?? '' }} openRef={open} onDrop={(files) => void add(files)} multiple activateOnClick={false}
        activateOnKeyboard={false} disabled={busy} tabIndex={-1} inputProps={{ 'aria-label': 'Unterlagen' }}
      >
        <Group gap="md">
          <IconPaperclip size={26} stroke={1.5} aria-hidden />
          <div className={classes.words}>
            <Text fw={600} size="sm">Dateien hierher ziehen oder wählen</Text>
            <Text size="xs" c="dimmed">PDF, Fotos und Scans, DOCX, XLSX, ODT, E-Mails (MSG, EML), Text; je bis 25 MB. Sie liegen verschlüsselt in der Beratungsdatenbank.</Text>
          </div>
          <Button loading={busy} onClick={() => open.current?.()}>Datei wählen</Button>
        </Group>
      </Dropzone>
      {troubles.length > 0 && (
        <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title="Nicht alles wurde abgelegt" role="alert">
          {troubles.map((trouble) => <Text size="sm" key={trouble}>{trouble}</Text>)}
        </Alert>
      )}
      <Section title="Unterlagen">
        {data.length === 0
          ? <Text size="sm" c="dimmed">Noch keine Unterlage. Ausweise werden nicht kopiert, sondern unter „Person“ als gesehen vermerkt.</Text>
          : <ul className={classes.papers} aria-label="Unterlagen, die letzte zuerst">{data.map((paper) => <PaperRow key={paper.id} paper={paper} />)}</ul>}
      </Section>
    </Stack>
  )
}

import { Alert, Button, Group, Select, Stack, Text } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { IconAlertTriangle, IconFileTypeDocx } from '@tabler/icons-react'
import { useRef, useState, type ReactNode } from 'react'
import { documentKindLabels, documentKinds, type DocumentKind } from '../../../shared/correspondence/templates/kinds.ts'
import { useCommand } from '../../app/commands.ts'
import { failureOf } from '../../app/failure.ts'
import { office } from '../../app/office.ts'
import { showUndoNotice } from '../../ui/notices.tsx'
import { FileTrouble, templateFile } from './templateFile.ts'
import classes from './Templates.module.css'

/** Takes Word files as templates, by button or dropped here. What isn't taken stands below with its reason. */
export function TemplateDrop({ onAdded }: { onAdded: (id: string) => void }): ReactNode {
  const open = useRef<() => void>(null)
  const [kind, setKind] = useState<DocumentKind>('brief')
  const [busy, setBusy] = useState(false)
  const [troubles, setTroubles] = useState<string[]>([])
  useCommand('new', () => open.current?.())

  const add = async (files: readonly File[]): Promise<void> => {
    setBusy(true)
    const found: string[] = []
    for (const file of files) {
      try {
        const { id, change } = await office.correspondence.templates.add({ kind, ...await templateFile(file) })
        showUndoNotice(`Vorlage „${file.name}“ übernommen.`, 'office', change)
        onAdded(id)
      } catch (error) {
        found.push(error instanceof FileTrouble ? error.message : `„${file.name}“: ${failureOf(error).title}`)
      }
    }
    setTroubles(found)
    setBusy(false)
  }

  return (
    <Stack gap="xs">
      <Dropzone
        unstyled classNames={{ root: classes.drop ?? '' }} openRef={open} onDrop={(files) => void add(files)} multiple activateOnClick={false}
        activateOnKeyboard={false} disabled={busy} tabIndex={-1} inputProps={{ 'aria-label': 'Word-Vorlage', accept: '.docx,.dotx,.docm,.dotm,.doc' }}
      >
        <Stack gap={8}>
          <Group gap="xs" wrap="nowrap" align="flex-start">
            <IconFileTypeDocx size={24} stroke={1.5} aria-hidden />
            <div>
              <Text fw={600} size="sm">Eigene Word-Vorlage hierher ziehen</Text>
              <Text size="xs" c="dimmed">DOCX oder DOTX bis 10 MB, auch ohne Felder. Sie bleibt, wie sie ist, und liegt im Tresor.</Text>
            </div>
          </Group>
          <Group gap="xs" align="flex-end" wrap="nowrap">
            <Select
              flex={1} size="xs" label="Für" data={documentKinds.map((value) => ({ value, label: documentKindLabels[value] }))} value={kind}
              onChange={(value) => value && setKind(value as DocumentKind)}
            />
            <Button size="xs" loading={busy} onClick={() => open.current?.()}>Datei wählen</Button>
          </Group>
        </Stack>
      </Dropzone>
      {troubles.length > 0 && (
        <Alert role="alert" color="red" variant="light" icon={<IconAlertTriangle aria-hidden />} withCloseButton closeButtonLabel="Hinweis schließen" onClose={() => setTroubles([])}>
          {troubles.map((trouble) => <Text key={trouble} size="sm">{trouble}</Text>)}
        </Alert>
      )}
    </Stack>
  )
}

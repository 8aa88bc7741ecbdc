import { Alert, Anchor, Button, FileButton, Group, List, Stack, Table, Text, Title } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import type { Template } from '../../../shared/correspondence/templates/model.ts'
import { germanDateTime } from '../../../shared/dates.ts'
import { failureOf } from '../../app/failure.ts'
import { office } from '../../app/office.ts'
import { ExportButton } from '../../ui/Export.tsx'
import { showUndoNotice } from '../../ui/notices.tsx'
import { FileTrouble, templateFile } from './templateFile.ts'
import { useTemplateFiles } from './useTemplateFiles.ts'

/** The files of a template, the newest first, and the letters that were written with them. */
export function TemplateVersions({ template }: { template: Template }): ReactNode {
  const files = useTemplateFiles()
  const [trouble, setTrouble] = useState<string | null>(null)
  const add = async (file: File | null): Promise<void> => {
    if (!file) return
    try {
      const { change } = await office.correspondence.templates.addVersion({ id: template.id, version: template.version, ...await templateFile(file) })
      setTrouble(null)
      showUndoNotice('Neue Fassung übernommen. Schreiben mit der alten behalten sie.', 'office', change)
    } catch (error) {
      setTrouble(error instanceof FileTrouble ? error.message : failureOf(error).title)
    }
  }
  return (
    <Stack gap="sm">
      <Group>
        <FileButton accept=".docx,.dotx" onChange={(file) => void add(file)} inputProps={{ 'aria-label': 'Neue Fassung' }}>
          {(props) => <Button {...props} variant="default">Neue Fassung wählen …</Button>}
        </FileButton>
      </Group>
      {trouble !== null && <Alert role="alert" color="red" variant="light" icon={<IconAlertTriangle aria-hidden />}>{trouble}</Alert>}
      <Table>
        <Table.Thead><Table.Tr><Table.Th>Fassung</Table.Th><Table.Th>Datei</Table.Th><Table.Th>Übernommen</Table.Th><Table.Th>Schreiben</Table.Th><Table.Th>Datei speichern</Table.Th></Table.Tr></Table.Thead>
        <Table.Tbody>
          {template.versions.map((version) => (
            <Table.Tr key={version.id}>
              <Table.Td>{version.number}{version.id === template.currentVersion ? ' (gilt)' : ''}</Table.Td>
              <Table.Td>{version.fileName}<Text size="xs" c="dimmed" title={version.hash}>SHA-256 {version.hash.slice(0, 12)}…</Text></Table.Td>
              <Table.Td>{germanDateTime(version.addedAt)}<Text size="xs" c="dimmed">{version.addedByName}</Text></Table.Td>
              <Table.Td>{version.used}</Table.Td>
              <Table.Td><ExportButton format="docx" size="compact-sm" variant="default" aria-label={`Fassung ${version.number} speichern`} onClick={() => void files.saveOriginal(template.id, version.id, version.number)}>Speichern …</ExportButton></Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Title order={3} size="h5">Verwendet in</Title>
      {template.letters.length === 0 ? <Text size="sm" c="dimmed">Noch in keinem Schreiben.</Text> : (
        <List size="sm">
          {template.letters.map((letter) => (
            <List.Item key={letter.id}>
              <Anchor component={Link} {...({ to: '/correspondence', search: { id: letter.id } } as object)}>{letter.number} · {letter.subject || 'Ohne Betreff'}</Anchor>, Fassung {letter.versionNumber}
            </List.Item>
          ))}
        </List>
      )}
    </Stack>
  )
}

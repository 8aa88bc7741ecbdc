import { Alert, Badge, Group, List, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconFileTypeDocx, IconFolderDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { papers, papersAsOf, type Paper, type ShelfPaper, type ShelfSource } from '../../shared/compliance/model.ts'
import { germanDate, germanDateTime } from '../../shared/dates.ts'
import { api, desktop, office } from '../app/office.ts'
import { ExportButton } from '../ui/Export.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { showFailure, showNotice } from '../ui/notices.tsx'
import { saveTable } from '../ui/saveTable.ts'
import classes from './Compliance.module.css'

/** „Ordner Datenschutz": the papers that data protection, staff council and accessibility ask for, made from what is set here. */
export function ComplianceSection() {
  const { data, error, refetch } = useQuery(api.compliance.shelf.queryOptions({ staleTime: 0 }))
  if (error) return <FailureAlert error={error} retry={() => void refetch()} />
  if (!data) return null
  const save = async ({ code, file }: Paper): Promise<void> => {
    await saveTable(`${file}.docx`, 'docx', (grant) => office.compliance.save({ paper: code, grant }))
    await refetch()
  }
  const saveAll = async (): Promise<void> => {
    try {
      const target = await desktop.chooseTargetFolder()
      if (!target) return
      const { files } = await office.compliance.saveAll({ grant: target.grant })
      showNotice(`${files} Dateien in „${target.name}“ gespeichert.`)
      await refetch()
    } catch (failure) {
      showFailure(failure)
    }
  }
  return (
    <Stack gap="lg" maw={1000}>
      <div>
        <Title order={2}>Ordner Datenschutz</Title>
        <Text size="sm" mt={6}>
          Sechs Papiere, die das Büro aus dem schreibt, was hier wirklich eingestellt ist. Es sind Entwürfe zur Prüfung durch Datenschutzbeauftragte; was nur Sie wissen, ist darin gelb markiert.
          Feste Texte: Fassung {papersAsOf.version}, Stand {germanDate(papersAsOf.asOf)}.
        </Text>
      </div>
      <Group><ExportButton format="docx" leftSection={<IconFolderDown size={18} aria-hidden />} onClick={() => void saveAll()}>Alle als Word speichern</ExportButton></Group>
      <ul className={classes.papers} aria-label="Papiere">
        {papers.map((paper) => {
          const stand = data.papers.find(({ code }) => code === paper.code)
          return stand && <PaperItem key={paper.code} paper={paper} stand={stand} sources={data.sources} onSave={() => void save(paper)} />
        })}
      </ul>
      <Sources sources={data.sources} />
    </Stack>
  )
}

function PaperItem({ paper, stand, sources, onSave }: { paper: Paper; stand: ShelfPaper; sources: readonly ShelfSource[]; onSave(): void }) {
  const names = (codes: readonly string[]): string => sources.filter(({ code }) => codes.includes(code)).map(({ label }) => label).join(', ')
  return (
    <li className={classes.paper}>
      <div>
        <Group gap="sm">
          <Title order={3} size="md">{paper.title}</Title>
          {stand.written === null && <Badge variant="light" color="gray" className={classes.mark}>noch nicht gespeichert</Badge>}
        </Group>
        <Text size="sm" c="dimmed">{paper.norm}</Text>
        <Text size="sm" mt={4}>{paper.about}</Text>
        <Text size="sm" mt={4}><strong>Aus:</strong> {names(paper.sources)}</Text>
        <Text size="sm" mt={4}><strong>Von Ihnen zu ergänzen</strong> ({stand.gaps === 1 ? '1 Stelle' : `${stand.gaps} Stellen`}):</Text>
        <List size="sm">{paper.fill.map((line) => <List.Item key={line}>{line}</List.Item>)}</List>
        {stand.written && <Text size="sm" mt={4}>Zuletzt gespeichert: {germanDateTime(stand.written.at)}, {stand.written.by}</Text>}
        {stand.changed.length > 0 && (
          <Alert mt="xs" py={6} color="yellow" variant="light" icon={<IconAlertTriangle aria-hidden />}>
            <Text size="sm"><strong>Nicht mehr aktuell.</strong> Seitdem geändert: {names(stand.changed)}.</Text>
          </Alert>
        )}
      </div>
      <ExportButton format="docx" variant="default" leftSection={<IconFileTypeDocx size={18} aria-hidden />} aria-label={`${paper.title} als Word speichern`} onClick={onSave}>Als Word speichern</ExportButton>
    </li>
  )
}

function Sources({ sources }: { sources: readonly ShelfSource[] }) {
  return (
    <section aria-label="Woraus die Papiere entstehen">
      <Title order={3} size="md" mb="xs">Woraus die Papiere entstehen</Title>
      <dl className={classes.sources}>
        {sources.map(({ code, label, summary }) => <div key={code}><dt>{label}</dt><dd>{summary}</dd></div>)}
      </dl>
    </section>
  )
}

import { Alert, Button, Group, Loader, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconFileImport } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { WorkArea } from '../../ui/WorkArea.tsx'
import { DirectoryAside } from '../DirectoryAside.tsx'
import { FileChooser } from './FileChooser.tsx'
import { ImportColumns } from './ImportColumns.tsx'
import { ImportFormat } from './ImportFormat.tsx'
import { ImportProgressBar, ImportResultView } from './ImportResult.tsx'
import { ImportRows } from './ImportRows.tsx'
import classes from './ImportScreen.module.css'
import { useImport } from './useImport.ts'

/** „Importieren": brings a list of contacts in, after showing what will happen to each of its rows. */
export function ImportScreen() {
  const list = useImport()
  const navigate = useNavigate()
  const back = (): void => void navigate({ to: '/directory', search: {} })
  const { file, preview, result, running } = list
  const found = file === null ? undefined : preview.data
  return (
    <WorkArea aside={<DirectoryAside />}>
      <div className={classes.screen}>
        <Title order={2}>Importieren</Title>
        {result !== null ? (
          <ImportResultView result={result} onSaveRejected={() => void list.saveRejected()} onBack={back} />
        ) : (
          <>
            <FileChooser name={file?.name ?? null} onChoose={list.choose} disabled={running !== null} />
            {list.chooseError && (
              <Alert mt="sm" color="red" icon={<IconAlertTriangle aria-hidden />} title={list.chooseError.message} />
            )}
            {preview.error && <FailureAlert error={preview.error} />}
            {file !== null && preview.isPending && <Loader mt="md" size="sm" aria-label="Vorschau wird erstellt" />}
            {found && !preview.error && (
              <>
                <ImportFormat preview={found} options={list.options} onChange={list.setOptions} />
                <ImportColumns preview={found} options={list.options} onChange={list.setOptions} />
                {running === null ? (
                  <Group my="md" gap="sm">
                    <Button leftSection={<IconFileImport size={17} aria-hidden />} disabled={found.counts.import === 0 || preview.isPlaceholderData} onClick={() => void list.run()}>
                      {found.counts.import === 1 ? '1 Kontakt importieren' : `${found.counts.import.toLocaleString('de-DE')} Kontakte importieren`}
                    </Button>
                    {found.counts.rejected > 0 && (
                      <Button variant="default" onClick={() => void list.saveRejected()}>Zurückgegebene Zeilen speichern</Button>
                    )}
                    <Text size="sm" c="dimmed">Der ganze Import ist ein Schritt und lässt sich rückgängig machen.</Text>
                  </Group>
                ) : <ImportProgressBar progress={running} onStop={list.stop} />}
                <ImportRows preview={found} />
              </>
            )}
          </>
        )}
      </div>
    </WorkArea>
  )
}

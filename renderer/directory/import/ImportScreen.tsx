import { Alert, Button, Group, Loader, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconFileImport } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { importFieldLabels } from '../../../shared/directory/import/fields.ts'
import type { ImportOverview } from '../../../shared/directory/import/model.ts'
import { ExportButton } from '../../ui/Export.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { ListColumns } from '../../ui/lists/ListColumns.tsx'
import { ListFormat } from '../../ui/lists/ListFormat.tsx'
import { WorkArea } from '../../ui/WorkArea.tsx'
import { DirectoryAside } from '../DirectoryAside.tsx'
import { FileChooser } from './FileChooser.tsx'
import { ImportQuestions } from './ImportQuestions.tsx'
import { ImportProgressBar, ImportResultView } from './ImportResult.tsx'
import { ImportRows } from './ImportRows.tsx'
import classes from './ImportScreen.module.css'
import { SignaturePaste } from './SignaturePaste.tsx'
import { useImport, type Import } from './useImport.ts'

/** „Importieren": brings lists of contacts in, after showing what will happen to each of their rows. */
export function ImportScreen() {
  const list = useImport()
  const navigate = useNavigate()
  const [signing, setSigning] = useState(false)
  const back = (): void => void navigate({ to: '/directory', search: {} })
  const { file, reading, result } = list
  const overview = file === null ? undefined : reading.data
  return (
    <WorkArea aside={<DirectoryAside />}>
      <div className={classes.screen}>
        <Title order={2}>Importieren</Title>
        {result !== null ? (
          <ImportResultView result={result} unprotected={list.unprotected} waiting={list.waiting} onProtect={list.protectAgain} rejectedFormat={list.rejectedFormat} onSaveRejected={() => void list.saveRejected()} onNext={list.next} onAgain={list.again} onBack={back} />
        ) : signing ? (
          <SignaturePaste onUse={async (signature) => { await list.beginSignature(signature); setSigning(false) }} onCancel={() => setSigning(false)} />
        ) : (
          <>
            <FileChooser name={chosenName(list)} disabled={list.running !== null || list.handing !== null} onChoose={list.begin} onSignature={() => setSigning(true)} />
            {list.trouble !== null && <Alert mt="sm" role="alert" color="red" icon={<IconAlertTriangle aria-hidden />}>{list.trouble}</Alert>}
            {reading.error !== null && <FailureAlert error={reading.error} />}
            {(list.handing !== null || (file !== null && reading.isPending)) && <Reading rows={list.rowsRead} />}
            {file !== null && overview && reading.error === null && (
              <>
                <ListFormat found={overview} onChange={list.change} />
                <ListColumns columns={overview.columns} remembered={overview.remembered} fields={importFieldLabels} onChange={(mapping) => list.change({ mapping })} onForget={() => void list.forgetMapping()} />
                <ImportQuestions overview={overview} options={list.options} onChange={list.change} />
                <ImportRows token={file.token} overview={overview} onDecide={list.decideRow} />
                <ImportActions list={list} overview={overview} />
              </>
            )}
          </>
        )}
      </div>
    </WorkArea>
  )
}

function chosenName({ handing, file, waiting }: Import): string | null {
  const name = handing ?? file?.name ?? null
  return name !== null && waiting > 0 ? `${name} (danach ${waiting === 1 ? 'eine weitere Datei' : `${waiting} weitere Dateien`})` : name
}

function Reading({ rows }: { rows: number }) {
  return (
    <Group mt="md" gap="sm">
      <Loader size="sm" aria-hidden />
      <Text size="sm" role="status">{rows === 0 ? 'Datei wird gelesen …' : `${rows.toLocaleString('de-DE')} Zeilen gelesen …`}</Text>
    </Group>
  )
}

/** Always in sight: what the button will do, and what happens to rows that nobody has decided about. */
function ImportActions({ list, overview: { counts } }: { list: Import; overview: ImportOverview }) {
  const { running, reading } = list
  const total = counts.new + counts.complete
  const back = counts.rejected + counts.open
  return (
    <div className={classes.actions}>
      {running === null ? (
        <>
          <Button leftSection={<IconFileImport size={17} aria-hidden />} disabled={total === 0} loading={reading.isPlaceholderData} onClick={() => void list.run()}>
            {total === 1 ? '1 Kontakt importieren' : `${total.toLocaleString('de-DE')} Kontakte importieren`}
          </Button>
          {back > 0 && <ExportButton format={list.rejectedFormat} variant="default" onClick={() => void list.saveRejected()}>Zurückgegebene Zeilen speichern</ExportButton>}
          <Text size="sm" c="dimmed">
            {counts.open > 0
              ? `${counts.open === 1 ? '1 Zeile ist' : `${counts.open.toLocaleString('de-DE')} Zeilen sind`} noch nicht entschieden und ${counts.open === 1 ? 'käme' : 'kämen'} mit Begründung zurück.`
              : 'Der ganze Import ist ein Schritt und lässt sich rückgängig machen.'}
          </Text>
        </>
      ) : <ImportProgressBar progress={running} onStop={list.stop} />}
    </div>
  )
}

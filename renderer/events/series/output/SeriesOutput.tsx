import { Alert, Button, FileButton, Group, Loader, NumberInput, Select, SimpleGrid, Text, Textarea, TextInput, Title } from '@mantine/core'
import { IconFileText, IconPhoto, IconTable, IconWorldWww } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Series } from '../../../../shared/events/model.ts'
import { papers, seriesTextsSchema, type Paper, type ProgrammeCheck, type ProgrammeFile, type ProgrammeScope, type SeriesTexts } from '../../../../shared/events/series/model.ts'
import type { SaveKind } from '../../../../shared/desktop.ts'
import { api, desktop, office } from '../../../app/office.ts'
import { useRecordForm } from '../../../app/useRecordForm.ts'
import { ExportButton } from '../../../ui/Export.tsx'
import { FailureAlert } from '../../../ui/FailureAlert.tsx'
import { base64Of } from '../../../ui/fileTransfer.ts'
import { showFailure, showNotice } from '../../../ui/notices.tsx'
import { Personal } from '../../../ui/Personal.tsx'
import { SaveState } from '../../../ui/SaveState.tsx'
import classes from '../../Events.module.css'
import parts from '../Series.module.css'

const files: Readonly<Record<ProgrammeFile, { label: string; name: string; kind: SaveKind; icon: typeof IconFileText }>> = {
  'booklet-docx': { label: 'Programmheft (Word)', name: 'Programmheft', kind: 'docx', icon: IconFileText }, 'booklet-pdf': { label: 'Programmheft (PDF)', name: 'Programmheft', kind: 'pdf', icon: IconFileText },
  'press-docx': { label: 'Presseliste (Word)', name: 'Presseliste', kind: 'docx', icon: IconFileText }, 'press-eml': { label: 'E-Mail an die Presse', name: 'Presseliste', kind: 'eml', icon: IconFileText },
  'web-html': { label: 'Webseite (HTML)', name: 'Programm', kind: 'html', icon: IconWorldWww }, 'web-csv': { label: 'Tabelle (CSV)', name: 'Programm', kind: 'csv', icon: IconTable }, text: { label: 'Nur Text', name: 'Programm', kind: 'txt', icon: IconFileText },
}
const maxPicture = 10 * 1024 * 1024

/** „Heft und Listen": what the booklet says beside its events, what goes into it, and the files. */
export function SeriesOutput({ series }: { series: Series }): ReactNode {
  const { data: texts, error } = useQuery(api.events.programme.texts.get.queryOptions({ input: { seriesId: series.id } }))
  const [scope, setScope] = useState<ProgrammeScope>('accepted')
  const { data: check } = useQuery(api.events.programme.output.check.queryOptions({ input: { seriesId: series.id, scope } }))
  const [paper, setPaper] = useState<Paper>('A5')
  const [picture, setPicture] = useState<{ name: string; content: string } | null>(null)
  const [busy, setBusy] = useState<ProgrammeFile | null>(null)
  if (error) return <FailureAlert error={error} />
  const choosePicture = async (file: File | null): Promise<void> => {
    if (file === null) return
    try {
      if (file.size > maxPicture) showNotice('Das Bild ist größer als 10 MB. Bitte verkleinern.')
      else setPicture({ name: file.name, content: await base64Of(file) })
    } catch (failure) {
      showFailure(failure)
    }
  }
  const save = async (file: ProgrammeFile): Promise<void> => {
    const { name, kind } = files[file]
    setBusy(file)
    try {
      const target = await desktop.chooseSaveTarget({ name, kind })
      if (!target) return
      const { pages } = await office.events.programme.output.save({ seriesId: series.id, file, scope, paper, picture: picture?.content ?? null, grant: target.grant })
      showNotice(`Gespeichert als „${target.name}“.${file === 'booklet-docx' && !pages ? ' Die Seitenzahlen im Inhalt füllt Word beim ersten Öffnen; bitte die Frage mit „Ja“ beantworten.' : ''}`)
    } catch (failure) {
      showFailure(failure)
    } finally {
      setBusy(null)
    }
  }
  const button = (file: ProgrammeFile, disabled = false): ReactNode => {
    const { label, icon: Sign } = files[file]
    return <ExportButton format={files[file].kind} variant={file === 'booklet-docx' ? 'filled' : 'default'} leftSection={<Sign size={17} aria-hidden />} loading={busy === file} disabled={disabled || busy !== null || check?.taken === 0} onClick={() => void save(file)}>{label}</ExportButton>
  }
  return (
    <div className={classes.page}>
      <section className={classes.section} aria-label="Ausgeben">
        <Title order={3} size="h4">Ausgeben</Title>
        <div className={parts.tools}>
          <Select w={260} aria-label="Welche Beiträge" allowDeselect={false} data={[{ value: 'accepted', label: 'Angenommene und eigene' }, { value: 'all', label: 'Alle außer abgelehnten' }]} value={scope} onChange={(value) => value && setScope(value as ProgrammeScope)} />
          <Select w={110} aria-label="Papier des Hefts" allowDeselect={false} data={[...papers]} value={paper} onChange={(value) => value && setPaper(value as Paper)} />
          <FileButton accept="image/png,image/jpeg" inputProps={{ 'aria-label': 'Datei des Titelbilds' }} onChange={(file) => void choosePicture(file)}>{(props) => <Button variant="default" leftSection={<IconPhoto size={17} aria-hidden />} {...props}>{picture === null ? 'Titelbild wählen' : 'Anderes Titelbild'}</Button>}</FileButton>
          {picture !== null && <Button variant="subtle" onClick={() => setPicture(null)}>Ohne Titelbild</Button>}
        </div>
        {check ? <Check check={check} /> : <Loader size="sm" aria-label="Programm wird geprüft" />}
        <Group gap="xs">{button('booklet-docx')}{button('booklet-pdf', check?.libreOffice === false)}</Group>
        <Group gap="xs">{button('press-docx')}{button('press-eml')}{button('web-html')}{button('web-csv')}{button('text')}</Group>
        {check?.libreOffice === false && <Text size="sm" c="dimmed">Für PDF und fertige Seitenzahlen im Inhalt braucht das Heft LibreOffice auf diesem Rechner. Ohne füllt Word die Seitenzahlen beim ersten Öffnen.</Text>}
      </section>
      {texts ? <Texts key={series.id} series={series} stored={texts} /> : <Loader size="sm" aria-label="Texte werden geladen" />}
    </div>
  )
}

function Check({ check: { taken, incomplete, leftOut, unnamed } }: { check: ProgrammeCheck }): ReactNode {
  return (
    <>
      <Text size="sm" role="status">{`${taken} ${taken === 1 ? 'Veranstaltung' : 'Veranstaltungen'} im Programm${incomplete > 0 ? `, ${incomplete} davon mit Lücken` : ''}.`}</Text>
      {unnamed.length > 0 && (
        <Alert color="amber" title={`${unnamed.length} ${unnamed.length === 1 ? 'Name wird' : 'Namen werden'} nicht genannt`}>
          <ul className={classes.rows}>{unnamed.map(({ name, reason, events }) => <li key={name}><Text size="sm"><Personal>{name}</Personal>: {reason} ({events.join(', ')})</Text></li>)}</ul>
        </Alert>
      )}
      {leftOut.length > 0 && (
        <details>
          <summary>{`${leftOut.length} ${leftOut.length === 1 ? 'Veranstaltung bleibt' : 'Veranstaltungen bleiben'} draußen`}</summary>
          <ul className={classes.rows}>{leftOut.map(({ title, reason }) => <li key={title}><Text size="sm">{title}: {reason}</Text></li>)}</ul>
        </details>
      )}
    </>
  )
}

function Texts({ series, stored }: { series: Series; stored: SeriesTexts & { version: number } }): ReactNode {
  const form = useRecordForm<SeriesTexts & { version: number }, SeriesTexts>(stored, (texts) => seriesTextsSchema.parse(texts), (version, _changed, fields) => office.events.programme.texts.update({ seriesId: series.id, version, fields }))
  const { fields, set } = form
  const text = (name: 'greeting' | 'greetingBy' | 'sponsors' | 'imprint', maxLength: number) => ({ value: fields[name], readOnly: series.trashed, maxLength, onChange: (change: { currentTarget: { value: string } }) => set({ [name]: change.currentTarget.value }) })
  return (
    <section className={classes.section} aria-label="Texte des Hefts">
      <Group justify="space-between" gap="xs"><Title order={3} size="h4">Texte des Hefts</Title><SaveState status={form.status} /></Group>
      <Textarea label="Grußwort" autosize minRows={3} maxRows={14} {...text('greeting', 6_000)} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <TextInput label="Darunter" placeholder="Name, Amt" {...text('greetingBy', 300)} />
        <NumberInput label="Zeichen je Programmtext" min={100} max={3_000} step={50} allowDecimal={false} clampBehavior="blur" readOnly={series.trashed} value={fields.textLimit} onChange={(value) => typeof value === 'number' && value >= 100 && value <= 3_000 && set({ textLimit: value })} />
      </SimpleGrid>
      <Textarea label="Förderung und Dank" description="je Zeile ein Absatz" autosize minRows={2} {...text('sponsors', 3_000)} />
      <Textarea label="Impressum" description="leer: Name und Anschrift des Büros" autosize minRows={2} {...text('imprint', 3_000)} />
    </section>
  )
}

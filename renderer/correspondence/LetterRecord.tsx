import { useQuery } from '@tanstack/react-query'
import { Alert, Badge, Button, Group, SegmentedControl, Text, Title } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { IconFileTypeDocx, IconLock, IconLockOpen, IconPencil, IconSend, IconTrash } from '@tabler/icons-react'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { bodyFieldValues } from '../../shared/correspondence/body-fields.ts'
import { copiesOf } from '../../shared/correspondence/copies/copies.ts'
import { letterStatusLabels, type Letter } from '../../shared/correspondence/letter.ts'
import { emptyLetterhead } from '../../shared/settings/letterhead.ts'
import { api } from '../app/office.ts'
import { useCommand } from '../app/commands.ts'
import { RecordTasks } from '../records/RecordTasks.tsx'
import { ExportButton } from '../ui/Export.tsx'
import { SaveState } from '../ui/SaveState.tsx'
import { LetterHistory } from './LetterHistory.tsx'
import { LetterFields } from './LetterFields.tsx'
import { BlocksAside } from './blocks/BlocksAside.tsx'
import { useBlocks } from './blocks/useBlocks.ts'
import { useLetterKind } from './useLetterKind.ts'
import { LetterPages, useShownCopy } from './copies/LetterPages.tsx'
import { useDesk } from './useDesk.ts'
import { Versions } from './statements/Versions.tsx'
import { useLetterActions } from './useLetterActions.ts'
import { useLetterForm } from './useLetterForm.ts'
import { DispatchDialog } from './dispatch/DispatchDialog.tsx'
import { EditButton } from './word/EditButton.tsx'
import { EditingBanner } from './word/EditingBanner.tsx'
import { TakenVersions } from './word/TakenVersions.tsx'
import { useEditing } from './word/useEditing.ts'
import classes from './LetterRecord.module.css'

const LanguagePanel = lazy(async () => ({ default: (await import('./language/LanguagePanel.tsx')).LanguagePanel }))

/** From this width on (pixels) text and pages stand beside each other. */
const roomForBoth = 780

type View = 'text' | 'language' | 'pages' | 'versions' | 'history'
const views = {
  text: { value: 'text', label: 'Text' },
  language: { value: 'language', label: 'Sprache' },
  pages: { value: 'pages', label: 'Seiten' },
  versions: { value: 'versions', label: 'Fassungen' },
  history: { value: 'history', label: 'Verlauf' },
}

export interface LetterRecordProps {
  letter: Letter
  onClose(): void
}

/** One letter: its form, its pages beside it, and what can be done with it. */
export function LetterRecord({ letter, onClose }: LetterRecordProps): ReactNode {
  const { side, Tools, Place } = useDesk()
  const form = useLetterForm(letter)
  const actions = useLetterActions(letter, form, onClose)
  const editing = useEditing({ type: 'letter', id: letter.id })
  const shown = useShownCopy(form.fields)
  const letterhead = useQuery(api.settings.letterhead.get.queryOptions()).data?.letterhead ?? emptyLetterhead
  useCommand('save', () => void form.flush())
  const kind = useLetterKind(form.fields.template)
  const { ref, width } = useElementSize()
  const [sending, setSending] = useState(false)
  const [view, setView] = useState<View>('text')
  const roomy = width >= roomForBoth
  const aside = view === 'history' || view === 'versions'
  const beside = roomy && !aside
  const written = { ...form.fields, number: letter.number, facts: letter.facts }
  const values = bodyFieldValues(written, letterhead)
  const final = letter.status === 'final'
  const blocks = useBlocks(form.fields, form.set, final || letter.trashed)
  const failure = form.status.state === 'failed' ? form.status.failure : null
  const conflict = failure?.code === 'conflict' ? (failure.data.current as Letter | undefined) : undefined

  const pages = <LetterPages letter={letter} fields={form.fields} shown={shown} />

  return (
    <section className={classes.record} ref={ref} aria-label={`Schreiben ${letter.number}`}>
      <header className={classes.head}>
        <Group gap="sm">
          <Text size="sm" c="dimmed">Nr. {letter.number}</Text>
          <Badge
            variant="light" color={final ? 'petrol' : 'gray'} tt="none"
            leftSection={final ? <IconLock size={12} aria-hidden /> : <IconPencil size={12} aria-hidden />}
          >
            {letterStatusLabels[letter.status]}
          </Badge>
          <SaveState status={form.status} />
          <SegmentedControl
            ml="auto" size="xs" aria-label="Ansicht" value={roomy && view === 'pages' ? 'text' : view} onChange={(value) => setView(value as View)}
            data={roomy ? [views.text, views.language, views.versions, views.history] : [views.text, views.language, views.pages, views.versions, views.history]}
          />
        </Group>
        <Title order={2} size="h3" className={classes.title}>{form.fields.subject || 'Ohne Betreff'}</Title>
        <Group gap="xs">
          <ExportButton format="docx" leftSection={<IconFileTypeDocx size={18} aria-hidden />} onClick={() => void actions.saveDocx(shown.copy)} loading={actions.busy}>
            Als Word-Datei speichern
          </ExportButton>
          <EditButton editing={editing} disabled={final || letter.trashed} before={form.flush} />
          {final && <Button variant="default" leftSection={<IconSend size={18} aria-hidden />} onClick={() => setSending(true)} disabled={letter.trashed}>Versenden</Button>}
          {final
            ? <Button variant="default" leftSection={<IconLockOpen size={18} aria-hidden />} onClick={() => void actions.setStatus('draft')}>Wieder bearbeiten</Button>
            : <Button variant="default" leftSection={<IconLock size={18} aria-hidden />} onClick={() => void actions.setStatus('final')}>Fertigstellen</Button>}
          <Button variant="default" leftSection={<IconTrash size={18} aria-hidden />} onClick={() => void actions.remove()}>Löschen</Button>
          {!letter.trashed && <Tools letter={letter} final={final} />}
        </Group>
        <Place letter={letter} final={final} />
        {side === 'office' && <RecordTasks record={{ type: 'letter', id: letter.id }} quiet />}
      </header>
      {sending && <DispatchDialog letter={letter} copies={copiesOf(letter)} onClose={() => setSending(false)} />}
      {letter.trashed && <Alert m="md" title="Dieses Schreiben liegt im Papierkorb.">Dort kann es wiederhergestellt werden.</Alert>}
      {editing.copy && <EditingBanner copy={editing.copy} busy={editing.busy} onEnd={() => void editing.end(editing.copy?.token ?? '')} />}
      {conflict && <Conflict onKeep={(keep) => form.settle(conflict, keep)} />}
      <div className={classes.body} data-beside={beside || undefined} data-below={(!roomy && view === 'language') || undefined}>
        {(roomy ? !aside : view === 'text' || view === 'language') && (
          <div className={classes.form}>
            <LetterFields letterId={letter.id} fields={form.fields} kind={kind} errors={failure?.data.fields ?? {}} readOnly={final || letter.trashed} values={values} blocks={blocks} blocksBelow={!beside && view !== 'language'} onChange={form.set} />
          </div>
        )}
        {view === 'versions' && <div className={classes.form}><Versions letterId={letter.id} /></div>}
        {view === 'history' && (
          <div className={classes.form}>
            <TakenVersions versions={editing.versions} onShow={(version) => void editing.show(version)} />
            <LetterHistory id={letter.id} />
          </div>
        )}
        {(beside || view === 'language') && (
          <BlocksAside blocks={blocks}>{view === 'language' ? <Suspense><LanguagePanel editor={blocks.editor} /></Suspense> : pages}</BlocksAside>
        )}
        {!roomy && view === 'pages' && pages}
      </div>
    </section>
  )
}

function Conflict({ onKeep }: { onKeep(keep: 'mine' | 'theirs'): void }): ReactNode {
  return (
    <Alert title="Das Schreiben wurde inzwischen an anderer Stelle geändert." m="md">
      <Text size="sm" mb="sm">Ihre Eingabe steht noch im Formular. Welche Fassung soll gelten?</Text>
      <Group gap="xs">
        <Button size="compact-sm" onClick={() => onKeep('mine')}>Meine Fassung behalten</Button>
        <Button size="compact-sm" variant="default" onClick={() => onKeep('theirs')}>Andere Fassung übernehmen</Button>
      </Group>
    </Alert>
  )
}

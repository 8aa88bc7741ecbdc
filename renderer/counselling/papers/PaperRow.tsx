import { ActionIcon, Button, Group, Text, TextInput, Tooltip } from '@mantine/core'
import { IconCheck, IconDownload, IconExternalLink, IconEye, IconEyeOff, IconFileShredder, IconFileText, IconMail, IconPencil, IconPhoto, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { Attachment } from '../../../shared/counselling/attachments/contract.ts'
import { paperKinds, shownAsImage, shownAsText } from '../../../shared/attachments/kinds.ts'
import { germanDate } from '../../../shared/dates.ts'
import type { SaveKind } from '../../../shared/save-kinds.ts'
import { desktop, office } from '../../app/office.ts'
import { ExportIcon } from '../../ui/Export.tsx'
import { sizeText } from '../../ui/fileTransfer.ts'
import { showFailure, showNotice, showUndoNotice } from '../../ui/notices.tsx'
import { Personal } from '../../ui/Personal.tsx'
import { ProposeDialog } from '../privacy/ProposeDialog.tsx'
import { DisposalNotice } from '../privacy/SingleDisposal.tsx'
import { openPaper } from './openPaper.ts'
import classes from './Papers.module.css'
import { PaperPreview } from './PaperPreview.tsx'

/** One paper with what can be done: look, open, save, rename, remove. */
export function PaperRow({ paper }: { paper: Attachment }) {
  const { id, version, name, kind, size, addedOn, addedByName, note } = paper
  const [shown, setShown] = useState(false)
  const [proposing, setProposing] = useState(false)
  const [editing, setEditing] = useState<string | null>(null)
  const previewed = shownAsImage.includes(kind) || shownAsText.includes(kind)
  const Icon = shownAsImage.includes(kind) || kind === 'tif' ? IconPhoto : kind === 'eml' || kind === 'msg' ? IconMail : IconFileText

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      showFailure(error)
    }
  }
  const save = (): Promise<void> => attempt(async () => {
    const target = await desktop.chooseSaveTarget({ name: 'Unterlage', kind })
    if (!target) return
    await office.counselling.attachments.write({ id, grant: target.grant })
    showNotice('Gesichert. Außerhalb des Tresors ist die Datei nicht verschlüsselt.')
  })
  const rename = (): Promise<void> => attempt(async () => {
    if (editing !== null && editing.trim() !== '' && editing !== name) await office.counselling.attachments.update({ id, version, name: editing, note })
    setEditing(null)
  })
  const remove = (): Promise<void> => attempt(async () => {
    const { change } = await office.counselling.attachments.remove({ id, version })
    showUndoNotice('Die Unterlage liegt im Papierkorb.', 'counselling', change)
  })
  return (
    <li className={classes.paper}>
      <div className={classes.line}>
        <Icon size={20} aria-hidden />
        <div className={classes.name}>
          {editing === null ? <Text size="sm" fw={600}><Personal current>{name}</Personal></Text> : (
            <form onSubmit={(event) => { event.preventDefault(); void rename() }}>
              <Group gap={6} wrap="nowrap">
                <TextInput flex={1} aria-label="Name der Unterlage" maxLength={120} value={editing} data-autofocus onChange={(event) => setEditing(event.currentTarget.value)} />
                <ActionIcon type="submit" size="lg" variant="light" aria-label="Namen übernehmen"><IconCheck size={16} aria-hidden /></ActionIcon>
              </Group>
            </form>
          )}
          <Text size="xs" c="dimmed">{paperKinds[kind]}, {sizeText(size)} · {germanDate(addedOn)} · {addedByName}</Text>
        </div>
        <Group gap={4}>
          {previewed && (
            <Button size="compact-sm" variant="default" aria-expanded={shown} leftSection={shown ? <IconEyeOff size={15} aria-hidden /> : <IconEye size={15} aria-hidden />} onClick={() => setShown(!shown)}>
              {shown ? 'Schließen' : 'Ansehen'}
            </Button>
          )}
          <Button size="compact-sm" variant="default" leftSection={<IconExternalLink size={15} aria-hidden />} onClick={() => void openPaper(id, kind)}>Öffnen</Button>
          <Tool label="Sichern unter …" format={kind} icon={IconDownload} onClick={() => void save()} />
          <Tool label="Umbenennen" icon={IconPencil} onClick={() => setEditing(name)} />
          <Tool label="In den Papierkorb" icon={IconTrash} onClick={() => void remove()} />
          <Tool label="Endgültig löschen …" icon={IconFileShredder} onClick={() => setProposing(true)} />
        </Group>
      </div>
      <DisposalNotice target={{ type: 'attachment', id }} />
      {shown && <PaperPreview paper={paper} />}
      {proposing && <ProposeDialog targets={[{ type: 'attachment', id }]} onClose={() => setProposing(false)} />}
    </li>
  )
}

/** @param props.format of the file that it writes, if it does */
function Tool({ label, format, icon: Icon, onClick }: { label: string; format?: SaveKind; icon: typeof IconTrash; onClick(): void }) {
  const own = { variant: 'subtle', size: 'md', 'aria-label': label, onClick, children: <Icon size={17} aria-hidden /> }
  return (
    <Tooltip label={label}>
      {format ? <ExportIcon format={format} {...own} /> : <ActionIcon {...own} />}
    </Tooltip>
  )
}

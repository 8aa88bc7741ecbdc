import { ActionIcon, Button, Group, Loader, Text, Textarea, Tooltip } from '@mantine/core'
import { IconCornerDownRight, IconDownload, IconExternalLink, IconEye, IconEyeOff, IconFileText, IconFileTypeDocx, IconMail, IconPhoto, IconShieldCheck, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { paperKinds, shownAsImage } from '../../../shared/attachments/kinds.ts'
import type { OfficeDocument } from '../../../shared/correspondence/register/model.ts'
import { editedKinds } from '../../../shared/correspondence/round-trip/kinds.ts'
import { germanDate } from '../../../shared/dates.ts'
import type { SaveKind } from '../../../shared/save-kinds.ts'
import { api, desktop, office } from '../../app/office.ts'
import { useVisitorMode } from '../../app/visitor.ts'
import { openPaper } from '../../records/papers.ts'
import { ExportIcon } from '../../ui/Export.tsx'
import { sizeText } from '../../ui/fileTransfer.ts'
import { showFailure, showNotice, showUndoNotice } from '../../ui/notices.tsx'
import { Personal } from '../../ui/Personal.tsx'
import { EditPaper } from './EditPaper.tsx'
import classes from '../parts.module.css'

const { documents } = office.correspondence.register

/** One paper with what can be done: read its words, open, save, check, remove. */
export function PaperRow({ paper }: { paper: OfficeDocument }): ReactNode {
  const { id, version, name, kind, size, hash, addedOn, addedByName, note, parentId, readable } = paper
  const edited = editedKinds.find((each) => each === kind)
  const [shown, setShown] = useState(false)
  const [editing, setEditing] = useState(false)
  const Icon = parentId ? IconCornerDownRight : kind === 'eml' || kind === 'msg' ? IconMail : shownAsImage.includes(kind) || kind === 'tif' ? IconPhoto : IconFileText
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      showFailure(error)
    }
  }
  const open = (): Promise<void> => attempt(() => openPaper(paper))
  const save = (): Promise<void> => attempt(async () => {
    const target = await desktop.chooseSaveTarget({ name: 'Unterlage', kind })
    if (!target) return
    await documents.write({ id, grant: target.grant })
    showNotice('Gesichert. Außerhalb des Tresors ist die Datei nicht verschlüsselt.')
  })
  const check = (): Promise<void> => attempt(async () => {
    const { intact } = await documents.check({ id })
    showNotice(intact ? `„${name}“ ist unverändert seit ${germanDate(addedOn)}.` : `„${name}“ stimmt nicht mehr mit ihrer Prüfsumme überein. Bitte die IT informieren und eine Sicherung prüfen.`)
  })
  const remove = (): Promise<void> => attempt(async () => {
    const { change } = await documents.remove({ id, version })
    showUndoNotice('Die Unterlage liegt im Papierkorb.', 'office', change)
  })
  return (
    <li>
      <div className={classes.row}>
        <Icon size={19} aria-hidden />
        <div className={classes.grow}>
          <Text size="sm" fw={600}><Personal>{name}</Personal></Text>
          <Text size="xs" c="dimmed" title={`Prüfwert SHA-256: ${hash}`}>{[`${paperKinds[kind]}, ${sizeText(size)}`, germanDate(addedOn), addedByName, note, parentId ? 'hing an der E-Mail' : '', `Prüfwert ${hash.slice(0, 12)}`].filter(Boolean).join(' · ')}</Text>
        </div>
        <Group gap={4}>
          {readable && (
            <Button size="compact-sm" variant="default" aria-expanded={shown} aria-label={`Text von „${name}“ ${shown ? 'schließen' : 'lesen'}`}
              leftSection={shown ? <IconEyeOff size={15} aria-hidden /> : <IconEye size={15} aria-hidden />} onClick={() => setShown(!shown)}>
              {shown ? 'Schließen' : 'Lesen'}
            </Button>
          )}
          <Button size="compact-sm" variant="default" aria-label={`„${name}“ öffnen`} leftSection={<IconExternalLink size={15} aria-hidden />} onClick={() => void open()}>Öffnen</Button>
          {edited && <Button size="compact-sm" variant="default" aria-label={`„${name}“ in Word bearbeiten`} leftSection={<IconFileTypeDocx size={15} aria-hidden />} aria-expanded={editing} onClick={() => setEditing(!editing)}>{edited === 'xlsx' ? 'In Excel bearbeiten' : 'In Word bearbeiten'}</Button>}
          <Tool label="Sichern unter …" format={kind} name={name} icon={IconDownload} onClick={() => void save()} />
          <Tool label="Prüfsumme prüfen" name={name} icon={IconShieldCheck} onClick={() => void check()} />
          <Tool label="In den Papierkorb" name={name} icon={IconTrash} onClick={() => void remove()} />
        </Group>
      </div>
      {edited && editing && <EditPaper id={id} kind={edited} />}
      {shown && <Words id={id} name={name} />}
    </li>
  )
}

function Words({ id, name }: { id: string; name: string }): ReactNode {
  const visitor = useVisitorMode()
  const { data } = useQuery(api.correspondence.register.documents.text.queryOptions({ input: { id } }))
  if (visitor) return <Text size="sm" c="dimmed">Im Publikumsmodus werden Unterlagen nicht gezeigt.</Text>
  if (!data) return <Loader size="sm" aria-label="Wird geladen" />
  return <Textarea my={8} readOnly autosize minRows={3} maxRows={18} aria-label={`Text von „${name}“`} value={data.text} />
}

/** @param props.format of the file that it writes, if it does */
function Tool({ label, name, format, icon: Icon, onClick }: { label: string; name: string; format?: SaveKind; icon: typeof IconTrash; onClick(): void }): ReactNode {
  const own = { variant: 'subtle', size: 'md', 'aria-label': `${label}: „${name}“`, onClick, children: <Icon size={17} aria-hidden /> }
  return (
    <Tooltip label={label}>
      {format ? <ExportIcon format={format} {...own} /> : <ActionIcon {...own} />}
    </Tooltip>
  )
}

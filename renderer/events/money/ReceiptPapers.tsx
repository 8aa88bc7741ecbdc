import { ActionIcon, Button, FileButton, Group, Input, Text } from '@mantine/core'
import { IconPaperclip, IconTrash } from '@tabler/icons-react'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useId, type ReactNode } from 'react'
import type { OfficeDocument } from '../../../shared/correspondence/register/model.ts'
import { api, office } from '../../app/office.ts'
import { openPaper } from '../../records/papers.ts'
import { sizeText } from '../../ui/fileTransfer.ts'
import { showFailure } from '../../ui/notices.tsx'
import { Personal } from '../../ui/Personal.tsx'
import { attempt } from '../../ui/attempt.ts'
import events from '../Events.module.css'

/** Scans of a receipt: those that are kept, and those that are stored along with it. @param receiptId null for a receipt that is not stored yet */
export function ReceiptPapers({ receiptId, files, onFiles }: { receiptId: string | null; files: readonly File[]; onFiles(files: readonly File[]): void }): ReactNode {
  const label = useId()
  const { data: papers = [] } = useQuery(api.correspondence.register.documents.of.queryOptions({ input: receiptId === null ? skipToken : { owner: { type: 'event-receipt', id: receiptId } } }))
  return (
    <section aria-labelledby={label}>
      <Input.Label id={label} component="div">Scan</Input.Label>
      <ul className={events.rows}>
        {papers.map((paper) => <Kept key={paper.id} paper={paper} />)}
        {files.map((file, at) => (
          <li key={`${file.name}:${file.lastModified}:${file.size}`} className={events.row}>
            <Text size="sm" className={events.grow}><Personal>{file.name}</Personal>, {sizeText(file.size)}, wird mit dem Beleg abgelegt</Text>
            <ActionIcon variant="subtle" color="gray" aria-label={`${file.name} doch nicht anhängen`} onClick={() => onFiles(files.toSpliced(at, 1))}><IconTrash size={17} aria-hidden /></ActionIcon>
          </li>
        ))}
      </ul>
      <FileButton multiple onChange={(chosen) => onFiles([...files, ...chosen])}>
        {(props) => <Button {...props} mt={6} size="compact-sm" variant="default" leftSection={<IconPaperclip size={15} aria-hidden />}>Datei anhängen</Button>}
      </FileButton>
    </section>
  )
}

function Kept({ paper }: { paper: OfficeDocument }): ReactNode {
  const open = (): void => void openPaper(paper).catch(showFailure)
  const remove = (): void => void attempt(() => office.correspondence.register.documents.remove({ id: paper.id, version: paper.version }), 'Der Scan liegt im Papierkorb.')
  return (
    <li className={events.row}>
      <Text size="sm" className={events.grow}><Personal>{paper.name}</Personal>, {sizeText(paper.size)}</Text>
      <Group gap={4}>
        <Button size="compact-sm" variant="default" aria-label={`„${paper.name}“ öffnen`} onClick={open}>Öffnen</Button>
        <ActionIcon variant="subtle" color="gray" aria-label={`„${paper.name}“ in den Papierkorb`} onClick={remove}><IconTrash size={17} aria-hidden /></ActionIcon>
      </Group>
    </li>
  )
}

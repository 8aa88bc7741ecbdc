import { Button, Text } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useState } from 'react'
import { germanDateTime } from '../../../shared/dates.ts'
import type { MergeEntry } from '../../../shared/directory/duplicates/contract.ts'
import { mergeFields } from '../../../shared/directory/duplicates/merge-fields.ts'
import { office } from '../../app/office.ts'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { Personal } from '../../ui/Personal.tsx'
import classes from './Duplicates.module.css'

/** One merge with who, when and the way back. */
export function MergeLine({ merge: { id, at, by, undoneAt, undoneBy, kept, merged, links } }: { merge: MergeEntry }) {
  const [busy, setBusy] = useState(false)
  const undo = async (): Promise<void> => {
    setBusy(true)
    try {
      const undone = await office.directory.duplicates.undoMerge({ id })
      showUndoNotice(undoneText(undone), 'office', undone.change)
    } catch (error) {
      showFailure(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <li className={classes.decision}>
      <div>
        <Text size="sm" fw={600}><Personal>{merged?.name ?? 'endgültig gelöscht'} → {kept?.name ?? 'endgültig gelöscht'}</Personal></Text>
        <Text size="xs" c="dimmed">
          {germanDateTime(at)} · {by} · {links === 0 ? 'ohne Verknüpfungen' : links === 1 ? 'eine Verknüpfung umgezogen' : `${links} Verknüpfungen umgezogen`}
          {undoneAt && ` · aufgehoben ${germanDateTime(undoneAt)}${undoneBy ? ` von ${undoneBy}` : ''}`}
        </Text>
      </div>
      {undoneAt === null && merged !== null && (
        <Button size="compact-sm" variant="default" loading={busy} leftSection={<IconArrowBackUp size={15} aria-hidden />} onClick={() => void undo()}>
          Zusammenführung aufheben
        </Button>
      )}
    </li>
  )
}

function undoneText({ edited, movedOn }: Awaited<ReturnType<typeof office.directory.duplicates.undoMerge>>): string {
  const stayed = edited.length > 0 ? ` Seither geändert und geblieben: ${edited.map((field) => mergeFields[field].label).join(', ')}.` : ''
  const elsewhere = movedOn > 0 ? ` ${movedOn === 1 ? 'Eine Verknüpfung führt' : `${movedOn} Verknüpfungen führen`} inzwischen anderswohin.` : ''
  return `Zusammenführung aufgehoben.${stayed}${elsewhere}`
}

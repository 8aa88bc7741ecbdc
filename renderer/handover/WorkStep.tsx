import { Button, Group, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { IconTransfer } from '@tabler/icons-react'
import { useState } from 'react'
import type { LeftWork } from '../../shared/handover/contract.ts'
import { api, office } from '../app/office.ts'
import { showFailure, showUndoNotice } from '../ui/notices.tsx'
import { ItemList } from './ItemList.tsx'
import { planOf, type HandoverDraft } from './useHandover.ts'

interface WorkStepProps {
  draft: HandoverDraft
  work: LeftWork
  onChange(fields: Partial<HandoverDraft>): void
}

/** Tasks, statements and events: into the dossier, and, if the successor has access, really given over. */
export function WorkStep({ draft, work, onChange }: WorkStepProps) {
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const { tasks, statements, events } = planOf(draft, work, '')
  const count = tasks.length + statements.length + events.length

  async function give(successorId: string): Promise<void> {
    setBusy(true)
    try {
      const given = await office.handover.reassign({ leaverId: draft.leaverId, successorId, tasks, statements, events })
      await queries.invalidateQueries({ queryKey: api.handover.key() })
      showUndoNotice(`${given.tasks + given.statements + given.events} Zuständigkeiten an ${draft.successorName} übergeben.`, 'office', given.change)
    } catch (error) {
      showFailure(error)
    }
    setBusy(false)
  }

  const { successorId } = draft
  return (
    <Stack gap="lg">
      <ItemList heading="Fristen und Aufgaben" none="Keine offenen Aufgaben." items={work.tasks} draft={draft} onChange={onChange} />
      <ItemList heading="Laufende Stellungnahmen" none="Keine laufenden Stellungnahmen." items={work.statements} draft={draft} onChange={onChange} />
      <ItemList heading="Veranstaltungen in Planung" none="Keine Veranstaltungen in Planung." items={work.events} draft={draft} onChange={onChange} />
      <ItemList heading="Reihen" none="Keine Reihen." items={work.series} draft={draft} onChange={onChange} />
      {successorId === null ? (
        <Text size="sm" c="dimmed">Die Nachfolge hat noch keinen Zugang; die Zuständigkeiten bleiben vorerst, wie sie sind.</Text>
      ) : (
        <Stack gap="xs" align="flex-start">
          <Text size="sm">
            Speichern Sie zuerst das Dossier (letzter Schritt), dann übergeben Sie: Danach stehen Aufgaben, Stellungnahmen und Veranstaltungen bei {draft.successorName}.
          </Text>
          <Group>
            <Button variant="default" loading={busy} disabled={count === 0} leftSection={<IconTransfer size={18} aria-hidden />} onClick={() => void give(successorId)}>
              {count === 1 ? '1 Zuständigkeit' : `${count} Zuständigkeiten`} übergeben
            </Button>
          </Group>
        </Stack>
      )}
    </Stack>
  )
}

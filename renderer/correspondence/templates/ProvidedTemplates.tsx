import { Button, Stack, Text } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { ProvidedTemplate } from '../../../shared/correspondence/templates/provided/model.ts'
import { api, office } from '../../app/office.ts'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { SetByIt } from '../../ui/SetByIt.tsx'
import classes from './Templates.module.css'

/** What lies in the folder that IT has settled and isn't in the vault yet; nothing where there is no such folder. */
export function ProvidedTemplates({ onTaken }: { onTaken: (id: string) => void }): ReactNode {
  const queries = useQueryClient()
  const { data } = useQuery(api.correspondence.templates.provided.list.queryOptions({ staleTime: 0 }))
  const [busy, setBusy] = useState<string | null>(null)
  if (!data) return null
  const offered = data.files.filter(({ state }) => state !== 'taken')

  const take = async ({ fileName, state }: ProvidedTemplate): Promise<void> => {
    setBusy(fileName)
    try {
      const { id, change } = await office.correspondence.templates.provided.take({ fileName })
      showUndoNotice(state === 'new' ? `Vorlage „${fileName}“ übernommen.` : `Neue Fassung aus „${fileName}“ übernommen.`, 'office', change)
      onTaken(id)
    } catch (error) {
      showFailure(error)
    }
    await queries.invalidateQueries({ queryKey: api.correspondence.templates.provided.list.key() })
    setBusy(null)
  }

  return (
    <Stack gap={6} role="group" aria-label="Vorlagen Ihrer IT">
      <SetByIt text={words(data.reachable, data.files.length, offered.length)} />
      {offered.length > 0 && (
        <ul className={classes.providedList}>
          {offered.map((file) => (
            <li key={file.fileName} className={classes.provided}>
              <span>
                <span className={classes.name}>{file.fileName}</span>
                <Text span size="xs" c="dimmed">{file.state === 'new' ? 'neu' : `neue Fassung von „${file.template}“`}</Text>
              </span>
              <Button size="compact-xs" variant="default" loading={busy === file.fileName} disabled={busy !== null} aria-label={`„${file.fileName}“ übernehmen`} onClick={() => void take(file)}>Übernehmen</Button>
            </li>
          ))}
        </ul>
      )}
    </Stack>
  )
}

function words(reachable: boolean, there: number, offered: number): string {
  if (!reachable) return 'Der Vorlagenordner Ihrer IT ist nicht erreichbar. Was schon übernommen wurde, liegt im Tresor und bleibt.'
  if (there === 0) return 'Im Vorlagenordner Ihrer IT liegt keine Word-Vorlage.'
  return offered === 0 ? 'Alle Vorlagen aus dem Ordner Ihrer IT sind übernommen.' : 'Aus dem Vorlagenordner Ihrer IT:'
}

import { Loader, Stack, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { PressSettings } from '../../../shared/correspondence/press/model.ts'
import { api, office } from '../../app/office.ts'
import { DecisionDialog } from '../../ui/DecisionDialog.tsx'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { ContactField } from '../../ui/ContactField.tsx'

/** What every further release begins with: boilerplate, contact, and the Pressestelle it goes over. */
export function PressSettingsDialog({ onClose }: { onClose(): void }): ReactNode {
  const { data } = useQuery(api.correspondence.press.settings.get.queryOptions())
  const [typed, setTyped] = useState<Partial<PressSettings>>({})
  const save = async (): Promise<void> => {
    if (!data) return
    try {
      const { change } = await office.correspondence.press.settings.update({ version: data.version, settings: typed })
      showUndoNotice('Angaben zur Pressearbeit gespeichert.', 'office', change)
      onClose()
    } catch (error) {
      showFailure(error)
    }
  }
  const settings = data && { ...data.settings, ...typed }
  return (
    <DecisionDialog title="Angaben zur Pressearbeit" confirm="Speichern" disabled={!settings} onConfirm={() => void save()} onClose={onClose}>
      {settings ? (
        <Stack gap="sm">
          <Textarea label="Abbinder" description="Steht unter jeder neuen Mitteilung: wer das Büro ist." autosize minRows={3} value={settings.boilerplate} onChange={(event) => setTyped({ ...typed, boilerplate: event.currentTarget.value })} />
          <Textarea label="Kontakt für Rückfragen" autosize minRows={2} value={settings.contact} onChange={(event) => setTyped({ ...typed, contact: event.currentTarget.value })} />
          <ContactField label="Pressestelle" value={{ id: settings.officeId, name: settings.officeName }} onChange={({ id, name }) => setTyped({ ...typed, officeId: id, officeName: name })} />
        </Stack>
      ) : <Loader aria-label="Angaben werden geladen" />}
    </DecisionDialog>
  )
}

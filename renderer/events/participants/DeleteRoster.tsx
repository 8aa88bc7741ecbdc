import { Alert, Checkbox, List, Text } from '@mantine/core'
import { IconCamera } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import type { OfficeEvent } from '../../../shared/events/model.ts'
import type { Roster } from '../../../shared/events/participants/model.ts'
import { office } from '../../app/office.ts'
import { CopiesNote } from '../../ui/CopiesNote.tsx'
import { ExportButton } from '../../ui/Export.tsx'
import { DecisionDialog } from '../../ui/DecisionDialog.tsx'
import { Personal } from '../../ui/Personal.tsx'
import { showFailure, showNotice } from '../../ui/notices.tsx'
import { saveConsentSheet } from './print/savePaper.ts'
import { namedText } from './words.ts'

/** Says what goes and what stays, offers the proof of photo consents, and deletes for good. */
export function DeleteRoster({ event, roster, onClose }: { event: OfficeEvent; roster: Roster; onClose(): void }): ReactNode {
  const [keepTexts, setKeepTexts] = useState(false)
  const [saved, setSaved] = useState(false)
  const [without, setWithout] = useState(false)
  const [busy, setBusy] = useState(false)
  const agreed = roster.participants.filter(({ photo }) => photo === 'yes')
  const texts = roster.questions.filter(({ kind }) => kind === 'text').reduce((sum, { id }) => sum + roster.sheets.filter(({ answers }) => typeof answers[id] === 'string' && answers[id] !== '').length, 0)
  const open = agreed.length > 0 && !saved && !without
  const destroy = async (): Promise<void> => {
    setBusy(true)
    try {
      await office.events.participants.destroy({ eventId: event.id, keepTexts })
      showNotice('Die Liste ist gelöscht. Die Zahlen stehen bei der Veranstaltung.')
      onClose()
    } catch (error) {
      showFailure(error)
      setBusy(false)
    }
  }
  return (
    <DecisionDialog title="Teilnehmendenliste endgültig löschen?" confirm="Endgültig löschen" danger disabled={open || busy} onConfirm={() => void destroy()} onClose={onClose}>
      <List size="sm" spacing={4}>
        <List.Item>Gelöscht {roster.participants.length === 1 ? 'wird 1 Anmeldung' : `werden ${roster.participants.length.toLocaleString('de-DE')} Anmeldungen`} mit allem, was dazu gespeichert ist, auch aus Verlauf und Entwürfen. Das lässt sich nicht rückgängig machen.</List.Item>
        <List.Item>Es bleiben die Zahlen: Angemeldete, Gekommene, Bedarf, Sprachen und die Ergebnisse der Auswertung.</List.Item>
        <List.Item><CopiesNote /></List.Item>
      </List>
      {agreed.length > 0 && (
        <Alert mt="sm" color="amber" icon={<IconCamera aria-hidden />} title={agreed.length === 1 ? '1 Einwilligung in Fotos' : `${agreed.length} Einwilligungen in Fotos`}>
          <Text size="sm"><Personal>{agreed.slice(0, 8).map(namedText).join('; ')}{agreed.length > 8 ? ` und ${agreed.length - 8} weitere` : ''}</Personal></Text>
          <Text size="sm" mt={4}>Solange Fotos verwendet werden, müssen Sie die Einwilligung nachweisen können.</Text>
          <ExportButton format="pdf" mt={8} size="compact-sm" variant="default" onClick={() => void saveConsentSheet(event.id).then((done) => done && setSaved(true))}>{saved ? 'Nachweis noch einmal speichern …' : 'Nachweis als PDF speichern …'}</ExportButton>
          {!saved && <Checkbox mt={8} label="Ohne Nachweis löschen: Es werden keine Fotos verwendet." checked={without} onChange={(change) => setWithout(change.currentTarget.checked)} />}
        </Alert>
      )}
      {texts > 0 && <Checkbox mt="sm" label={`${texts} ${texts === 1 ? 'Antwort' : 'Antworten'} in Worten behalten. Ich habe sie gelesen: Es steht kein Name darin.`} checked={keepTexts} onChange={(change) => setKeepTexts(change.currentTarget.checked)} />}
    </DecisionDialog>
  )
}

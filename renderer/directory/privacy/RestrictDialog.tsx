import { Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { office } from '../../app/office.ts'
import { attempt } from '../../ui/attempt.ts'
import { DecisionDialog } from '../../ui/DecisionDialog.tsx'

/** Restricts the processing of a contact (Art. 18 DSGVO), with the reason. */
export function RestrictDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const save = async (): Promise<void> => {
    if (await attempt(() => office.directory.privacy.restrict({ id, reason }), 'Verarbeitung eingeschränkt')) onClose()
  }
  return (
    <DecisionDialog title="Verarbeitung einschränken" confirm="Einschränken" disabled={reason.trim().length < 3} onConfirm={() => void save()} onClose={onClose}>
      <Text size="sm" mb="xs">Der Kontakt bleibt gespeichert und sichtbar, wird aber nicht mehr ausgegeben: nicht in Verteilern, Listen, Etiketten und Serienbriefen (Art. 18 DSGVO).</Text>
      <Textarea label="Grund" placeholder="zum Beispiel: Richtigkeit bestritten, Schreiben vom 3. März" data-autofocus autosize minRows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
    </DecisionDialog>
  )
}

import { Button, Group, Modal, Stack } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import type { Incident } from '../../../../shared/counselling/incidents/contract.ts'
import { findPaper } from '../../../../shared/counselling/incidents/papers/catalogue.ts'
import { failureOf } from '../../../app/failure.ts'
import { desktop, office } from '../../../app/office.ts'
import { showFailure, showNotice, showUndoNotice } from '../../../ui/notices.tsx'
import { openPaper } from '../../papers/openPaper.ts'
import { useToday } from '../../useToday.ts'
import { newPaperDraft, wantedOf, type PaperDraft } from './paperDraft.ts'
import { PaperFields } from './PaperFields.tsx'
import { PaperPreview } from './PaperPreview.tsx'

/** Writes a draft of a paper of an incident: which one, for whose signature, and what it will lack. */
export function PaperDialog({ incident, onClose }: { incident: Incident; onClose(): void }) {
  const today = useToday()
  const [draft, setDraft] = useState<PaperDraft>(() => newPaperDraft(incident, today))
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [busy, setBusy] = useState(false)
  const paper = findPaper(draft.paper)
  if (!paper) return null
  const wanted = wantedOf(draft, incident.id)
  const change = (patch: Partial<PaperDraft>): void => {
    setErrors({})
    setDraft((before) => ({ ...before, ...patch }))
  }

  const write = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (wanted === null) return
    setBusy(true)
    try {
      if (wanted.caseId === null) {
        const target = await desktop.chooseSaveTarget({ name: 'Schriftstück.docx', kind: 'docx' })
        if (!target) return
        await office.counselling.incidentPapers.save({ ...wanted, grant: target.grant })
        showNotice('Gesichert. Außerhalb des Tresors ist die Datei nicht verschlüsselt.')
      } else {
        const { change: step, id } = await office.counselling.incidentPapers.create(wanted)
        showUndoNotice('Der Entwurf liegt bei den Unterlagen des Falls.', 'counselling', step, { label: 'Öffnen', onClick: () => void openPaper(id, 'docx') })
      }
      onClose()
    } catch (error) {
      const { fields } = failureOf(error).data
      if (fields) setErrors(Object.fromEntries(Object.entries(fields).map(([path, text]) => [path.split('.').at(-1) ?? path, text])))
      else showFailure(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal.Root opened onClose={onClose} size={760}>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body pt="md">
          <Modal.Title mb="sm" fw={600} fz="lg">Schriftstück zu {incident.number}</Modal.Title>
          <form onSubmit={(event) => void write(event)} noValidate>
            <Stack gap="sm">
              <PaperFields incident={incident} paper={paper} draft={draft} errors={errors} onChange={change} />
              {wanted && <PaperPreview wanted={wanted} released={draft.released} error={errors.released} onReleased={(released) => change({ released })} />}
              <Group justify="flex-end" gap="xs">
                <Button variant="default" onClick={onClose}>Abbrechen</Button>
                <Button type="submit" loading={busy} disabled={wanted === null}>{draft.caseId === null ? 'Speichern unter …' : 'Entwurf zu den Unterlagen'}</Button>
              </Group>
            </Stack>
          </form>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

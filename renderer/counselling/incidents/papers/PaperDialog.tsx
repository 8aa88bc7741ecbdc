import { useState } from 'react'
import type { Incident } from '../../../../shared/counselling/incidents/contract.ts'
import { findPaper } from '../../../../shared/counselling/incidents/papers/catalogue.ts'
import { desktop, office } from '../../../app/office.ts'
import { showNotice, showUndoNotice } from '../../../ui/notices.tsx'
import { FormDialog } from '../../FormDialog.tsx'
import { openPaper } from '../../papers/openPaper.ts'
import { useToday } from '../../useToday.ts'
import { newPaperDraft, wantedOf, type PaperDraft } from './paperDraft.ts'
import { PaperFields } from './PaperFields.tsx'
import { PaperPreview } from './PaperPreview.tsx'

/** Writes a draft of a paper of an incident: which one, for whose signature, and what it will lack. */
export function PaperDialog({ incident, onClose }: { incident: Incident; onClose(): void }) {
  const today = useToday()
  const [draft, setDraft] = useState<PaperDraft>(() => newPaperDraft(incident, today))
  const paper = findPaper(draft.paper)
  if (!paper) return null
  const wanted = wantedOf(draft, incident.id)
  const change = (patch: Partial<PaperDraft>): void => {
    setDraft((before) => ({ ...before, ...patch }))
  }

  const write = async (): Promise<void | false> => {
    if (wanted === null) return false
    if (wanted.caseId === null) {
      const target = await desktop.chooseSaveTarget({ name: 'Schriftstück.docx', kind: 'docx' })
      if (!target) return false
      await office.counselling.incidentPapers.save({ ...wanted, grant: target.grant })
      showNotice('Gesichert. Außerhalb des Tresors ist die Datei nicht verschlüsselt.')
      return
    }
    const { change: step, id } = await office.counselling.incidentPapers.create(wanted)
    showUndoNotice('Der Entwurf liegt bei den Unterlagen des Falls.', 'counselling', step, { label: 'Öffnen', onClick: () => void openPaper(id, 'docx') })
  }
  return (
    <FormDialog
      title={`Schriftstück zu ${incident.number}`} size={760} saves={draft.caseId === null ? 'docx' : undefined} button={draft.caseId === null ? 'Speichern unter …' : 'Entwurf zu den Unterlagen'} disabled={wanted === null}
      onClose={onClose} onSubmit={write}
    >
      {(errors) => (
        <>
          <PaperFields incident={incident} paper={paper} draft={draft} errors={errors} onChange={change} />
          {wanted && <PaperPreview wanted={wanted} released={draft.released} error={errors.released} onReleased={(released) => change({ released })} />}
        </>
      )}
    </FormDialog>
  )
}

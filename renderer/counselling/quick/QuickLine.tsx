import { Modal } from '@mantine/core'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useCommand } from '../../app/commands.ts'
import { openRecord } from '../../app/openRecord.ts'
import { showUndoNotice } from '../../ui/notices.tsx'
import { NewCaseDialog, type ConsultationWithoutCase } from '../NewCaseDialog.tsx'
import { QuickForm, type SavedConsultation } from './QuickForm.tsx'
import { useHelpPlace } from '../../ui/helpPlace.ts'

/** F3 from every screen: a consultation in one line. */
export function QuickLine() {
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const [opened, setOpened] = useState(false)
  useHelpPlace(opened ? 'quick-line' : null)
  const [promoted, setPromoted] = useState<ConsultationWithoutCase | null>(null)
  useCommand('counsel', () => setOpened(true))
  const close = (): void => setOpened(false)

  const onSaved = (saved: SavedConsultation): void => {
    close()
    const { id, version, change, caseNumber, language } = saved
    if (caseNumber !== null) return showUndoNotice(`Beratung in ${caseNumber} eingetragen.`, 'counselling', change)
    showUndoNotice('Anonyme Beratung eingetragen.', 'counselling', change, {
      label: 'Zum Fall machen',
      onClick: () => setPromoted({ id, version, language }),
    })
  }
  /** By way of the overview, so that a form that stands open already reads its text anew. */
  const onInFull = async (caseId: string | null): Promise<void> => {
    close()
    await navigate({ to: '/' })
    if (caseId === null) await navigate({ to: '/counselling/consultations', search: { new: 'consultation' } })
    else await navigate({ to: '/counselling', search: { id: caseId } })
  }
  return (
    <>
      <Modal.Root opened={opened} onClose={close} size={760} yOffset="12vh" centered={false}>
        <Modal.Overlay />
        <Modal.Content>
          <Modal.Body pt="md">
            <Modal.Title mb="sm" fw={600} fz="lg">Beratung in einer Zeile</Modal.Title>
            <QuickForm caseId={pathname === '/counselling' ? (search.id ?? null) : null} onSaved={onSaved} onInFull={onInFull} onClose={close} />
          </Modal.Body>
        </Modal.Content>
      </Modal.Root>
      <NewCaseDialog
        opened={promoted !== null}
        consultation={promoted}
        onClose={() => setPromoted(null)}
        onCreated={(id) => {
          setPromoted(null)
          openRecord({ type: 'case', id })
        }}
      />
    </>
  )
}

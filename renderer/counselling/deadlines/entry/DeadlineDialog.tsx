import { Modal } from '@mantine/core'
import type { StoredDeadline } from '../../../../shared/counselling/deadlines/stored.ts'
import { failureOf } from '../../../app/failure.ts'
import { office } from '../../../app/office.ts'
import { useDraft } from '../../../app/useDraft.ts'
import { showFailure, showUndoNotice } from '../../../ui/notices.tsx'
import { useOfficeLand } from '../../../app/useOfficeLand.ts'
import type { DeadlineEntry } from '../deadlineEntry.ts'
import { datingOf, draftOf, newDeadlineDraft, textsOf, type DatingMethod, type DeadlineDraft } from './deadlineDraft.ts'
import { DeadlineForm } from './DeadlineForm.tsx'

interface DialogProps {
  /** What the calculator was given. */
  entry?: DeadlineEntry
  /** The case or consultation that it is for; the person chooses a case if neither is given. */
  caseId?: string
  consultationId?: string
  /** Fields that are filled in to begin with, e.g. from an expiring title. */
  preset?: Partial<DeadlineDraft>
  /** How the day is found to begin with. */
  method?: DatingMethod
  onClose(): void
  onStored(id: string): void
}

/** Enters a deadline: computed, by the notice or free. What was typed is kept on the counselling side until it is stored. */
export function DeadlineDialog(props: DialogProps) {
  const { entry, caseId, consultationId, preset, method } = props
  const land = useOfficeLand()
  const draft = useDraft<DeadlineDraft>('counselling', `deadline:${caseId ?? consultationId ?? 'new'}`)
  if (draft.restored === undefined) return null
  const fresh = { ...newDeadlineDraft(land, caseId ?? null, entry ?? null), ...(method && { method }), ...preset }
  // What comes from the calculator or a title is newer than a text that was left behind.
  const initial = entry || preset ? fresh : { ...fresh, ...draft.restored }

  const store = async (value: DeadlineDraft): Promise<Record<string, string> | null> => {
    const dating = datingOf(value)
    if (dating === null) return { dueOn: 'Bitte das Datum angeben.' }
    try {
      const owner = { caseId: value.caseId, consultationId: consultationId ?? null }
      const made = await office.counselling.deadlines.create({ owner, texts: textsOf(value), dating })
      await draft.discard()
      showUndoNotice(`Frist ${made.number} eingetragen.`, 'counselling', made.change)
      props.onStored(made.id)
      return null
    } catch (error) {
      return fieldsOf(error)
    }
  }
  return (
    <Frame title="Frist eintragen" onClose={props.onClose}>
      <DeadlineForm
        initial={initial} choosesCase={caseId === undefined && consultationId === undefined} button="Frist eintragen" withTexts onKeep={draft.keep} onStore={store}
        onCancel={() => {
          void draft.discard().catch(showFailure)
          props.onClose()
        }}
      />
    </Frame>
  )
}

/** Gives a deadline another date; the old one stays in its history. */
export function RedateDialog({ deadline, onClose }: { deadline: StoredDeadline; onClose(): void }) {
  const store = async (value: DeadlineDraft): Promise<Record<string, string> | null> => {
    const dating = datingOf(value)
    if (dating === null) return { dueOn: 'Bitte das Datum angeben.' }
    try {
      const receipt = await office.counselling.deadlines.redate({ id: deadline.id, version: deadline.version, dating })
      showUndoNotice(deadline.fourEyes ? 'Datum geändert. Die Vier-Augen-Prüfung ist wieder offen.' : 'Datum geändert.', 'counselling', receipt.change)
      onClose()
      return null
    } catch (error) {
      return fieldsOf(error)
    }
  }
  return (
    <Frame title={`Datum von ${deadline.number} ändern`} onClose={onClose}>
      <DeadlineForm initial={draftOf(deadline)} choosesCase={false} withTexts={false} button="Datum ändern" onStore={store} onCancel={onClose} />
    </Frame>
  )
}

function Frame({ title, onClose, children }: { title: string; onClose(): void; children: React.ReactNode }) {
  return (
    <Modal.Root opened onClose={onClose} size={620}>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body pt="md">
          <Modal.Title mb="sm" fw={600} fz="lg">{title}</Modal.Title>
          {children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

/** Messages of the office process by field; anything else is shown as a notice. */
function fieldsOf(error: unknown): Record<string, string> {
  const { fields } = failureOf(error).data
  if (!fields) showFailure(error)
  return Object.fromEntries(Object.entries(fields ?? {}).map(([path, text]) => [path.split('.').at(-1) ?? path, text]))
}

import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { isoDay } from '../../shared/dates.ts'
import type { HandoverPlan, LeftWork } from '../../shared/handover/contract.ts'
import { api, office } from '../app/office.ts'
import { useSession } from '../app/session.ts'
import { useDraft } from '../app/useDraft.ts'
import { usePeople } from '../ui/PersonField.tsx'

/** What is kept of a handover while it is being prepared, for weeks if need be. */
export interface HandoverDraft {
  leaverId: string
  successorId: string | null
  successorName: string
  on: string
  introduction: string
  /** Ids of what doesn't come into the dossier. */
  leftOut: string[]
  notes: Record<string, string>
  ticked: string[]
}

/** The handover that is being prepared, kept as a draft of the office side; `null` while it loads. */
export function useHandover() {
  const { person } = useSession()
  const people = usePeople()
  const kept = useDraft<HandoverDraft>('office', 'handover')
  const [draft, setDraft] = useState<HandoverDraft | null>(null)
  const { restored } = kept
  useEffect(() => {
    if (restored === undefined) return
    setDraft((before) => before ?? restored ?? emptyDraft(person.id))
  }, [restored, person.id])

  function change(fields: Partial<HandoverDraft>): void {
    if (!draft) return
    const next = { ...draft, ...fields }
    setDraft(next)
    kept.keep(next)
  }

  /** Forgets what was prepared, on both sides. */
  async function restart(): Promise<void> {
    await kept.discard()
    await office.drafts.discard({ side: 'counselling', form: 'handover' })
    setDraft(emptyDraft(person.id))
  }

  const { data: work } = useQuery(api.handover.leftWork.queryOptions({ input: { leaverId: draft?.leaverId ?? '' }, enabled: draft !== null }))
  const leaverName = people.find(({ id }) => id === draft?.leaverId)?.name ?? person.name
  return { draft, change, restart, work, people, leaverName }
}

function emptyDraft(leaverId: string): HandoverDraft {
  return { leaverId, successorId: null, successorName: '', on: isoDay(new Date()), introduction: '', leftOut: [], notes: {}, ticked: [] }
}

/** What the dossier is written from. */
export function planOf({ leftOut, ...draft }: HandoverDraft, work: LeftWork, leaverName: string): HandoverPlan {
  const chosen = (kind: keyof LeftWork): string[] => work[kind].map(({ id }) => id).filter((id) => !leftOut.includes(id))
  return { ...draft, leaverName, tasks: chosen('tasks'), statements: chosen('statements'), events: chosen('events'), series: chosen('series'), bodies: chosen('bodies'), contacts: chosen('contacts') }
}

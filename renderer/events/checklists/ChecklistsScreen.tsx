import { IconListCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { useCommand } from '../../app/commands.ts'
import { api, office } from '../../app/office.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { SplitView } from '../../ui/SplitView.tsx'
import { attempt } from '../../ui/attempt.ts'
import { ListFrame } from '../ListFrame.tsx'
import { NewByTitle } from '../NewByTitle.tsx'
import { ChecklistRecord } from './ChecklistRecord.tsx'

/** „Checklisten": templates that come with the application, and what the office made of them. */
export function ChecklistsScreen(): ReactNode {
  const { id } = useSearch({ from: '/events/checklists' })
  const navigate = useNavigate()
  const [creating, setCreating] = useState(false)
  const { data, error } = useQuery(api.events.checklists.list.queryOptions())
  useCommand('new', () => setCreating(true))
  const show = (chosen: string | undefined): void => void navigate({ to: '/events/checklists', search: chosen ? { id: chosen } : {} })
  const create = (title: string): void => void attempt(async () => {
    const created = await office.events.checklists.create({ fields: { title, kinds: [], items: [] }, basedOn: '' })
    setCreating(false)
    show(created.id)
    return created
  }, 'Checkliste angelegt.')
  if (error) return <FailureAlert error={error} />
  const entries = data?.map(({ id: each, title, items, builtin, basedOn }) => ({ id: each, title, text: `${items.length} Schritte · ${builtin ? 'mitgeliefert' : basedOn === '' ? 'eigene' : 'eigene Fassung'}` }))
  return (
    <>
      <SplitView
        name="events.checklists" initial={400} smallest={280} recordSmallest={460}
        list={<ListFrame tab="checklists" title="Checklisten" add="Neue Checkliste" onAdd={() => setCreating(true)} entries={entries} empty="Noch keine Checkliste." current={id} onChoose={show} />}
        record={id === undefined
          ? <EmptyState icon={IconListCheck} title="Keine Checkliste gewählt" text="Die mitgelieferten nennen übliche Vorläufe. Ihre Ämter verlangen vielleicht andere: Legen Sie eine eigene Fassung an, sie tritt an die Stelle der mitgelieferten." />
          : <ChecklistRecord key={id} id={id} onShow={show} />}
      />
      {creating && <NewByTitle title="Neue Checkliste" label="Titel der Checkliste" fault="Bitte der Checkliste einen Titel geben." onClose={() => setCreating(false)} onCreate={create} />}
    </>
  )
}

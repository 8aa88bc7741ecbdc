import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isoDay } from '../../../shared/dates.ts'
import { memberChannelLabels } from '../../../shared/directory/lists/labels.ts'
import { memberChannels, type MemberChannel, type MemberView, type StoredList } from '../../../shared/directory/lists/model.ts'
import { isHeldOn } from '../../../shared/directory/roles.ts'
import { api, office } from '../../app/office.ts'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'

interface ActionProps {
  list: StoredList
  ids: readonly string[]
  onDone: () => void
}

const contactsText = (count: number): string => count === 1 ? '1 Kontakt' : `${count.toLocaleString('de-DE')} Kontakte`

/** What can be done with the marked members of a list. */
export function MemberActions({ list, ids, view, onDone }: ActionProps & { view: MemberView }) {
  const [dialog, setDialog] = useState<'exclude' | 'reach' | null>(null)
  const release = async (): Promise<void> => {
    try {
      const { change } = await office.directory.lists.release({ id: list.id, contactIds: [...ids] })
      showUndoNotice(view === 'excluded' ? `${contactsText(ids.length)}: Ausnahme aufgehoben` : `${contactsText(ids.length)} entfernt`, 'office', change)
      onDone()
    } catch (error) {
      showFailure(error)
    }
  }
  const done = (): void => { setDialog(null); onDone() }
  return (
    <>
      {view !== 'excluded' && (
        <>
          <Button size="compact-sm" variant="default" onClick={() => setDialog('reach')}>Weg …</Button>
          <Button size="compact-sm" variant="default" onClick={() => setDialog('exclude')}>Ausnehmen …</Button>
        </>
      )}
      <Button size="compact-sm" variant="default" onClick={() => void release()}>{view === 'excluded' ? 'Ausnahme aufheben' : 'Entfernen'}</Button>
      {dialog === 'exclude' && <ExcludeDialog list={list} ids={ids} onDone={done} onClose={() => setDialog(null)} />}
      {dialog === 'reach' && <ReachDialog list={list} ids={ids} onDone={done} onClose={() => setDialog(null)} />}
    </>
  )
}

/** Asks why contacts are kept out. */
function ExcludeDialog({ list, ids, onDone, onClose }: ActionProps & { onClose: () => void }) {
  const [note, setNote] = useState('')
  const exclude = async (): Promise<void> => {
    try {
      const { change } = await office.directory.lists.exclude({ id: list.id, contactIds: [...ids], note })
      showUndoNotice(`${contactsText(ids.length)} ausgenommen`, 'office', change)
      onDone()
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <Modal opened onClose={onClose} title={`${contactsText(ids.length)} ausnehmen`}>
      <form aria-label="Ausnehmen" onSubmit={(event) => { event.preventDefault(); void exclude() }}>
        <Stack gap="sm">
          <TextInput
            data-autofocus
            label="Grund"
            description="Ausgenommene bleiben draußen, auch wenn die Regel sie findet."
            placeholder="z. B. möchte keine Einladungen"
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Group gap="sm">
            <Button type="submit">Ausnehmen</Button>
            <Button variant="default" onClick={onClose}>Abbrechen</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

/** Asks on which way members are reached, and for a single organisation to whom there. */
function ReachDialog({ list, ids, onDone, onClose }: ActionProps & { onClose: () => void }) {
  const single = ids.length === 1 ? ids[0] ?? '' : ''
  const { data: contact } = useQuery(api.directory.get.queryOptions({ input: { id: single }, enabled: single !== '' }))
  const [channel, setChannel] = useState<MemberChannel | null>(null)
  const [personId, setPersonId] = useState<string | null>(null)
  const people = contact?.kind === 'organisation' ? contact.roles.filter((role) => isHeldOn(role, isoDay(new Date()))) : []
  const apply = async (): Promise<void> => {
    try {
      const reach = { ...channel !== null && { channel }, ...personId !== null && { personId: personId === 'organisation' ? '' : personId } }
      const { change } = await office.directory.lists.setReach({ id: list.id, contactIds: [...ids], ...reach })
      showUndoNotice(`Weg für ${contactsText(ids.length)} geändert`, 'office', change)
      onDone()
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <Modal opened onClose={onClose} title={`Weg für ${contactsText(ids.length)}`}>
      <form aria-label="Weg ändern" onSubmit={(event) => { event.preventDefault(); void apply() }}>
        <Stack gap="sm">
          <Select data-autofocus label="Weg" placeholder="unverändert" data={memberChannels.map((value) => ({ value, label: memberChannelLabels[value] }))} value={channel} onChange={setChannel} />
          {people.length > 0 && (
            <Select
              label="Geht an"
              placeholder="unverändert"
              data={[{ value: 'organisation', label: 'die Organisation selbst' }, ...uniquePeople(people)]}
              value={personId}
              onChange={setPersonId}
            />
          )}
          <Group gap="sm">
            <Button type="submit" disabled={channel === null && personId === null}>Übernehmen</Button>
            <Button variant="default" onClick={onClose}>Abbrechen</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

/** Somebody may hold two roles in the same organisation. */
function uniquePeople(roles: readonly { personId: string; personName: string; title: string }[]): { value: string; label: string }[] {
  const people = new Map<string, string>()
  for (const { personId, personName, title } of roles) if (!people.has(personId)) people.set(personId, [personName, title].filter(Boolean).join(', '))
  return [...people].map(([value, label]) => ({ value, label }))
}

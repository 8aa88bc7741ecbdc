import { Button, Group, Menu, Stack, Textarea, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { IconArrowBackUp, IconCheck, IconDots, IconHourglass, IconSend, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Release } from '../../../shared/correspondence/press/model.ts'
import { fitsRelease, type ReleaseAction } from '../../../shared/correspondence/press/workflow.ts'
import { isoDay } from '../../../shared/dates.ts'
import { api, office } from '../../app/office.ts'
import { flushUnsaved } from '../../app/unsaved.ts'
import { DecisionDialog } from '../../ui/DecisionDialog.tsx'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { SendRelease } from './SendRelease.tsx'

const { releases } = office.correspondence.press
const notices: Readonly<Record<ReleaseAction, string>> = {
  submit: 'An die Pressestelle gegeben.', return: 'Zurück im Entwurf.', release: 'Freigegeben; der Text ist fest.', reopen: 'Wieder im Entwurf; die Freigabe ist aufgehoben.', drop: 'Als nicht veröffentlicht vermerkt.',
}

/** What can be done with a release next, the most likely first. */
export function ReleaseActions({ release, onShow, onClose }: { release: Release; onShow(view: 'sent'): void; onClose(): void }): ReactNode {
  const [dialog, setDialog] = useState<'submit' | 'return' | 'release' | 'send' | null>(null)
  const { id, state } = release
  const can = (action: ReleaseAction): boolean => fitsRelease(action, state)
  const attempt = async (work: (version: number) => Promise<{ change: string | null }>, notice: string): Promise<void> => {
    try {
      await flushUnsaved()
      // What was typed a moment ago is stored by now, and with it the version has moved on.
      const { change } = await work((await releases.get({ id })).version)
      setDialog(null)
      showUndoNotice(notice, 'office', change)
    } catch (error) {
      showFailure(error)
    }
  }
  const act = (action: ReleaseAction, more: { by?: string; on?: string | null; note?: string } = {}): Promise<void> => attempt((version) => releases.act({ id, version, action, ...more }), notices[action])
  const followed = release.followUpDoneOn !== null
  const sendable = state === 'released' || state === 'sent'
  return (
    <Group gap="xs">
      {sendable && <Button variant={state === 'released' ? 'filled' : 'default'} leftSection={<IconSend size={17} aria-hidden />} onClick={() => setDialog('send')}>Versenden …</Button>}
      {can('submit') && <Button leftSection={<IconHourglass size={17} aria-hidden />} onClick={() => setDialog('submit')}>An die Pressestelle …</Button>}
      {can('release') && <Button variant={state === 'review' ? 'filled' : 'default'} leftSection={<IconCheck size={17} aria-hidden />} onClick={() => setDialog('release')}>Freigabe eintragen …</Button>}
      {can('return') && <Button variant="default" leftSection={<IconArrowBackUp size={17} aria-hidden />} onClick={() => setDialog('return')}>Zurück zum Entwurf …</Button>}
      {release.followUpOn !== null && state === 'sent' && (
        <Button variant="default" leftSection={<IconCheck size={17} aria-hidden />} onClick={() => void attempt((version) => releases.setFollowUp({ id, version, done: !followed }), followed ? 'Nachfrage wieder offen.' : 'Nachfrage erledigt.')}>{followed ? 'Nachfrage wieder öffnen' : 'Nachfrage erledigt'}</Button>
      )}
      <Menu position="bottom-end">
        <Menu.Target><Button variant="default" px={10} aria-label="Weiteres"><IconDots size={17} aria-hidden /></Button></Menu.Target>
        <Menu.Dropdown>
          {can('reopen') && <Menu.Item onClick={() => void act('reopen')}>Wieder aufnehmen</Menu.Item>}
          {can('drop') && <Menu.Item onClick={() => void act('drop')}>Nicht veröffentlicht</Menu.Item>}
          <Menu.Item leftSection={<IconTrash size={15} aria-hidden />} onClick={() => void attempt(async (version) => { const receipt = await releases.remove({ id, version }); onClose(); return receipt }, 'Die Pressemitteilung liegt im Papierkorb.')}>Löschen</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog === 'send' && <SendRelease release={release} onClose={() => setDialog(null)} onSent={() => onShow('sent')} />}
      {dialog !== null && dialog !== 'send' && <ActDialog action={dialog} release={release} onAct={(more) => void act(dialog, more)} onClose={() => setDialog(null)} />}
    </Group>
  )
}

const titles = { submit: 'An die Pressestelle geben', return: 'Zurück zum Entwurf', release: 'Freigabe eintragen' } as const

function ActDialog({ action, release, onAct, onClose }: { action: 'submit' | 'return' | 'release'; release: Release; onAct(more: { by: string; on: string | null; note: string }): void; onClose(): void }): ReactNode {
  const { data } = useQuery(api.correspondence.press.settings.get.queryOptions())
  const [by, setBy] = useState<string | null>(null)
  const [on, setOn] = useState<string | null>(isoDay(new Date()))
  const [note, setNote] = useState('')
  const proposed = (action === 'release' ? release.submittedTo : '') || data?.settings.officeName || 'Pressestelle'
  return (
    <DecisionDialog title={titles[action]} confirm={titles[action]} onConfirm={() => onAct({ by: action === 'return' ? '' : by ?? proposed, on, note })} onClose={onClose}>
      <Stack gap="sm">
        {action === 'return'
          ? <Textarea label="Was soll geändert werden?" data-autofocus autosize minRows={3} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
          : <TextInput label={action === 'submit' ? 'An' : 'Freigegeben von'} data-autofocus value={by ?? proposed} onChange={(event) => setBy(event.currentTarget.value)} />}
        {action !== 'return' && <DateInput label="Am" valueFormat="DD.MM.YYYY" value={on} onChange={setOn} />}
      </Stack>
    </DecisionDialog>
  )
}

import { Button, Group, Menu } from '@mantine/core'
import { IconArrowBackUp, IconDots, IconEye, IconPencil, IconSend, IconSignature, IconUsers } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import type { Statement } from '../../../shared/correspondence/statements/model.ts'
import { isAllowed, type StatementAction } from '../../../shared/correspondence/statements/workflow.ts'
import { keysOf } from '../../../shared/shortcuts.ts'
import { useCommand } from '../../app/commands.ts'
import { office } from '../../app/office.ts'
import { useSession } from '../../app/session.ts'
import { flushUnsaved } from '../../app/unsaved.ts'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { FileInMatter } from '../register/FileInMatter.tsx'
import { useDraftTemplate } from './useDraftTemplate.ts'
import { ActionDialog, type DialogAction } from './ActionDialog.tsx'

const notices: Readonly<Record<StatementAction, string>> = {
  begin: 'Entwurf begonnen.', cosign: 'In Mitzeichnung gegeben.', submit: 'Zur Schlusszeichnung vorgelegt.', return: 'Entwurf zurückgegeben.', sign: 'Schlussgezeichnet; die Fassung ist eingefroren.',
  reopen: 'Schlusszeichnung aufgehoben.', dispatch: 'Versand vermerkt und im Postausgang eingetragen.', answer: 'Wirkung vermerkt.', drop: 'Ohne Stellungnahme erledigt.', resume: 'Wieder aufgenommen.',
}

/** What can be done next, the most likely first; F8 moves on, F9 gives back. */
export function StatementActions({ statement, letterVersion, onShow, onClose }: { statement: Statement; letterVersion: number | null; onShow(view: 'draft' | 'people'): void; onClose(): void }): ReactNode {
  const { person } = useSession()
  const [dialog, setDialog] = useState<DialogAction | 'file' | null>(null)
  const [template] = useDraftTemplate()
  const [busy, setBusy] = useState(false)
  const { id, state } = statement
  const can = (action: StatementAction): boolean => isAllowed(action, state, person.role) && (action !== 'sign' || letterVersion !== null)

  const act = async (action: StatementAction, more: Partial<Parameters<typeof office.correspondence.statements.act>[0]['input']> = {}): Promise<void> => {
    setBusy(true)
    try {
      await flushUnsaved()
      // What was typed a moment ago is stored by now, and with it the versions have moved on.
      const current = await office.correspondence.statements.get({ id })
      if (action === 'cosign' && current.contributors.length === 0) {
        onShow('people')
        return setBusy(false)
      }
      const letter = current.letterId === null ? null : await office.correspondence.get({ id: current.letterId })
      const { change } = await office.correspondence.statements.act({ id, version: current.version, input: { action, letterVersion: letter?.version ?? null, ...more } })
      setDialog(null)
      showUndoNotice(notices[action], 'office', change)
      if (action === 'begin') onShow('draft')
    } catch (error) {
      showFailure(error)
    }
    setBusy(false)
  }
  const asked = ['drafting', 'returned', 'cosigning'].includes(state) ? statement.contributors.find((each) => each.personId === person.id && each.role === 'cosign' && each.reply === '') : undefined
  const cosign = async (reply: 'agreed' | 'refused', remark = ''): Promise<void> => {
    setBusy(true)
    try {
      await flushUnsaved()
      const { version } = await office.correspondence.statements.get({ id })
      const { change } = await office.correspondence.statements.reply({ id, version, contributor: asked?.id ?? '', reply, remark })
      setDialog(null)
      showUndoNotice(reply === 'agreed' ? 'Mitgezeichnet.' : 'Mitzeichnung abgelehnt.', 'office', change)
    } catch (error) {
      showFailure(error)
    }
    setBusy(false)
  }
  const forward: StatementAction | 'reply' | null = can('sign') && state === 'submitted' ? 'sign' : asked ? 'reply' : can('submit') && !can('sign') ? 'submit' : null
  useCommand('forward-draft', () => { if (forward !== null) void (forward === 'reply' ? cosign('agreed') : act(forward)) }, forward !== null)
  useCommand('return-draft', () => setDialog('return'), can('return'))

  const remove = async (): Promise<void> => {
    try {
      const { change } = await office.correspondence.statements.remove({ id, version: statement.version })
      showUndoNotice('Die Stellungnahme liegt im Papierkorb.', 'office', change)
      onClose()
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <Group gap="xs">
      {asked && <Button loading={busy} leftSection={<IconSignature size={17} aria-hidden />} onClick={() => void cosign('agreed')}>Mitzeichnen ({keysOf('forward-draft')})</Button>}
      {asked && <Button variant="default" onClick={() => setDialog('refuse')}>Nicht mitzeichnen …</Button>}
      {can('begin') && <Button loading={busy} leftSection={<IconPencil size={17} aria-hidden />} onClick={() => void act('begin', { template })}>Entwurf beginnen</Button>}
      {can('sign') && <Button loading={busy} variant={state === 'submitted' ? 'filled' : 'default'} leftSection={<IconSignature size={17} aria-hidden />} onClick={() => void act('sign')}>Schlusszeichnen{state === 'submitted' ? ` (${keysOf('forward-draft')})` : ''}</Button>}
      {can('return') && <Button variant="default" leftSection={<IconArrowBackUp size={17} aria-hidden />} onClick={() => setDialog('return')}>Zurückgeben ({keysOf('return-draft')})</Button>}
      {can('submit') && <Button loading={busy} variant={can('sign') ? 'default' : 'filled'} leftSection={<IconEye size={17} aria-hidden />} onClick={() => void act('submit')}>Vorlegen{forward === 'submit' ? ` (${keysOf('forward-draft')})` : ''}</Button>}
      {can('cosign') && <Button variant="default" leftSection={<IconUsers size={17} aria-hidden />} onClick={() => void act('cosign')}>In Mitzeichnung geben</Button>}
      {can('dispatch') && <Button leftSection={<IconSend size={17} aria-hidden />} onClick={() => setDialog('dispatch')}>Versand vermerken …</Button>}
      {can('answer') && <Button variant={state === 'sent' ? 'filled' : 'default'} onClick={() => setDialog('answer')}>Was wurde daraus? …</Button>}
      {can('resume') && <Button variant="default" onClick={() => void act('resume')}>Wieder aufnehmen</Button>}
      <Menu position="bottom-end">
        <Menu.Target><Button variant="default" px="xs" aria-label="Weitere Schritte"><IconDots size={18} aria-hidden /></Button></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setDialog('file')}>In Vorgang ablegen …</Menu.Item>
          {can('reopen') && <Menu.Item onClick={() => void act('reopen')}>Schlusszeichnung aufheben</Menu.Item>}
          {can('drop') && <Menu.Item onClick={() => setDialog('drop')}>Ohne Stellungnahme erledigen …</Menu.Item>}
          <Menu.Item onClick={() => void remove()}>In den Papierkorb</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog === 'file' && <FileInMatter record={{ type: 'statement', id }} title={statement.subject} onClose={() => setDialog(null)} />}
      {dialog !== null && dialog !== 'file' && <ActionDialog action={dialog} statement={statement} busy={busy} onClose={() => setDialog(null)} onDone={(more) => void (dialog === 'refuse' ? cosign('refused', more.remark) : act(dialog, more))} />}
    </Group>
  )
}

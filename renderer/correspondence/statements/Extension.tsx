import { Button, Checkbox, Group, Modal, Radio, Stack, Text, Textarea, Title } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { IconCalendarPlus, IconMailForward } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { effectiveDue, type Statement } from '../../../shared/correspondence/statements/model.ts'
import { openStates } from '../../../shared/correspondence/statements/workflow.ts'
import { germanDate } from '../../../shared/dates.ts'
import { addDays } from '../../../shared/holidays/days.ts'
import { firstOpenDay, officeClosed } from '../../../shared/holidays/holidays.ts'
import { failureOf } from '../../app/failure.ts'
import { office } from '../../app/office.ts'
import { openRecord } from '../../app/openRecord.ts'
import { flushUnsaved } from '../../app/unsaved.ts'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import parts from '../parts.module.css'

const { statements } = office.correspondence

/** „Frist": until when, and whether more time was asked for, given or refused. */
export function Extension({ statement }: { statement: Statement }): ReactNode {
  const [dialog, setDialog] = useState<'ask' | 'answer' | null>(null)
  const { extension, extensionAskedOn, extensionWanted, extensionReason, extensionLetterId, extensionAnsweredOn, dueOn } = statement
  const due = effectiveDue(statement)
  const open = openStates.includes(statement.state) && !statement.trashed
  if (due === null) return null
  const words = {
    '': '', asked: `Verlängerung bis ${germanDate(extensionWanted ?? due)} beantragt${extensionAskedOn === null ? '' : ` am ${germanDate(extensionAskedOn)}`}, noch keine Antwort.`,
    granted: `Verlängerung gewährt${extensionAnsweredOn === null ? '' : ` am ${germanDate(extensionAnsweredOn)}`}; die ursprüngliche Frist war ${dueOn === null ? 'offen' : germanDate(dueOn)}.`,
    refused: `Verlängerung abgelehnt${extensionAnsweredOn === null ? '' : ` am ${germanDate(extensionAnsweredOn)}`}.`,
  }[extension]
  return (
    <section className={parts.section} aria-label="Frist der anfragenden Stelle">
      <Group justify="space-between" gap="xs">
        <Title order={3} size="h4">Frist {germanDate(due)}</Title>
        {open && (
          <Group gap="xs">
            {extension === 'asked' && <Button size="compact-sm" onClick={() => setDialog('answer')}>Antwort vermerken …</Button>}
            <Button size="compact-sm" variant="default" leftSection={<IconCalendarPlus size={15} aria-hidden />} onClick={() => setDialog('ask')}>Verlängerung beantragen …</Button>
          </Group>
        )}
      </Group>
      {words !== '' && <Text size="sm">{words}{extensionReason === '' ? '' : ` Grund: ${extensionReason}`}</Text>}
      {extensionLetterId !== null && <Button w="fit-content" size="compact-sm" variant="subtle" leftSection={<IconMailForward size={15} aria-hidden />} onClick={() => openRecord({ type: 'letter', id: extensionLetterId })}>Schreiben mit der Bitte öffnen</Button>}
      {dialog === 'ask' && <Ask statement={statement} due={due} onClose={() => setDialog(null)} />}
      {dialog === 'answer' && <Answer statement={statement} onClose={() => setDialog(null)} />}
    </section>
  )
}

function Ask({ statement, due, onClose }: { statement: Statement; due: string; onClose(): void }): ReactNode {
  const [wanted, setWanted] = useState(() => firstOpenDay(addDays(due, 7), 1, (day) => officeClosed(day, statement.land)))
  const [reason, setReason] = useState('')
  const [letter, setLetter] = useState(true)
  const { busy, errors, run } = useRun(statement.id, onClose)
  return (
    <Modal opened onClose={onClose} title="Fristverlängerung beantragen">
      <form onSubmit={(event) => { event.preventDefault(); void run('Verlängerung beantragt.', async (version) => {
        const { change, letterId } = await statements.askExtension({ id: statement.id, version, wanted, reason, letter })
        if (letterId !== null) openRecord({ type: 'letter', id: letterId })
        return change
      }) }}>
        <Stack gap="sm">
          <DateInput label="Verlängern bis" valueFormat="DD.MM.YYYY" minDate={addDays(due, 1)} value={wanted} error={errors.wanted} onChange={(day) => day && setWanted(day)} />
          <Textarea label="Grund" description="Steht im Schreiben; leer: die Abstimmung ist noch nicht abgeschlossen." autosize minRows={2} data-autofocus value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
          <Checkbox label="Schreiben an die anfragende Stelle beginnen" checked={letter} onChange={(event) => setLetter(event.currentTarget.checked)} />
          <Buttons label="Beantragen" busy={busy} onClose={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}

function Answer({ statement, onClose }: { statement: Statement; onClose(): void }): ReactNode {
  const [granted, setGranted] = useState(true)
  const [until, setUntil] = useState<string | null>(statement.extensionWanted)
  const [remark, setRemark] = useState('')
  const { busy, errors, run } = useRun(statement.id, onClose)
  return (
    <Modal opened onClose={onClose} title="Antwort auf die Bitte um Verlängerung">
      <form onSubmit={(event) => { event.preventDefault(); void run(granted ? 'Verlängerung vermerkt; die Zwischentermine sind verschoben.' : 'Ablehnung vermerkt.', async (version) => (await statements.answerExtension({ id: statement.id, version, granted, until: granted ? until : null, remark })).change) }}>
        <Stack gap="sm">
          <Radio.Group label="Antwort" value={granted ? 'granted' : 'refused'} onChange={(value) => setGranted(value === 'granted')}>
            <Group mt={4}><Radio value="granted" label="Gewährt" /><Radio value="refused" label="Abgelehnt" /></Group>
          </Radio.Group>
          {granted && <DateInput label="Neue Frist" valueFormat="DD.MM.YYYY" value={until} error={errors.until} onChange={setUntil} />}
          <Textarea label="Bemerkung" autosize minRows={2} value={remark} onChange={(event) => setRemark(event.currentTarget.value)} />
          <Buttons label="Vermerken" busy={busy} onClose={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}

function Buttons({ label, busy, onClose }: { label: string; busy: boolean; onClose(): void }): ReactNode {
  return (
    <Group justify="flex-end" gap="xs">
      <Button variant="subtle" onClick={onClose}>Abbrechen</Button>
      <Button type="submit" loading={busy}>{label}</Button>
    </Group>
  )
}

/** Runs what a dialog asks for on the statement as it is now, what was typed a moment ago included. */
export function useRun(id: string, onClose: () => void): { busy: boolean; errors: Readonly<Record<string, string>>; run(notice: string, work: (version: number) => Promise<string | null>): Promise<void> } {
  const [busy, setBusy] = useState(false)
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const run = async (notice: string, work: (version: number) => Promise<string | null>): Promise<void> => {
    setBusy(true)
    try {
      await flushUnsaved()
      const change = await work((await statements.get({ id })).version)
      onClose()
      showUndoNotice(notice, 'office', change)
    } catch (error) {
      const { fields } = failureOf(error).data
      if (fields) setErrors(fields)
      else showFailure(error)
      setBusy(false)
    }
  }
  return { busy, errors, run }
}

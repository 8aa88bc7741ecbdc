import { Button, Group, Modal, Select, Stack, Textarea } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useState, type ReactNode } from 'react'
import type { ActionInput } from '../../../shared/correspondence/statements/contract.ts'
import type { Statement } from '../../../shared/correspondence/statements/model.ts'
import { mailWayLabels, mailWays, outcomeLabels, outcomes, type MailWay, type Outcome } from '../../../shared/correspondence/statements/workflow.ts'
import { isoDay } from '../../../shared/dates.ts'
import { choices } from './StatementFields.tsx'

export type DialogAction = 'return' | 'dispatch' | 'answer' | 'drop' | 'refuse'

const texts: Readonly<Record<DialogAction, { title: string; remark: string; button: string; needed: boolean }>> = {
  return: { title: 'Entwurf zurückgeben', remark: 'Was ist zu ändern?', button: 'Zurückgeben', needed: true },
  dispatch: { title: 'Versand vermerken', remark: 'Bemerkung', button: 'Versand vermerken', needed: false },
  answer: { title: 'Was wurde daraus?', remark: 'Antwort oder Ergebnis', button: 'Vermerken', needed: false },
  refuse: { title: 'Nicht mitzeichnen', remark: 'Grund; er steht bei der Mitzeichnung', button: 'Vermerken', needed: true },
  drop: { title: 'Ohne Stellungnahme erledigen', remark: 'Grund, z. B. Fehlanzeige oder nicht zuständig', button: 'Erledigen', needed: true },
}

/** Asks for what an action needs. */
export function ActionDialog({ action, statement, busy, onClose, onDone }: { action: DialogAction; statement: Statement; busy: boolean; onClose(): void; onDone(input: Partial<ActionInput>): void }): ReactNode {
  const [remark, setRemark] = useState(action === 'answer' ? statement.outcomeText : '')
  const [on, setOn] = useState(isoDay(new Date()))
  const [way, setWay] = useState<MailWay>(statement.way)
  const [outcome, setOutcome] = useState<Outcome>(statement.outcome)
  const [followUpOn, setFollowUpOn] = useState<string | null>(statement.followUpOn)
  const [missing, setMissing] = useState(false)
  const { title, remark: label, button, needed } = texts[action]
  const done = (): void => {
    if (needed && remark.trim() === '') return setMissing(true)
    onDone({ remark, ...(action === 'dispatch' && { on, way }), ...(action === 'answer' && { on, outcome, followUpOn: outcome === 'open' ? followUpOn : null }) })
  }
  return (
    <Modal opened onClose={onClose} title={title}>
      <form onSubmit={(event) => { event.preventDefault(); done() }}>
        <Stack gap="sm">
          {action === 'answer' && <Select label="Ergebnis" data={choices(outcomes, outcomeLabels)} value={outcome} onChange={(value) => value && setOutcome(value as Outcome)} />}
          {action === 'dispatch' && <Select label="Weg" data={choices(mailWays, mailWayLabels)} value={way} onChange={(value) => value && setWay(value as MailWay)} />}
          {(action === 'dispatch' || (action === 'answer' && outcome !== 'open')) && <DateInput label={action === 'dispatch' ? 'Versandt am' : 'Bekannt seit'} valueFormat="DD.MM.YYYY" value={on} onChange={(value) => value && setOn(value)} />}
          {action === 'answer' && outcome === 'open' && <DateInput label="Wieder nachfragen am" valueFormat="DD.MM.YYYY" clearable value={followUpOn} onChange={setFollowUpOn} />}
          <Textarea label={label} autosize minRows={3} value={remark} data-autofocus error={missing ? 'Bitte etwas eintragen.' : undefined} onChange={(event) => { setRemark(event.currentTarget.value); setMissing(false) }} />
          <Group justify="flex-end" gap="xs">
            <Button variant="subtle" onClick={onClose}>Abbrechen</Button>
            <Button type="submit" loading={busy}>{button}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

import { Checkbox, Text } from '@mantine/core'
import { useState } from 'react'
import { parseDayInput } from '../../../../shared/day-input.ts'
import type { StoredDeadline } from '../../../../shared/counselling/deadlines/stored.ts'
import { addDays, addMonths } from '../../../../shared/holidays/days.ts'
import { desktop, office } from '../../../app/office.ts'
import { OutputDialog } from '../../OutputDialog.tsx'
import { useToday } from '../../useToday.ts'
import { DayField } from '../DayField.tsx'

/** Writes the „Fristenbuch“ of a period; the running month is offered. */
export function BookDialog({ onClose }: { onClose(): void }) {
  const today = useToday()
  const first = `${today.slice(0, 8)}01`
  const [from, setFrom] = useState<string | null>(first)
  const [to, setTo] = useState<string | null>(addDays(addMonths(first, 1), -1))
  const parse = (text: string): string | null => parseDayInput(text, new Date())
  const save = async (): Promise<string | null> => {
    if (from === null || to === null) return null
    const target = await desktop.chooseSaveTarget({ name: `Fristenbuch ${from} bis ${to}.docx`, kind: 'docx' })
    if (!target) return null
    const { count } = await office.counselling.deadlines.saveBook({ from, to, grant: target.grant })
    return `„${target.name}“ gespeichert, ${count === 1 ? '1 Eintrag' : `${count} Einträge`}.`
  }
  return (
    <OutputDialog title="Fristenbuch" saves="docx" button="Speichern unter …" onClose={onClose} onSave={save}>
      <Text size="sm">Alle Fristen, die in diesem Zeitraum eingetragen oder erledigt wurden oder enden, mit Prüfung und jeder Änderung. Auch gelöschte stehen darin. Word-Datei zum Drucken.</Text>
      <DayField label="Von" value={from} parse={parse} onChange={setFrom} />
      <DayField label="Bis" value={to} parse={parse} onChange={setTo} error={from !== null && to !== null && to < from ? 'Das Ende liegt vor dem Anfang.' : undefined} />
    </OutputDialog>
  )
}

/** Writes the person's own open deadlines for the calendar of their choice. */
export function CalendarDialog({ onClose }: { onClose(): void }) {
  const [caseNumbers, setCaseNumbers] = useState(false)
  const save = async (): Promise<string | null> => {
    const target = await desktop.chooseSaveTarget({ name: 'Fristen.ics', kind: 'ics' })
    if (!target) return null
    const { count } = await office.counselling.deadlines.saveCalendar({ grant: target.grant, caseNumbers })
    return `„${target.name}“ gespeichert, ${count === 1 ? '1 Frist' : `${count} Fristen`}.`
  }
  return (
    <OutputDialog title="Kalenderdatei" saves="ics" button="Speichern unter …" onClose={onClose} onSave={save}>
      <Text size="sm">
        Die offenen Fristen der eigenen Fälle mit ihren Vorfristen als Erinnerung, für Outlook und andere Kalender. Darin steht nur die
        Nummer der Frist, nie ein Alias, ein Name oder der Gegenstand.
      </Text>
      <Checkbox label="Nummer des Falls dazuschreiben" checked={caseNumbers} onChange={(event) => setCaseNumbers(event.currentTarget.checked)} />
    </OutputDialog>
  )
}

/** Writes the „Fristzettel“ for the client. */
export function SlipDialog({ deadline, onClose }: { deadline: StoredDeadline; onClose(): void }) {
  const [bilingual, setBilingual] = useState(false)
  const save = async (): Promise<string | null> => {
    const target = await desktop.chooseSaveTarget({ name: `Fristzettel ${deadline.number}.docx`, kind: 'docx' })
    if (!target) return null
    await office.counselling.deadlines.saveSlip({ id: deadline.id, grant: target.grant, bilingual })
    return `„${target.name}“ gespeichert.`
  }
  const missing = [deadline.task.trim() === '' && '„Was zu tun ist“', deadline.place.trim() === '' && '„Wo“'].filter(Boolean).join(' und ')
  return (
    <OutputDialog title="Fristzettel" saves="docx" button="Speichern unter …" onClose={onClose} onSave={save}>
      <Text size="sm">Eine Seite in einfachem Deutsch zum Mitgeben: bis wann, was, wo, und die Telefonnummer des Büros. Ohne Namen.</Text>
      {missing !== '' && <Text size="sm">Noch leer: {missing}. Der Zettel verweist dann auf den Bescheid und auf das Gespräch.</Text>}
      <Checkbox
        label="Zweispaltig" description="rechts bleibt Platz für die Sprache der ratsuchenden Person" checked={bilingual}
        onChange={(event) => setBilingual(event.currentTarget.checked)}
      />
    </OutputDialog>
  )
}

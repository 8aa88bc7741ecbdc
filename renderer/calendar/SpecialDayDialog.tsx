import { Button, Group, Loader, Modal, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { IconEyeOff, IconRestore } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { certaintyLabels, specialDayLabels, specialDays, type SpecialDay } from '../../shared/calendar/days.ts'
import type { Overruled, OverruleInput } from '../../shared/calendar/model.ts'
import { addDays, germanDay } from '../../shared/holidays/days.ts'
import { failureOf } from '../app/failure.ts'
import { api, office } from '../app/office.ts'
import { useOfficeLand } from '../app/useOfficeLand.ts'
import { ComingDayField } from '../ui/ComingDayField.tsx'
import { showFailure, showUndoNotice } from '../ui/notices.tsx'
import classes from './Calendar.module.css'

/** A feast, action day or holiday: where its date comes from, and what the office says of it. `near` is a day on which it is shown. */
export function SpecialDayDialog({ id, near, onClose }: { id: string; near: string; onClose(): void }): ReactNode {
  const land = useOfficeLand()
  const { data } = useQuery(api.calendar.days.list.queryOptions({ input: { from: near, to: near, land } }))
  // An office may have laid it up to a year away.
  const day = specialDays(addDays(near, -366), addDays(near, 366), { land }).find((each) => each.id === id)
  if (!day) return null
  return (
    <Modal opened onClose={onClose} title={day.name} size="lg">
      {data ? <Shown day={day} said={data.overruled.findLast(({ specialDayId }) => specialDayId === id) ?? null} onClose={onClose} /> : <Loader aria-label="Wird geladen" />}
    </Modal>
  )
}

function Shown({ day, said, onClose }: { day: SpecialDay; said: Overruled | null; onClose(): void }): ReactNode {
  const [fields, setFields] = useState<OverruleInput>({ specialDayId: day.id, hidden: said?.hidden ?? false, from: said?.from ?? null, to: said?.to ?? null, note: said?.note ?? '' })
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const step = async (work: () => Promise<{ change: string | null }>, notice: string): Promise<void> => {
    try {
      const { change } = await work()
      showUndoNotice(notice, 'office', change)
      onClose()
    } catch (error) {
      const faults = failureOf(error).data.fields
      if (faults) setErrors(faults)
      else showFailure(error)
    }
  }
  const facts: readonly (readonly [string, string])[] = [
    ['Art', [specialDayLabels[day.kind], day.community].filter((part) => part !== '').join(' · ')], ['Datum', `${span(day.from, day.to)} (${certaintyLabels[day.certainty]})`],
    ...(day.eve ? [['Beginn', 'am Vorabend bei Sonnenuntergang'] as const] : []), ...(day.note === '' ? [] : [['Hinweis', day.note] as const]), ['Quelle', day.source],
  ]
  const changed = fields.from !== (said?.from ?? null) || fields.to !== (said?.to ?? null) || fields.note !== (said?.note ?? '')
  return (
    <form onSubmit={(event) => { event.preventDefault(); void step(() => office.calendar.days.overrule({ fields: { ...fields, hidden: false } }), `„${day.name}“ ist geändert.`) }}>
      <Stack gap="sm">
        <dl className={classes.facts}>{facts.map(([term, text]) => <div key={term}><Text component="dt" size="xs" c="dimmed">{term}</Text><Text component="dd" size="sm" m={0}>{text}</Text></div>)}</dl>
        {said && <Text size="sm" fw={600}>{said.hidden ? 'Ihr Büro blendet diesen Tag aus.' : said.from === null ? 'Ihr Büro hat einen Hinweis eingetragen.' : `Ihr Büro hat ihn auf ${span(said.from, said.to ?? said.from)} gelegt.`}</Text>}
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <ComingDayField label="Bei uns am" placeholder={germanDay(day.from)} clearable value={fields.from} error={errors.from} onChange={(from) => setFields({ ...fields, from, to: from === null ? null : fields.to })} />
          <ComingDayField label="bis" placeholder="einen Tag lang" clearable disabled={fields.from === null} value={fields.to} error={errors.to} onChange={(to) => setFields({ ...fields, to })} />
        </SimpleGrid>
        <TextInput label="Eigener Hinweis" placeholder="z. B. laut Moscheegemeinde" maxLength={500} value={fields.note} onChange={(change) => setFields({ ...fields, note: change.currentTarget.value })} />
      </Stack>
      <Group mt="md" gap="sm">
        <Button type="submit" disabled={!changed}>Speichern</Button>
        {!said?.hidden && <Button variant="default" leftSection={<IconEyeOff size={17} aria-hidden />} onClick={() => void step(() => office.calendar.days.overrule({ fields: { ...fields, hidden: true } }), `„${day.name}“ ist ausgeblendet.`)}>Ausblenden</Button>}
        {said && <Button variant="default" leftSection={<IconRestore size={17} aria-hidden />} onClick={() => void step(() => office.calendar.days.restore({ id: said.id, version: said.version }), `Für „${day.name}“ gilt wieder das Datum des Programms.`)}>Datum des Programms verwenden</Button>}
      </Group>
    </form>
  )
}

function span(from: string, to: string): string {
  return from === to ? germanDay(from) : `${germanDay(from)} bis ${germanDay(to)}`
}

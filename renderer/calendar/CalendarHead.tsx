import { ActionIcon, Button, FileButton, Group, Menu, SegmentedControl, Text, Title } from '@mantine/core'
import { IconCalendarStar, IconChevronLeft, IconChevronRight, IconDots, IconPlus, IconPrinter, IconSchool } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Layer } from '../../shared/calendar/model.ts'
import { office } from '../app/office.ts'
import { useOfficeLand } from '../app/useOfficeLand.ts'
import { ExportItem } from '../ui/Export.tsx'
import { saveTable } from '../ui/saveTable.ts'
import { calendarViews, periodLabel, periodOf, viewLabels, type CalendarView } from './periods.ts'
import { readSchoolHolidays } from './readSchoolHolidays.ts'
import classes from './Calendar.module.css'

/** What is shown, the way back and forth, the views, and what goes on paper. */
export function CalendarHead({ view, date, shown, onView, onStep, onToday, onNew }: {
  view: CalendarView
  date: string
  /** Layers that go on paper. */
  shown: readonly Layer[]
  onView(view: CalendarView): void
  onStep(step: 1 | -1): void
  onToday(): void
  onNew(): void
}): ReactNode {
  const land = useOfficeLand()
  const navigate = useNavigate()
  const print = (of: 'week' | 'month'): void => void saveTable(of === 'week' ? 'Kalender-Woche' : 'Kalender-Monat', 'pdf', (grant) =>
    office.calendar.saveAgenda({ span: { ...periodOf(of, date), land }, layers: shown.filter((layer) => layer !== 'counselling'), title: periodLabel(of, date), grant }))
  return (
    <header className={classes.head}>
      <Title order={1} size="h3">Kalender</Title>
      <Group gap={6} wrap="nowrap">
        <ActionIcon variant="default" size={34} aria-label="Zurück" title="Zurück (Bild auf)" onClick={() => onStep(-1)}><IconChevronLeft size={18} aria-hidden /></ActionIcon>
        <Button variant="default" title="Taste T" onClick={onToday}>Heute</Button>
        <ActionIcon variant="default" size={34} aria-label="Weiter" title="Weiter (Bild ab)" onClick={() => onStep(1)}><IconChevronRight size={18} aria-hidden /></ActionIcon>
      </Group>
      <Text component="output" fw={600} className={classes.period}>{periodLabel(view, date)}</Text>
      <SegmentedControl size="xs" aria-label="Ansicht" value={view} data={calendarViews.map((value, index) => ({ value, label: <span title={`Taste ${index + 1}`}>{viewLabels[value]}</span> }))} onChange={(value) => onView(value as CalendarView)} />
      <Group gap={6} wrap="nowrap">
        <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={onNew}>Neu</Button>
        <Menu position="bottom-end">
          <Menu.Target><ActionIcon variant="default" size={34} aria-label="Weitere Schritte"><IconDots size={18} aria-hidden /></ActionIcon></Menu.Target>
          <Menu.Dropdown>
            <ExportItem format="pdf" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => print('week')}>Diese Woche als PDF …</ExportItem>
            <ExportItem format="pdf" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => print('month')}>Diesen Monat als PDF …</ExportItem>
            <Menu.Item leftSection={<IconCalendarStar size={16} aria-hidden />} onClick={() => void navigate({ to: '/calendar/days', search: {} })}>Feste und Aktionstage …</Menu.Item>
            <FileButton accept=".ics,.ical,text/calendar" inputProps={{ 'aria-label': 'Ferienkalender' }} onChange={(file) => file && void readSchoolHolidays(file)}>
              {(props) => <Menu.Item closeMenuOnClick={false} leftSection={<IconSchool size={16} aria-hidden />} {...props}>Schulferien einlesen (.ics) …</Menu.Item>}
            </FileButton>
          </Menu.Dropdown>
        </Menu>
      </Group>
    </header>
  )
}

import { Button, Menu } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { isoDay } from '../../shared/dates.ts'
import { addDays, weekday } from '../../shared/holidays/days.ts'
import type { TaskSheet } from '../../shared/tasks/model.ts'
import { office } from '../app/office.ts'
import { ExportItem } from '../ui/Export.tsx'
import { saveTable } from '../ui/saveTable.ts'

/** Lists of a day and of a week for the desk or the pocket. */
export function SheetMenu(): ReactNode {
  const today = isoDay(new Date())
  const save = (name: string, what: TaskSheet, on: string, whose: 'mine' | 'all'): void => void saveTable(name, 'pdf', (grant) => office.tasks.save({ what, on, whose, grant }))
  const nextMonday = addDays(today, 8 - weekday(today))
  return (
    <Menu position="bottom-end">
      <Menu.Target><Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />}>Listen</Button></Menu.Target>
      <Menu.Dropdown>
        <ExportItem format="pdf" onClick={() => save('Aufgaben-heute', 'day', today, 'mine')}>Tagesliste als PDF …</ExportItem>
        <ExportItem format="pdf" onClick={() => save('Aufgaben-Woche', 'week', today, 'mine')}>Wochenliste als PDF …</ExportItem>
        <ExportItem format="pdf" onClick={() => save('Aufgaben-naechste-Woche', 'week', nextMonday, 'mine')}>Nächste Woche als PDF …</ExportItem>
        <ExportItem format="pdf" onClick={() => save('Aufgaben-Woche-alle', 'week', today, 'all')}>Wochenliste für alle als PDF …</ExportItem>
      </Menu.Dropdown>
    </Menu>
  )
}

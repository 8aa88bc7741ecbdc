import { Button, Menu } from '@mantine/core'
import { IconCalendarShare } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { ExportCalendar } from './ExportCalendar.tsx'
import { ImportCalendar } from './ImportCalendar.tsx'

/** Calendar files, out and in. `selected`: events that are marked in the list. */
export function CalendarMenu({ selected, seriesId }: { selected: ReadonlySet<string>; seriesId: string | null }): ReactNode {
  const [open, setOpen] = useState<'export' | 'import' | null>(null)
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target><Button variant="default" px={8} aria-label="Kalenderdatei" title="Kalenderdatei speichern oder einlesen"><IconCalendarShare size={18} aria-hidden /></Button></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpen('export')}>Kalenderdatei speichern …</Menu.Item>
          <Menu.Item onClick={() => setOpen('import')}>Kalenderdatei einlesen …</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {open === 'export' && <ExportCalendar selected={[...selected]} seriesId={seriesId} onClose={() => setOpen(null)} />}
      {open === 'import' && <ImportCalendar seriesId={seriesId} onClose={() => setOpen(null)} />}
    </>
  )
}

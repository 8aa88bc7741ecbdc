import { Button, Menu } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import type { OfficeEvent } from '../../../../shared/events/model.ts'
import type { Roster } from '../../../../shared/events/participants/model.ts'
import { hasPlace } from '../../../../shared/events/participants/places.ts'
import { useCommand } from '../../../app/commands.ts'
import { BadgesDialog } from './BadgesDialog.tsx'
import { CertificatesDialog } from './CertificatesDialog.tsx'
import { ListDialog } from './ListDialog.tsx'
import { SignInDialog } from './SignInDialog.tsx'
import { TableCardsDialog } from './TableCardsDialog.tsx'
import { saveConsentSheet, saveNeedsSheet } from './savePaper.ts'
import { ExportItem } from '../../../ui/Export.tsx'

type Paper = 'list' | 'sign-in' | 'badges' | 'cards' | 'certificates'

/** Papers of the list: for the door, the table, the kitchen, and afterwards. */
export function PrintMenu({ event, roster }: { event: OfficeEvent; roster: Roster }): ReactNode {
  const [open, setOpen] = useState(false)
  const [paper, setPaper] = useState<Paper | null>(null)
  const placed = roster.participants.filter(hasPlace).length
  const present = roster.participants.filter(({ arrivedAt }) => arrivedAt !== null).length
  const close = (): void => setPaper(null)
  useCommand('print', () => setOpen(true), placed > 0)
  return (
    <>
      <Menu position="bottom-end" opened={open} onChange={setOpen}>
        <Menu.Target><Button size="compact-md" variant="default" disabled={placed === 0} leftSection={<IconPrinter size={16} aria-hidden />}>Drucken</Button></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setPaper('sign-in')}>Unterschriftenliste …</Menu.Item>
          <Menu.Item onClick={() => setPaper('badges')}>Namensschilder …</Menu.Item>
          <Menu.Item onClick={() => setPaper('cards')}>Tischkarten …</Menu.Item>
          <Menu.Item disabled={present === 0} onClick={() => setPaper('certificates')}>Teilnahmebescheinigungen …</Menu.Item>
          <Menu.Divider />
          <Menu.Label>Nur Zahlen, keine Namen</Menu.Label>
          <ExportItem format="pdf" onClick={() => void saveNeedsSheet(event.id, 'caterer', 'pdf')}>Für die Küche (PDF) …</ExportItem>
          <ExportItem format="xlsx" onClick={() => void saveNeedsSheet(event.id, 'caterer', 'xlsx')}>Für die Küche (Excel) …</ExportItem>
          <Menu.Item onClick={() => void saveNeedsSheet(event.id, 'all', 'pdf')}>Aller Bedarf (PDF) …</Menu.Item>
          <Menu.Divider />
          <ExportItem format="xlsx" onClick={() => setPaper('list')}>Liste mit Namen (Excel) …</ExportItem>
          <Menu.Item onClick={() => void saveConsentSheet(event.id)}>Einwilligungen in Fotos …</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {paper === 'list' && <ListDialog eventId={event.id} count={roster.participants.length} onClose={close} />}
      {paper === 'sign-in' && <SignInDialog eventId={event.id} onClose={close} />}
      {paper === 'badges' && <BadgesDialog roster={roster} onClose={close} />}
      {paper === 'cards' && <TableCardsDialog roster={roster} onClose={close} />}
      {paper === 'certificates' && <CertificatesDialog event={event} present={present} onClose={close} />}
    </>
  )
}

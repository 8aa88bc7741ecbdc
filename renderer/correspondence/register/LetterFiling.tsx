import { Button, Menu, Text } from '@mantine/core'
import { IconDots, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import type { Letter } from '../../../shared/correspondence/letter.ts'
import { mailWayLabels } from '../../../shared/correspondence/statements/workflow.ts'
import { germanDate } from '../../../shared/dates.ts'
import { useCommand } from '../../app/commands.ts'
import { api } from '../../app/office.ts'
import { openRecord } from '../../app/openRecord.ts'
import { ReleaseOfLetter } from '../press/Embargo.tsx'
import parts from '../parts.module.css'
import { Directive } from '../directives/Directive.tsx'
import { EnvelopeDialog } from '../print/EnvelopeDialog.tsx'
import { usePrint } from '../print/usePrint.ts'
import { useTemplateFollowUp } from '../templates/useTemplateFollowUp.ts'
import { EntryDialog } from './EntryDialog.tsx'
import { FileInMatter } from './FileInMatter.tsx'

/** Notes the dispatch of a letter and files it. */
export function LetterFiling({ letter, final }: { letter: Letter; final: boolean }): ReactNode {
  const [dialog, setDialog] = useState<'dispatch' | 'envelope' | 'file' | null>(null)
  const printing = usePrint({ kind: 'letter', id: letter.id })
  useCommand('print', () => void printing.print())
  const navigate = useNavigate()
  const { id, recipientId, recipientName, subject, yourReference, number } = letter
  const followUpOn = useTemplateFollowUp(letter.template)
  return (
    <>
      <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} loading={printing.busy} onClick={() => void printing.print()}>Drucken</Button>
      <Menu position="bottom-end">
        <Menu.Target><Button variant="default" px="xs" aria-label="Weitere Schritte"><IconDots size={18} aria-hidden /></Button></Menu.Target>
        <Menu.Dropdown>
          {final && <Menu.Item onClick={() => setDialog('dispatch')}>Versand vermerken …</Menu.Item>}
          <Menu.Item onClick={() => void navigate({ to: '/correspondence/serial', search: { letter: id } })}>Als Serienbrief an viele …</Menu.Item>
          <Menu.Item onClick={() => setDialog('envelope')}>Umschlag …</Menu.Item>
          <Menu.Item onClick={() => setDialog('file')}>In Vorgang ablegen …</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog === 'dispatch' && <EntryDialog direction="out" letter={{ id, followUpOn, contactId: recipientId, recipient: recipientName, subject: subject || `Schreiben ${number}`, reference: yourReference }} onClose={() => setDialog(null)} onCreated={() => setDialog(null)} />}
      {dialog === 'envelope' && <EnvelopeDialog of={{ kind: 'letter', id }} onClose={() => setDialog(null)} />}
      {dialog === 'file' && <FileInMatter record={{ type: 'letter', id }} title={subject || `Schreiben ${number}`} onClose={() => setDialog(null)} />}
    </>
  )
}

/** Where a letter belongs: its statement, its file, and when it was sent. */
export function LetterPlace({ letter }: { letter: Letter }): ReactNode {
  return <><Place letterId={letter.id} /><Directive letter={letter} /></>
}

function Place({ letterId }: { letterId: string }): ReactNode {
  const { data: statement } = useQuery(api.correspondence.statements.ofLetter.queryOptions({ input: { letterId } }))
  const { data: place } = useQuery(api.correspondence.register.files.whereIs.queryOptions({ input: { record: { type: 'letter', id: letterId } } }))
  const { data: sent = [] } = useQuery(api.correspondence.register.entries.ofLetter.queryOptions({ input: { letterId } }))
  const release = <ReleaseOfLetter letterId={letterId} />
  if (!statement && !place && sent.length === 0) return release
  return (
    <>
      {release}
      <Text size="sm" component="div">
        {statement && <>Text der Stellungnahme <button type="button" className={parts.link} onClick={() => openRecord({ type: 'statement', id: statement.id })}>{statement.number}</button> </>}
        {place && <>Aktenzeichen <button type="button" className={parts.link} onClick={() => openRecord({ type: 'matter', id: place.matterId })}>{place.reference}</button>, Dokument {place.number} </>}
        {sent[0] && <>Versandt am {germanDate(sent[0].on)} ({mailWayLabels[sent[0].way]}), <button type="button" className={parts.link} onClick={() => openRecord({ type: 'register-entry', id: sent[0]?.id ?? '' })}>{sent[0].number}</button></>}
      </Text>
    </>
  )
}

import { Button } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import type { RecordRef } from '../../../shared/records/model.ts'
import { RecordHistory } from '../../records/RecordHistory.tsx'
import parts from '../parts.module.css'

/** Columns that the histories of register and files name. */
const labels = {
  correspondent: 'Von oder an', subject: 'Betreff', entry_on: 'Datum', reference: 'Zeichen', follow_up_on: 'Wiedervorlage', follow_up_done_on: 'Wiedervorlage erledigt', assignee_name: 'Bearbeitung',
  note: 'Notiz', title: 'Titel', plan: 'Stelle im Aktenplan', closed_on: 'Abgeschlossen', number: 'Dokument', filed_on: 'Abgelegt', name: 'Name', deleted_at: 'Im Papierkorb',
}

/** „Verlauf" of a line of the register, a file or a paper: who did what, and each step with a way back. */
export function HistorySection({ record }: { record: RecordRef }): ReactNode {
  const [shown, setShown] = useState(false)
  return (
    <section className={parts.section} aria-label="Verlauf">
      <Button w="fit-content" size="compact-sm" variant="default" leftSection={<IconHistory size={15} aria-hidden />} aria-expanded={shown} onClick={() => setShown(!shown)}>{shown ? 'Verlauf schließen' : 'Verlauf'}</Button>
      {shown && <RecordHistory side="office" record={record} labels={labels} />}
    </section>
  )
}

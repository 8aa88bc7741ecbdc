import { Alert, Loader, Text } from '@mantine/core'
import { IconFileTypePdf, IconShieldCheck, IconShieldX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { disposalModes } from '../../../shared/counselling/privacy/model.ts'
import { privacyLabel } from '../../../shared/counselling/privacy/rules.ts'
import { germanDateTime } from '../../../shared/dates.ts'
import { api, desktop, office } from '../../app/office.ts'
import { ExportButton } from '../../ui/Export.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { showFailure, showNotice } from '../../ui/notices.tsx'
import classes from './Privacy.module.css'
import tables from '../../ui/PlainTable.module.css'

/** The signed record of what was destroyed; it names nobody but the people of the office. */
export function RecordList() {
  const { data, error } = useQuery(api.counselling.privacy.records.queryOptions())
  if (error) return <FailureAlert error={error} />
  if (!data) return <Loader size="sm" aria-label="Löschprotokoll wird geladen" />
  const print = async (number: string): Promise<void> => {
    try {
      const target = await desktop.chooseSaveTarget({ name: `Loeschprotokoll ${number}.pdf`, kind: 'pdf' })
      if (!target) return
      await office.counselling.privacy.saveRecord({ number, grant: target.grant })
      showNotice(`„${target.name}“ gespeichert.`)
    } catch (failure) {
      showFailure(failure)
    }
  }
  if (data.records.length === 0) return <Text mt="md">Bisher wurde nichts endgültig gelöscht.</Text>
  return (
    <>
      <Alert mb="sm" py={6} {...data.sound ? {} : { color: 'red' }} icon={data.sound ? <IconShieldCheck aria-hidden /> : <IconShieldX aria-hidden />} title={data.sound ? 'Das Protokoll ist unversehrt' : 'Das Protokoll wurde verändert'}>
        Jeder Eintrag enthält die Prüfsumme des vorigen und ist mit dem Schlüssel dieses Tresors unterschrieben ({data.fingerprint}).
      </Alert>
      <div className={tables.tableFrame}>
        <table className={tables.table} aria-label="Löschprotokoll">
          <thead><tr><th scope="col">Nummer</th><th scope="col">Wann</th><th scope="col">Was</th><th scope="col">Grund</th><th scope="col">Wer</th><th scope="col">Archiv und Sicherungen</th><th scope="col">Ausdruck</th></tr></thead>
          <tbody>
            {data.records.map((record) => (
              <tr key={record.number}>
                <th scope="row"><span className={classes.number}>{record.number}</span>{!record.sound && <Text size="xs" c="red">verändert</Text>}</th>
                <td>{germanDateTime(record.at)}</td>
                <td>{record.counts.map(({ label, count }) => `${label}: ${count}`).join(', ')}<Text size="xs" c="dimmed">{disposalModes[record.mode]}</Text></td>
                <td>{privacyLabel('reasons', record.reason)}</td>
                <td>{record.proposedBy}, bestätigt von {record.confirmedBy}{record.statement !== '' && <Text size="xs" c="dimmed">{record.statement}</Text>}</td>
                <td>{record.archive}<Text size="xs" c="dimmed">{record.backups}</Text></td>
                <td><ExportButton format="pdf" size="compact-sm" variant="default" aria-label={`${record.number} als PDF`} leftSection={<IconFileTypePdf size={15} aria-hidden />} onClick={() => void print(record.number)}>PDF</ExportButton></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

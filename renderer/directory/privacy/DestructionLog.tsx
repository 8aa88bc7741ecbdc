import { Loader, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { germanDateTime } from '../../../shared/dates.ts'
import { erasureReasonLabel } from '../../../shared/directory/privacy/rules.ts'
import { api } from '../../app/office.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import classes from '../../ui/PlainTable.module.css'

const kinds: Record<string, string> = { contact: 'Kontakt', letter: 'Schreiben', participants: 'Teilnehmendenliste' }
/** Reasons that nobody chooses: they come with what was deleted. */
const reasons: Record<string, string> = { 'event-over': 'Veranstaltung vorbei' }

/** What was destroyed: when, of what kind, why and by whom. It names nobody else. */
export function DestructionLog() {
  const { data, error } = useQuery(api.directory.privacy.destructions.queryOptions())
  if (error) return <FailureAlert error={error} />
  if (!data) return <Loader size="sm" aria-label="Löschprotokoll wird geladen" />
  return (
    <>
      <Text size="sm" c="dimmed" maw={760}>
        Das Protokoll enthält keine personenbezogenen Daten der Gelöschten. Die Kennung zeigt nach dem Zurückspielen einer älteren Sicherung, was erneut zu löschen ist.
      </Text>
      {data.length === 0 ? <Text mt="md">Bisher wurde nichts endgültig gelöscht.</Text> : (
        <div className={classes.tableFrame}>
          <table className={classes.table}>
            <thead><tr><th scope="col">Wann</th><th scope="col">Was</th><th scope="col">Grund</th><th scope="col">Vorgeschlagen</th><th scope="col">Gelöscht</th><th scope="col">Kennung</th></tr></thead>
            <tbody>
              {data.map((entry) => (
                <tr key={entry.id}>
                  <td>{germanDateTime(entry.at)}</td><td>{kinds[entry.recordType] ?? entry.recordType}</td><td>{reasons[entry.reason] ?? erasureReasonLabel(entry.reason)}</td>
                  <td>{entry.proposedBy}</td><td>{entry.personName}</td><td className={classes.code}>{entry.recordId}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}

import { Alert, Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle, IconRestore } from '@tabler/icons-react'
import { useState } from 'react'
import type { Comparison, Restorable, SideFacts } from '../../../shared/backup/restore/model.ts'
import { germanDateTime } from '../../../shared/dates.ts'
import type { Side } from '../../../shared/records/model.ts'
import { ROLE_LABELS } from '../../../shared/vault/roles.ts'
import { office } from '../../app/office.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { Personal } from '../../ui/Personal.tsx'
import tables from '../../ui/PlainTable.module.css'
import { stateName } from './words.ts'

const sideNames: Record<Side, string> = { office: 'Büro', counselling: 'Beratung' }

/** Third step: what the state holds beside what the office holds now; then the switch. */
export function CompareStates({ state, comparison, onBack, onSwitched }: { state: Restorable; comparison: Comparison; onBack: () => void; onSwitched: (done: boolean) => void }) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const { present, restored, people, replaces } = comparison

  async function change(): Promise<void> {
    setBusy(true)
    try {
      onSwitched((await office.backup.restore.switch()).done)
    } catch (failed) {
      setError(failed)
      setBusy(false)
    }
  }

  return (
    <>
      <Text size="sm"><strong>{stateName(state)}</strong> ist geöffnet und vollständig gelesen; beide Datenbanken sind unversehrt. Zugänge: <Personal>{people.map(({ name, role }) => `${name} (${ROLE_LABELS[role]})`).join(', ')}</Personal>.</Text>
      <div className={tables.tableFrame}>
        <table className={tables.table} aria-label="Vergleich der Stände">
          <thead><tr><th scope="col">Was</th><th scope="col">Dieser Stand</th>{replaces && <th scope="col">Jetzt im Büro</th>}</tr></thead>
          <tbody>{(['office', 'counselling'] as const).map((side) => <SideRows key={side} side={side} restored={restored[side]} present={present?.[side] ?? null} replaces={replaces} />)}</tbody>
        </table>
      </div>
      {replaces && !present && <Text size="sm">Der jetzige Stand ist nicht geöffnet und lässt sich deshalb nicht vergleichen. Er bleibt vollständig erhalten.</Text>}
      {replaces
        ? (
          <Alert color="amber" icon={<IconAlertTriangle aria-hidden />}>
            Was nach diesem Stand eingegeben wurde, ist nach dem Umschalten nicht mehr zu sehen. Der jetzige Stand wird als Ganzes beiseitegelegt und lässt sich auf demselben Weg zurückholen.
            {present && ' Zum Umschalten sperrt sich das Büro.'}
          </Alert>
        )
        : <Text size="sm">Auf diesem Rechner gibt es noch kein Büro. Mit dem Umschalten wird dieser Stand das Büro; die Sicherung selbst bleibt unverändert. Danach entsperren Sie mit einer Passphrase von damals. Ist keine bekannt, führt „Passphrase vergessen“ mit demselben Wiederherstellungsschlüssel zu einer neuen.</Text>}
      <FailureAlert error={error} />
      <Group justify="space-between">
        <Button variant="default" onClick={onBack} disabled={busy}>Nicht umschalten</Button>
        <Button leftSection={<IconRestore size={18} aria-hidden />} loading={busy} onClick={() => void change()}>Auf diesen Stand umschalten</Button>
      </Group>
    </>
  )
}

function SideRows({ side, restored, present, replaces }: { side: Side; restored: SideFacts; present: SideFacts | null; replaces: boolean }) {
  const kinds = [...new Set([...Object.keys(restored.counts), ...Object.keys(present?.counts ?? {})])]
    .filter((kind) => (restored.counts[kind] ?? 0) + (present?.counts[kind] ?? 0) > 0)
  return (
    <>
      <tr>
        <th scope="row">{sideNames[side]}, zuletzt geändert</th>
        <td>{when(restored.lastChange)}</td>
        {replaces && <td>{present ? when(present.lastChange) : 'nicht geöffnet'}</td>}
      </tr>
      {kinds.map((kind) => {
        const [then, now] = [restored.counts[kind] ?? 0, present?.counts[kind] ?? 0]
        return (
          <tr key={kind}>
            <th scope="row" style={{ fontWeight: 400 }}>{kind}</th>
            <td>{then.toLocaleString('de-DE')}</td>
            {replaces && <td>{present ? <>{now.toLocaleString('de-DE')}{now !== then && <strong> ({now > then ? '+' : '−'}{Math.abs(now - then).toLocaleString('de-DE')})</strong>}</> : ''}</td>}
          </tr>
        )
      })}
    </>
  )
}

function when(at: string | null): string {
  return at === null ? 'noch nie' : germanDateTime(at)
}

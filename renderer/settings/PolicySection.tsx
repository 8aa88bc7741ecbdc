import { Alert, Badge, Button, Group, List, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle, IconReportSearch } from '@tabler/icons-react'
import { problemText } from '../../shared/policy/notice.ts'
import { policyLines, sourceLabels } from '../../shared/policy/words.ts'
import { runCommand } from '../app/commands.ts'
import { usePolicy } from '../app/usePolicy.ts'
import tables from '../ui/PlainTable.module.css'

/** „Vorgaben Ihrer IT": what is settled for this computer, where it comes from, and what is wrong with it. */
export function PolicySection() {
  const policy = usePolicy()
  const lines = policyLines(policy)
  const settled = lines.filter(({ source }) => source !== 'usual')
  const faults = policy.problems.filter(({ level }) => level === 'fault')
  const warnings = policy.problems.filter(({ level }) => level === 'warning')
  return (
    <Stack gap="lg" maw={860}>
      <Title order={2}>Vorgaben Ihrer IT</Title>
      <Text size="sm">
        Was Ihre IT für diesen Rechner festgelegt hat, gilt vor den eigenen Einstellungen und lässt sich hier nicht ändern. Änderungen der IT gelten ab dem nächsten Start.
      </Text>
      {faults.length > 0 && (
        <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title="Eine Vorgabe ist nicht lesbar oder nicht gültig">
          <List size="sm">{faults.map((problem) => <List.Item key={problemText(problem)}>{problemText(problem)}</List.Item>)}</List>
        </Alert>
      )}
      {warnings.length > 0 && (
        <Alert color="amber" icon={<IconInfoCircle aria-hidden />} title="Hinweise für Ihre IT">
          <List size="sm">{warnings.map((problem) => <List.Item key={problemText(problem)}>{problemText(problem)}</List.Item>)}</List>
        </Alert>
      )}
      {settled.length === 0 ? <Text size="sm">Für diesen Rechner ist nichts vorgegeben.</Text> : (
        <div className={tables.tableFrame}>
          <table className={tables.table} aria-label="Vorgaben Ihrer IT">
            <thead><tr><th scope="col">Vorgabe</th><th scope="col">Wert</th><th scope="col">Quelle</th></tr></thead>
            <tbody>
              {settled.map(({ name, title, value, source }) => (
                <tr key={name}>
                  <th scope="row">{title}<Text size="xs" c="dimmed">{name}</Text></th>
                  <td style={{ overflowWrap: 'anywhere' }}>{value}</td>
                  <td><Badge variant="default">{sourceLabels[source]}</Badge></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        Datei: {policy.file.path}{policy.file.found ? '' : ' (nicht vorhanden)'}
        {policy.registry && <><br />Registrierung: {policy.registry.key}{policy.registry.found ? '' : ' (nicht vorhanden)'}</>}
      </Text>
      <Group>
        <Button variant="default" leftSection={<IconReportSearch size={18} aria-hidden />} onClick={() => runCommand('diagnose')}>Diagnose für die IT …</Button>
      </Group>
    </Stack>
  )
}

import { Button, Group, Select, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { auditRetention } from '../../shared/audit/model.ts'
import { office } from '../app/office.ts'
import { usePolicy } from '../app/usePolicy.ts'
import { showFailure, showNotice } from '../ui/notices.tsx'
import { SetByIt } from '../ui/SetByIt.tsx'

/** How long entries are kept. Shorter takes away what is older at the next opening, so it isn't done by merely choosing. */
export function Retention({ months, onChanged }: { months: number; onChanged(): void }) {
  const [chosen, setChosen] = useState(String(months))
  const settled = usePolicy().locked('AuditKeepMonths')
  const save = async (): Promise<void> => {
    try {
      await office.audit.setRetention({ months: Number(chosen) })
      showNotice(`Protokolleinträge bleiben ${chosen} Monate.`)
      onChanged()
    } catch (error) {
      showFailure(error)
    }
  }
  const choices = [...new Set([...auditRetention.choices, months])].sort((a, b) => a - b)
  return (
    <form onSubmit={(event) => { event.preventDefault(); void save() }}>
      <Title order={3} size="md">Aufbewahrung</Title>
      <Text size="sm" mb="xs">Was älter ist, wird beim nächsten Entsperren entfernt; dass und bis wohin, steht im Protokoll. Voreingestellt sind {auditRetention.months} Monate. Maßgeblich ist, was mit dem Personalrat vereinbart ist.</Text>
      <Group align="flex-end" gap="sm">
        <Select label="Einträge aufbewahren" data={choices.map((choice) => ({ value: String(choice), label: `${choice} Monate` }))} value={chosen} onChange={(value) => value && setChosen(value)} disabled={settled} w={190} />
        <Button type="submit" variant="default" disabled={settled || chosen === String(months)}>Festlegen</Button>
      </Group>
      {settled && <SetByIt />}
    </form>
  )
}

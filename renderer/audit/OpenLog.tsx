import { Button, Group, Select, Text, Title } from '@mantine/core'
import { IconLockOpen } from '@tabler/icons-react'
import { useState } from 'react'
import { auditPurposes } from '../../shared/audit/model.ts'
import { isoDay } from '../../shared/dates.ts'
import type { Side } from '../../shared/records/model.ts'
import { office } from '../app/office.ts'
import { showFailure } from '../ui/notices.tsx'

/** Opens the log of everybody for an occasion, which is entered itself. */
export function OpenLog({ side, onOpened }: { side: Side; onOpened(): void }) {
  const [purpose, setPurpose] = useState<string | null>(null)
  const today = isoDay(new Date())
  const data = auditPurposes.filter(({ validFrom, validTo }) => validFrom <= today && (validTo === null || today <= validTo)).map(({ code, label }) => ({ value: code, label }))
  const open = async (): Promise<void> => {
    if (purpose === null) return
    try {
      await office.audit[side].open({ purpose })
      onOpened()
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <form onSubmit={(event) => { event.preventDefault(); void open() }}>
      <Title order={3} size="md">Einträge aller Personen</Title>
      <Text size="sm" mb="xs">Das Protokoll wird nur aus einem Anlass gelesen. Die Einsicht wird mit dem Anlass selbst eingetragen und gilt bis zum Sperren.</Text>
      <Group align="flex-end" gap="sm">
        <Select label="Anlass der Einsicht" placeholder="Bitte wählen" data={data} value={purpose} onChange={setPurpose} w={380} maw="100%" />
        <Button type="submit" disabled={purpose === null} leftSection={<IconLockOpen size={18} aria-hidden />}>Protokoll einsehen</Button>
      </Group>
    </form>
  )
}

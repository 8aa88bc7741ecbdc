import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconListCheck, IconLock, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import type { CasePlan, casePapers } from '../../shared/counselling/handover/contract.ts'
import { archivePassphrase } from '../../shared/transfer/model.ts'
import { desktop, office } from '../app/office.ts'
import { ExportButton } from '../ui/Export.tsx'
import { showFailure, showNotice } from '../ui/notices.tsx'

type Paper = (typeof casePapers)[number]

/** The papers of the counselling: printed from a place that is wiped, or sealed in an encrypted archive. */
export function CasePapers({ plan, asking }: { plan: CasePlan; asking: boolean }) {
  const [passphrase] = useState(() => archivePassphrase((bytes) => void crypto.getRandomValues(bytes)))

  async function show(what: Paper): Promise<void> {
    try {
      const { grant } = await desktop.prepareViewing('pdf')
      await office.counselling.handover.save({ plan, what, format: 'pdf', grant, passphrase: null })
      const { shown } = await desktop.showViewing(grant)
      if (!shown) showNotice('Auf diesem Rechner ist kein Programm für PDF eingerichtet. Bitte sichern Sie das Papier als Archiv.')
    } catch (error) {
      showFailure(error)
    }
  }

  async function seal(): Promise<void> {
    try {
      const target = await desktop.chooseSaveTarget({ name: 'Übergabe Teil 2.zip', kind: 'zip' })
      if (!target) return
      await office.counselling.handover.save({ plan, what: 'dossier', format: 'docx', grant: target.grant, passphrase })
      showNotice('Gesichert. Das Archiv öffnet sich nur mit der angezeigten Passphrase, zum Beispiel mit 7-Zip.')
    } catch (error) {
      showFailure(error)
    }
  }

  return (
    <Stack gap="xs" align="flex-start">
      <Title order={3} size="md">Teil 2: Beratung, verschlossen</Title>
      <Text size="sm">Drucken und im Umschlag übergeben, oder als verschlüsseltes Archiv; die Passphrase dann auf anderem Weg.</Text>
      <Group>
        <Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => void show('dossier')}>Teil 2 öffnen und drucken</Button>
        {asking && <Button variant="default" leftSection={<IconListCheck size={18} aria-hidden />} onClick={() => void show('ask')}>Liste: noch zu fragen</Button>}
      </Group>
      <Group align="flex-end">
        <TextInput label="Passphrase des Archivs" value={passphrase} readOnly w={320} styles={{ input: { fontFamily: 'monospace' } }} />
        <ExportButton format="zip" variant="default" leftSection={<IconLock size={18} aria-hidden />} onClick={() => void seal()}>Als verschlüsseltes Archiv sichern</ExportButton>
      </Group>
    </Stack>
  )
}

import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconDeviceFloppy, IconPrinter } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'
import type { HolderSheet } from '../../../shared/vault/deputy-contract.ts'
import { desktop, office } from '../../app/office.ts'
import { ExportButton } from '../../ui/Export.tsx'
import { FailureAlert, fieldErrorsOf } from '../../ui/FailureAlert.tsx'
import { showFailure, showNotice } from '../../ui/notices.tsx'
import { useRefreshDeputy } from './useDeputy.ts'

/** The drafted codes on their way to paper: shown by the program for PDF, printed, then proved by a group of each. */
export function HolderSheets({ sheets, onDone }: { sheets: readonly HolderSheet[]; onDone: () => void }) {
  const [typed, setTyped] = useState<string[]>(() => sheets.map(() => ''))
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const refresh = useRefreshDeputy()
  const wrong: Record<string, string | undefined> = fieldErrorsOf(error)

  async function confirm(event: FormEvent): Promise<void> {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      await office.vault.deputy.confirm({ typed })
      await desktop.wipeViewing()
      await refresh()
      showNotice('Der Vertretungsfall gilt. Bitte verschließen Sie die Blätter jetzt in ihren Umschlägen; frühere Blätter gelten nicht mehr.')
      onDone()
    } catch (caught) {
      setError(caught)
      setBusy(false)
    }
  }

  return (
    <Stack gap="md" maw={560}>
      <Title order={2}>Blätter drucken</Title>
      <Text size="sm">
        Für jede Person gibt es ein Blatt. Öffnen Sie die Blätter, drucken Sie sie und schließen Sie das Programm, das sie zeigt. Geben Sie jeder Person nur ihr eigenes. Die Codes werden nur jetzt gezeigt und nirgends
        aufbewahrt; sie gelten, sobald Sie hier von jedem Blatt eine Gruppe abgetippt haben.
      </Text>
      <Group>
        <Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => void showSheets()}>
          Blätter öffnen und drucken
        </Button>
        <ExportButton format="pdf" variant="default" leftSection={<IconDeviceFloppy size={18} aria-hidden />} onClick={() => void keepSheets()}>
          Als PDF sichern
        </ExportButton>
      </Group>
      <form onSubmit={(event) => void confirm(event)}>
        <Stack gap="sm">
          {sheets.map(({ name, asked }, index) => (
            <TextInput
              key={name}
              label={`${name}: Gruppe ${asked}`}
              value={typed[index] ?? ''}
              onChange={(event) => {
                const { value } = event.currentTarget
                setTyped((before) => before.map((text, place) => (place === index ? value : text)))
              }}
              error={wrong[`typed.${index}`]}
              autoComplete="off"
              spellCheck={false}
              maxLength={20}
            />
          ))}
          {Object.keys(wrong).length === 0 && <FailureAlert error={error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onDone}>
              Abbrechen
            </Button>
            <Button type="submit" loading={busy}>
              Vertretungsfall einrichten
            </Button>
          </Group>
        </Stack>
      </form>
    </Stack>
  )
}

async function showSheets(): Promise<void> {
  try {
    const { grant } = await desktop.prepareViewing('pdf')
    await office.vault.deputy.saveSheets({ grant })
    const { shown } = await desktop.showViewing(grant)
    if (!shown) showNotice('Auf diesem Rechner ist kein Programm für PDF eingerichtet. „Als PDF sichern“ legt die Blätter an einem Ort Ihrer Wahl ab.')
  } catch (error) {
    showFailure(error)
  }
}

async function keepSheets(): Promise<void> {
  try {
    const target = await desktop.chooseSaveTarget({ name: 'Blätter.pdf', kind: 'pdf' })
    if (!target) return
    await office.vault.deputy.saveSheets({ grant: target.grant })
    showNotice('Die Blätter sind gesichert. Bitte nach dem Drucken löschen, auch aus dem Papierkorb.')
  } catch (error) {
    showFailure(error)
  }
}

import { Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core'
import { IconCopy, IconPackageExport } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'
import { isoDay } from '../../shared/dates.ts'
import { archivePassphrase, type ExportParts } from '../../shared/transfer/model.ts'
import { desktop, office } from '../app/office.ts'
import { ExportButton } from '../ui/Export.tsx'
import { FailureAlert, fieldErrorsOf } from '../ui/FailureAlert.tsx'
import { NewPassphrase, repeatProblem } from '../ui/NewPassphrase.tsx'
import { showFailure, showNotice } from '../ui/notices.tsx'
import { useRefreshExport } from './useExport.ts'

const propose = () => archivePassphrase((bytes) => void crypto.getRandomValues(bytes))

/** What is exported and under which passphrase; then where to. */
export function ExportForm() {
  const refresh = useRefreshExport()
  const [parts, setParts] = useState<ExportParts>('all')
  const [way, setWay] = useState<'proposed' | 'own'>('proposed')
  const [proposed] = useState(propose)
  const [own, setOwn] = useState('')
  const [repeated, setRepeated] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const wrong = fieldErrorsOf(error)
  const passphrase = way === 'proposed' ? proposed : own

  async function begin(event: FormEvent): Promise<void> {
    event.preventDefault()
    const typed = way === 'proposed' ? repeated.trim().toUpperCase() : repeated
    const unlike = repeatProblem(passphrase, typed)
    setProblem(unlike)
    setError(null)
    if (unlike) return
    setBusy(true)
    try {
      const target = await desktop.chooseSaveTarget({ name: `Gesamtexport ${isoDay(new Date())}.zip`, kind: 'zip' })
      if (target) await office.transfer.begin({ grant: target.grant, parts, passphrase })
      await refresh()
    } catch (caught) {
      setError(caught)
    }
    setBusy(false)
  }

  function choose(value: string): void {
    setWay(value === 'own' ? 'own' : 'proposed')
    setRepeated('')
    setProblem(null)
    setError(null)
  }

  return (
    <form noValidate onSubmit={(event) => void begin(event)}>
      <Stack gap="md" maw={560}>
        <Radio.Group label="Was exportiert wird" value={parts} onChange={(value) => setParts(value === 'office' ? 'office' : 'all')}>
          <Stack gap="xs" mt="xs">
            <Radio value="all" label="Büro und Beratung" description="Zwei getrennte Teile. Der Teil der Beratung unterliegt der Schweigepflicht." />
            <Radio value="office" label="Nur das Büro" description="Kontakte, Schreiben, Veranstaltungen, Kalender, Aufgaben. Ohne Ratsuchende." />
          </Stack>
        </Radio.Group>
        <Radio.Group label="Passphrase des Archivs" value={way} onChange={choose}>
          <Group mt="xs">
            <Radio value="proposed" label="Vorgeschlagene" />
            <Radio value="own" label="Eigene" />
          </Group>
        </Radio.Group>
        {way === 'proposed' ? (
          <Stack gap="sm">
            <Group align="flex-end" gap="xs">
              <TextInput
                style={{ flex: 1 }}
                label="Vorgeschlagene Passphrase"
                description="Bitte notieren. Sie wird nirgends aufbewahrt; ohne sie öffnet niemand das Archiv."
                value={proposed}
                readOnly
                styles={{ input: { fontFamily: 'monospace', letterSpacing: '0.05em' } }}
              />
              <Button variant="default" leftSection={<IconCopy size={18} aria-hidden />} onClick={() => void copy(proposed)}>
                Kopieren
              </Button>
            </Group>
            <TextInput label="Zur Kontrolle abtippen" value={repeated} onChange={(event) => setRepeated(event.currentTarget.value)} error={problem} autoComplete="off" spellCheck={false} />
          </Stack>
        ) : (
          <NewPassphrase
            passphrase={own}
            repeated={repeated}
            onPassphrase={setOwn}
            onRepeated={setRepeated}
            errors={{ passphrase: wrong.passphrase, repeated: problem ?? undefined }}
          />
        )}
        {!wrong.passphrase && <FailureAlert error={error} />}
        <Text size="sm" c="dimmed">
          Entpackt sind die Daten ungeschützt. Geben Sie Archiv und Passphrase auf getrennten Wegen weiter.
        </Text>
        <Group>
          <ExportButton format="zip" type="submit" loading={busy} leftSection={<IconPackageExport size={18} aria-hidden />}>
            Exportieren …
          </ExportButton>
        </Group>
      </Stack>
    </form>
  )
}

async function copy(text: string): Promise<void> {
  try {
    await desktop.copyText(text)
    showNotice('Die Passphrase ist kopiert. Nach einer Minute wird sie aus der Zwischenablage entfernt.')
  } catch (error) {
    showFailure(error)
  }
}

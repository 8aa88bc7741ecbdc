import { Alert, Button, Group, Loader, Modal, Stack, Text } from '@mantine/core'
import { IconDeviceFloppy, IconLock } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useCommand } from '../app/commands.ts'
import { desktop } from '../app/office.ts'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { showFailure } from '../ui/notices.tsx'
import { tellSaved } from '../ui/tellSaved.ts'
import classes from './DiagnosisDialog.module.css'

/** „Hilfe → Diagnose": the whole text is shown before anything is saved. Opens on the lock screen and over every screen. */
export function DiagnosisDialog() {
  const [open, setOpen] = useState(false)
  useCommand('diagnose', () => setOpen(true))
  // The menu speaks to the lock screen, too, where commands are otherwise not heard.
  useEffect(() => desktop.on((event) => {
    if (event.type === 'command' && event.name === 'diagnose') setOpen(true)
  }), [])
  return (
    <Modal opened={open} onClose={() => setOpen(false)} title="Diagnose für die IT" size="xl" zIndex={2100}>
      {open && <Diagnosis onClose={() => setOpen(false)} />}
    </Modal>
  )
}

function Diagnosis({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    let current = true
    desktop.diagnose().then((result) => current && setText(result.text), (caught: unknown) => current && setError(caught))
    return () => {
      current = false
    }
  }, [])

  async function save(): Promise<void> {
    try {
      tellSaved(await desktop.saveDiagnosis())
    } catch (caught) {
      showFailure(caught)
    }
  }

  return (
    <Stack gap="md">
      <Alert icon={<IconLock aria-hidden />} color="teal">
        Das ist der ganze Text. Er enthält keine Namen, keine Inhalte und keine Schlüssel, und er geht nirgendwohin: Lesen Sie ihn durch, speichern Sie ihn und geben Sie ihn selbst weiter.
      </Alert>
      <FailureAlert error={error} />
      {text === null && !error && <Group gap="sm"><Loader size="sm" aria-hidden /><Text size="sm" role="status">Dateien werden geprüft …</Text></Group>}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keyboard */}
      {text !== null && <pre className={classes.text} aria-label="Text der Diagnose" role="region" tabIndex={0}>{text}</pre>}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>Schließen</Button>
        <Button leftSection={<IconDeviceFloppy size={18} aria-hidden />} disabled={text === null} onClick={() => void save()}>Speichern …</Button>
      </Group>
    </Stack>
  )
}

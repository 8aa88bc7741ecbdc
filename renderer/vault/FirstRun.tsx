import { Button, Loader, Stack, Text } from '@mantine/core'
import { IconBuildingCommunity, IconFolderOpen, IconPlus, IconRestore, IconSparkles } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { RecoverySheet } from '../../shared/vault/contract.ts'
import { failureOf } from '../app/failure.ts'
import { office } from '../app/office.ts'
import { showFailure } from '../ui/notices.tsx'
import { SetByIt } from '../ui/SetByIt.tsx'
import { CreateOffice } from './CreateOffice.tsx'
import { FirstRecoveryKey } from './FirstRecoveryKey.tsx'
import { LockFrame } from './LockFrame.tsx'
import { Trouble } from './Trouble.tsx'
import { useRefreshStatus, useVaultPlace } from './useVault.ts'

type Step = { at: 'welcome' } | { at: 'create' } | { at: 'recovery-key'; sheet: RecoverySheet; officeName: string }

/** From the first start to an office: create one, open one, or look at the demo. */
export function FirstRun({ demo, onRestore }: { demo: boolean; onRestore: (() => void) | undefined }) {
  const [step, setStep] = useState<Step>({ at: 'welcome' })
  const [error, setError] = useState<unknown>(null)
  const refresh = useRefreshStatus()
  const demoStarted = useRef(false)
  const [preparing, setPreparing] = useState(demo)

  async function openDemo(): Promise<void> {
    setPreparing(true)
    try {
      await office.vault.openDemo()
      await refresh()
    } catch (caught) {
      setError(caught)
    }
    setPreparing(false)
  }

  useEffect(() => {
    if (!demo || demoStarted.current) return
    demoStarted.current = true
    void openDemo()
  })

  if (error) return <Trouble failure={failureOf(error)} onRetry={() => setError(null)} />
  if (preparing) return <Preparing />
  if (step.at === 'create') {
    return (
      <CreateOffice
        onBack={() => setStep({ at: 'welcome' })}
        onCreated={(sheet, officeName) => setStep({ at: 'recovery-key', sheet, officeName })}
      />
    )
  }
  if (step.at === 'recovery-key') return <FirstRecoveryKey sheet={step.sheet} officeName={step.officeName} />
  return <Welcome onCreate={() => setStep({ at: 'create' })} onDemo={() => void openDemo()} onRestore={onRestore} />
}

function Welcome({ onCreate, onDemo, onRestore }: { onCreate: () => void; onDemo: () => void; onRestore: (() => void) | undefined }) {
  const { given, choose } = useVaultPlace()
  return (
    <LockFrame
      heading="Willkommen im Integrationsbüro"
      subline="Kontakte, Beratung und Schreiben Ihrer Dienststelle, verschlüsselt auf diesem Rechner."
      icon={<IconBuildingCommunity size={34} stroke={1.5} />}
    >
      <Stack gap="sm" mt="xs">
        <Button leftSection={<IconPlus size={18} aria-hidden />} justify="flex-start" size="md" onClick={onCreate} autoFocus>
          Neues Büro anlegen
        </Button>
        <Button
          variant="default"
          leftSection={<IconFolderOpen size={18} aria-hidden />}
          justify="flex-start"
          size="md"
          disabled={given}
          onClick={() => void choose('open').catch(showFailure)}
        >
          Vorhandenes Büro öffnen
        </Button>
        {onRestore && (
          <Button variant="default" leftSection={<IconRestore size={18} aria-hidden />} justify="flex-start" size="md" onClick={onRestore}>
            Aus einer Sicherung wiederherstellen
          </Button>
        )}
        <Button
          variant="default"
          leftSection={<IconSparkles size={18} aria-hidden />}
          justify="flex-start"
          size="md"
          onClick={onDemo}
        >
          Musterbüro ansehen
        </Button>
      </Stack>
      {given && <SetByIt text="Der Ordner des Tresors ist von Ihrer IT vorgegeben." />}
      <Text size="sm" c="dimmed">
        Das Musterbüro enthält erfundene Daten und verschwindet, wenn Sie das Programm schließen.
      </Text>
    </LockFrame>
  )
}

function Preparing() {
  return (
    <LockFrame
      heading="Musterbüro wird vorbereitet"
      subline="Erfundene Kontakte, Beratungen und Schreiben werden angelegt."
      icon={<IconSparkles size={34} stroke={1.5} />}
    >
      <Loader aria-label="Bitte warten" />
    </LockFrame>
  )
}

import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconFolderOpen, IconRefresh, IconRestore } from '@tabler/icons-react'
import type { Failure } from '../app/failure.ts'
import { showFailure } from '../ui/notices.tsx'
import { LockFrame } from './LockFrame.tsx'
import { troubleText } from './trouble-texts.ts'
import { useVaultPlace } from './useVault.ts'

/** Whether an earlier state is a way out. Not for a folder that is away: on an unplugged drive its files are whole. */
function isRestorable({ code, data }: Failure): boolean {
  return code === 'corrupt' || (code === 'not-found' && data.part !== 'folder')
}

/** Screen of an error that keeps the office closed: what happened, what was kept, what to do next. */
export function Trouble({ failure, onRetry, onRestore }: { failure: Failure; onRetry: () => void; onRestore?: (() => void) | undefined }) {
  const { place, given, choose } = useVaultPlace()
  const text = troubleText(failure)

  async function chooseFolder(): Promise<void> {
    if (await choose('open')) onRetry()
  }

  return (
    <LockFrame heading={text.heading} icon={<IconAlertTriangle size={34} stroke={1.5} />} wide>
      <Stack gap="sm" role="alert">
        <Part heading="Was ist passiert?" text={text.happened} />
        <Part heading="Was ist erhalten?" text={text.kept} />
        <Part heading="Was ist zu tun?" text={text.next} />
      </Stack>
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        Ordner: {place}
        {failure.data.incident && (
          <>
            <br />
            Vorgangsnummer: {failure.data.incident}
          </>
        )}
      </Text>
      <Group>
        <Button leftSection={<IconRefresh size={18} aria-hidden />} onClick={onRetry} autoFocus>
          Erneut versuchen
        </Button>
        <Button
          variant="default"
          disabled={given}
          leftSection={<IconFolderOpen size={18} aria-hidden />}
          onClick={() => void chooseFolder().catch(showFailure)}
        >
          Anderen Ordner wählen
        </Button>
        {onRestore && isRestorable(failure) && (
          <Button variant="default" leftSection={<IconRestore size={18} aria-hidden />} onClick={onRestore}>
            Aus einer Sicherung wiederherstellen
          </Button>
        )}
      </Group>
    </LockFrame>
  )
}

function Part({ heading, text }: { heading: string; text: string }) {
  return (
    <div>
      <Title order={2} size="sm">
        {heading}
      </Title>
      <Text size="sm">{text}</Text>
    </div>
  )
}

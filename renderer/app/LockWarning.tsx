import { Alert, Button, Group, Portal, Text } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { desktop } from './office.ts'

const reportMilliseconds = 5_000

/** Reports use of the window to the main process and shows its warning before an unused office locks. */
export function LockWarning() {
  const [seconds, setSeconds] = useState(0)

  useEffect(() => desktop.on((event) => event.type === 'lock-warning' && setSeconds(event.seconds)), [])
  useEffect(() => {
    if (seconds === 0) return
    const timer = setTimeout(() => setSeconds((left) => Math.max(0, left - 1)), 1000)
    return () => clearTimeout(timer)
  }, [seconds])
  useEffect(() => {
    let last = 0
    const report = (): void => {
      if (Date.now() - last < reportMilliseconds) return
      last = Date.now()
      void desktop.activity()
    }
    const events = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const
    for (const name of events) window.addEventListener(name, report, { passive: true })
    return () => {
      for (const name of events) window.removeEventListener(name, report)
    }
  }, [])

  if (seconds === 0) return null
  return (
    <Portal>
      <Alert
        role="alertdialog"
        aria-label="Das Büro wird gleich gesperrt"
        icon={<IconLock aria-hidden />}
        color="amber"
        title="Das Büro wird gleich gesperrt"
        style={{ position: 'fixed', top: 16, left: '50%', transform: 'translateX(-50%)', zIndex: 1000, width: 440 }}
      >
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm">In {seconds} Sekunden, weil es nicht benutzt wird. Eingegebener Text bleibt erhalten.</Text>
          <Button autoFocus onClick={() => void desktop.activity().then(() => setSeconds(0))}>
            Weiterarbeiten
          </Button>
        </Group>
      </Alert>
    </Portal>
  )
}

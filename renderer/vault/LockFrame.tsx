import { Anchor, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { runCommand } from '../app/commands.ts'
import classes from './LockFrame.module.css'

interface LockFrameProps {
  heading: string
  /** One line below the heading. */
  subline?: ReactNode
  icon: ReactNode
  /** Wider column, for forms with longer texts. */
  wide?: boolean
  /** Inside a dialog over open screens, which have a main landmark already. */
  inDialog?: boolean
  children: ReactNode
}

/** What every screen before the office has in common: the promise on the left, one thing to do on the right. */
export function LockFrame({ heading, subline, icon, wide = false, inDialog = false, children }: LockFrameProps) {
  const Work = inDialog ? 'div' : 'main'
  return (
    <div className={classes.frame}>
      <aside className={classes.promise} aria-label="Über das Programm">
        <div className={classes.brand}>
          <span className={classes.mark} aria-hidden>
            I
          </span>
          Integrationsbüro
        </div>
        <div>
          <p className={classes.claim}>Alles, was Ihr Büro weiß. Nichts, was Ihr Büro verlässt.</p>
          <p className={classes.facts}>
            Der Tresor ist verschlüsselt. Ohne Ihre Passphrase oder den Wiederherstellungsschlüssel lässt er sich nicht öffnen,
            auch nicht durch die IT.
          </p>
        </div>
      </aside>
      <Work className={`${classes.work} ${wide ? classes.wide : ''}`}>
        <Stack gap="md">
          <Stack gap={4}>
            <span aria-hidden style={{ color: 'var(--text-accent)', lineHeight: 0, marginBottom: 12 }}>
              {icon}
            </span>
            <Title order={1} size={24}>
              {heading}
            </Title>
            {subline && (
              <Text size="sm" c="dimmed">
                {subline}
              </Text>
            )}
          </Stack>
          {children}
          <Anchor component="button" type="button" size="sm" ta="left" c="dimmed" onClick={() => runCommand('diagnose')}>
            Diagnose für die IT
          </Anchor>
        </Stack>
      </Work>
    </div>
  )
}

import { Box, Button, Drawer, NavLink, Stack, Text } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { helpFor, type HelpTarget } from '../../shared/help/contents.ts'
import { useCommand } from '../app/commands.ts'
import { helpPlace } from '../ui/helpPlace.ts'
import { FindInHandbook } from './FindInHandbook.tsx'
import { handbook } from './handbook.ts'
import { HandbookText } from './HandbookText.tsx'
import classes from './HelpPanel.module.css'

/**
 * What F1 opens: the handbook beside the work, at what it says about the open screen, tab or dialog. Nothing is left for it:
 * what is half typed stays, and can be gone on with by mouse while the panel is open.
 * @param props.locked the keys of the office are not heard
 */
export function HelpPanel({ locked }: { locked: boolean }) {
  const [target, setTarget] = useState<HelpTarget | null>(null)
  const [before, setBefore] = useState<readonly HelpTarget[]>([])
  const ask = (): void => {
    setBefore([])
    setTarget(helpFor(helpPlace()))
  }
  useCommand('help', ask)
  useKeys({ open: target !== null, locked, onHelp: ask, onClose: () => setTarget(null) })
  const page = handbook.find(({ name }) => name === target?.page) ?? handbook[0]
  const show = (name: string, heading?: string): void => {
    if (target) setBefore([...before, target])
    setTarget(heading === undefined ? { page: name } : { page: name, heading })
  }
  const back = (): void => {
    setTarget(before.at(-1) ?? null)
    setBefore(before.slice(0, -1))
  }
  if (!page) return null
  return (
    <Drawer
      opened={target !== null}
      onClose={() => setTarget(null)}
      position="right"
      size={520}
      zIndex={3000}
      // Escape is heard below, so that a dialog underneath stays open.
      closeOnEscape={false}
      closeOnClickOutside={false}
      withOverlay={false}
      lockScroll={false}
      shadow="xl"
      closeButtonProps={{ 'aria-label': 'Hilfe schließen' }}
      title={`Hilfe: ${page.title}`}
      classNames={{ body: classes.body, content: classes.content }}
    >
      <FindInHandbook onPage={show}>
        <details className={classes.pages}>
          <summary><Text span size="sm">Alle Seiten des Handbuchs</Text></summary>
          <Stack gap={0} mt={4}>
            {handbook.map(({ name, title }) => (
              <NavLink key={name} component="button" label={title} active={name === page.name} aria-current={name === page.name ? 'page' : undefined} onClick={() => show(name)} />
            ))}
          </Stack>
        </details>
      </FindInHandbook>
      {before.length > 0 && (
        <Button className={classes.back} variant="subtle" size="compact-sm" leftSection={<IconArrowLeft size={16} aria-hidden />} onClick={back}>
          Zurück zur vorigen Seite
        </Button>
      )}
      <Box className={classes.text} role="region" aria-label={page.title} tabIndex={0}>
        <HandbookText page={page} heading={target?.heading} onPage={show} />
      </Box>
    </Drawer>
  )
}

interface Keys {
  open: boolean
  locked: boolean
  onHelp(): void
  onClose(): void
}

/** Heard before any dialog hears them, for this is there from the start. */
function useKeys({ open, locked, onHelp, onClose }: Keys): void {
  const latest = useRef({ open, locked, onHelp, onClose })
  latest.current = { open, locked, onHelp, onClose }
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const keys = latest.current
      if (event.key === 'F1' && keys.locked) keys.onHelp()
      else if (event.key === 'Escape' && keys.open) {
        event.stopImmediatePropagation()
        keys.onClose()
      } else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [])
}

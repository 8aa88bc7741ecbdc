import { Box, NavLink, Stack, Title } from '@mantine/core'
import { Link, useSearch } from '@tanstack/react-router'
import { Suspense, useEffect, useRef } from 'react'
import { useSession } from '../app/session.ts'
import { useHelpPlace } from '../ui/helpPlace.ts'
import classes from './SettingsScreen.module.css'
import { settingsSections, type SettingsSection } from './sections.tsx'

/**
 * "Einstellungen": a list of sections and the chosen one beside it.
 * @param props.further sections of other features, which the route brings along
 */
export function SettingsScreen({ further }: { further: readonly SettingsSection[] }) {
  const { person } = useSession()
  const { section } = useSearch({ from: '/settings' })
  const visible = [...settingsSections, ...further].filter(({ roles }) => !roles || roles.includes(person.role))
  const chosen = visible.find(({ name }) => name === section) ?? visible[0]
  const place = useRef<HTMLDivElement>(null)
  // In a narrow window the section stands below the list: who has chosen one sees it.
  useEffect(() => {
    if (section !== undefined && window.matchMedia('(max-width: 800px)').matches) place.current?.scrollIntoView()
  }, [section])
  useHelpPlace(chosen ? `/settings/${chosen.name}` : null)
  if (!chosen) return null
  const { Screen } = chosen
  return (
    <div className={classes.screen}>
      <nav className={classes.sections} aria-label="Bereiche der Einstellungen">
        <Title order={1} mb="md">
          Einstellungen
        </Title>
        <Stack gap={2}>
          {visible.map(({ name, label, icon: SectionIcon }) => (
            <NavLink
              key={name}
              component={Link}
              {...({ to: '/settings', search: { section: name } } as object)}
              label={label}
              active={name === chosen.name}
              aria-current={name === chosen.name ? 'page' : undefined}
              leftSection={<SectionIcon size={18} stroke={1.7} aria-hidden />}
            />
          ))}
        </Stack>
      </nav>
      <Box ref={place} className={classes.section}>
        <Suspense fallback={null}>
          <Screen />
        </Suspense>
      </Box>
    </div>
  )
}

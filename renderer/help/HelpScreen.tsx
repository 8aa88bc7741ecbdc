import { Box, Button, NavLink, Stack, Title } from '@mantine/core'
import { IconFileTypePdf } from '@tabler/icons-react'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { FindInHandbook } from './FindInHandbook.tsx'
import { handbook } from './handbook.ts'
import { HandbookText } from './HandbookText.tsx'
import classes from './HelpScreen.module.css'
import { saveHandbook } from './saveHandbook.ts'
import { ShortcutTable } from './ShortcutTable.tsx'

const shortcutsPage = 'shortcuts'

/** "Hilfe": the handbook's pages with their sections, and the table of shortcuts. */
export function HelpScreen() {
  const { page: asked, heading } = useSearch({ from: '/help' })
  const navigate = useNavigate()
  const page = asked === shortcutsPage ? null : (handbook.find(({ name }) => name === asked) ?? handbook[0])
  const show = (name: string, section?: string): void => void navigate({ to: '/help', search: { page: name, heading: section } })
  return (
    <div className={classes.screen}>
      <nav className={classes.pages} aria-label="Seiten der Hilfe">
        <Title order={1} mb="md">
          Hilfe
        </Title>
        <FindInHandbook onPage={show}>
          <Stack gap={2}>
            {handbook.map(({ name, title, sections }) => (
              <NavLink
                key={name}
                component={Link}
                {...({ to: '/help', search: { page: name } } as object)}
                label={title}
                active={page?.name === name && heading === undefined}
                aria-current={page?.name === name ? 'page' : undefined}
                opened={page?.name === name}
                disableRightSectionRotation
                rightSection={<span />}
              >
                {page?.name === name ? sections.filter(({ level }) => level === 2).map((section) => (
                  <NavLink
                    key={section.anchor}
                    component={Link}
                    {...({ to: '/help', search: { page: name, heading: section.heading } } as object)}
                    label={section.heading}
                    active={section.heading === heading}
                  />
                )) : undefined}
              </NavLink>
            ))}
            <NavLink
              component={Link}
              {...({ to: '/help', search: { page: shortcutsPage } } as object)}
              label="Tastenkürzel"
              active={page === null}
              aria-current={page === null ? 'page' : undefined}
            />
          </Stack>
        </FindInHandbook>
        <Button fullWidth mt="lg" variant="default" leftSection={<IconFileTypePdf size={18} aria-hidden />} onClick={() => void saveHandbook()}>
          Als PDF speichern
        </Button>
      </nav>
      <Box component="article" className={classes.page} tabIndex={0}>
        {page ? <HandbookText page={page} heading={heading} onPage={show} /> : <ShortcutTable />}
      </Box>
    </div>
  )
}

import { Kbd, NavLink, Stack, Table, Title, Typography } from '@mantine/core'
import { Link, useSearch } from '@tanstack/react-router'
import Markdown from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { displayKeys, shortcuts } from '../../shared/shortcuts.ts'
import { handbook } from './handbook.ts'
import classes from './HelpScreen.module.css'

const shortcutsPage = 'shortcuts'

/** "Hilfe": the handbook's pages and the table of shortcuts. */
export function HelpScreen() {
  const { page } = useSearch({ from: '/help' })
  const chosen = handbook.find(({ name }) => name === page)
  const entries = [...handbook.map(({ name, title }) => ({ name, title })), { name: shortcutsPage, title: 'Tastenkürzel' }]
  const current = page === shortcutsPage ? shortcutsPage : (chosen ?? handbook[0])?.name
  return (
    <div className={classes.screen}>
      <nav className={classes.pages} aria-label="Seiten der Hilfe">
        <Stack gap={2}>
          {entries.map(({ name, title }) => (
            <NavLink
              key={name}
              component={Link}
              {...({ to: '/help', search: { page: name } } as object)}
              label={title}
              active={name === current}
              aria-current={name === current ? 'page' : undefined}
            />
          ))}
        </Stack>
      </nav>
      <article className={classes.page}>
        {current === shortcutsPage ? (
          <ShortcutTable />
        ) : (
          <Typography>
            <Markdown remarkPlugins={[remarkGfm]}>{(chosen ?? handbook[0])?.text}</Markdown>
          </Typography>
        )}
      </article>
    </div>
  )
}

function ShortcutTable() {
  return (
    <>
      <Title order={1} mb="md">
        Tastenkürzel
      </Title>
      <Table aria-label="Tastenkürzel">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Taste</Table.Th>
            <Table.Th>Wirkung</Table.Th>
            <Table.Th>Gruppe</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shortcuts.map(({ command, keys, label, group }) => (
            <Table.Tr key={command}>
              <Table.Td>
                <Kbd>{displayKeys(keys)}</Kbd>
              </Table.Td>
              <Table.Td>{label}</Table.Td>
              <Table.Td>{group}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  )
}

import { Text, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useRef, useState, type ReactNode } from 'react'
import { findBlocks, type IndexedBlock } from '../../../shared/correspondence/blocks/find.ts'
import type { TextBlockItem } from '../../../shared/correspondence/blocks/model.ts'
import { isoDay } from '../../../shared/dates.ts'
import { groupBy } from '../../../shared/group-by.ts'
import { useCommand } from '../../app/commands.ts'
import { BlockValidity } from './BlockValidity.tsx'
import classes from './Blocks.module.css'

/** All text blocks by category; while something is looked for, in the order in which they fit. */
export function BlockList({ indexed, current, onOpen }: { indexed: readonly IndexedBlock[]; current: string | null; onOpen(id: string): void }): ReactNode {
  const [query, setQuery] = useState('')
  const search = useRef<HTMLInputElement>(null)
  useCommand('find-here', () => search.current?.focus())
  const found = query.trim() === '' ? indexed.map(({ block }) => block) : findBlocks(indexed, query, isoDay(new Date()))
  const groups = query.trim() === ''
    ? [...groupBy(found, ({ category }) => category)].toSorted(([a], [b]) => a.localeCompare(b, 'de'))
    : [['Gefunden', found] as const]
  return (
    <>
      <TextInput
        ref={search} mx={14} mb={6} aria-label="Textbausteine suchen" placeholder="Titel, Kürzel oder ein Wort daraus" leftSection={<IconSearch size={16} aria-hidden />}
        value={query} onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <Text component="output" px={14} size="xs" c="dimmed">{found.length === 1 ? '1 Textbaustein' : `${found.length} Textbausteine`}</Text>
      <nav className={classes.scroll} aria-label="Textbausteine">
        {groups.filter(([, blocks]) => blocks.length > 0).map(([label, blocks]) => (
          <div key={label}>
            <h2 className={classes.group}>{label || 'Ohne Rubrik'}</h2>
            <ul className={classes.groupItems}>{blocks.map((block) => <li key={block.id}><Item block={block} current={current === block.id} onOpen={onOpen} /></li>)}</ul>
          </div>
        ))}
      </nav>
    </>
  )
}

function Item({ block, current, onOpen }: { block: TextBlockItem; current: boolean; onOpen(id: string): void }): ReactNode {
  const { id, title, shortForm, used } = block
  return (
    <button type="button" className={classes.item} aria-current={current} onClick={() => onOpen(id)}>
      <span className={classes.optionHead}>
        <span className={classes.name}>{title || 'Ohne Titel'}</span>
        {shortForm !== '' && <span className={classes.short}>{`//${shortForm}`}</span>}
      </span>
      <span className={classes.quiet}>{used > 0 && <span>in {used} Schreiben</span>}<BlockValidity block={block} /></span>
    </button>
  )
}

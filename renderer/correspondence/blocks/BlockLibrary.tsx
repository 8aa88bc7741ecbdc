import { ActionIcon, Button, Group, Text, TextInput, Title } from '@mantine/core'
import { IconSearch, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { findBlocks } from '../../../shared/correspondence/blocks/find.ts'
import type { TextBlockItem } from '../../../shared/correspondence/blocks/model.ts'
import { isoDay } from '../../../shared/dates.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { BlockPreview } from './BlockPreview.tsx'
import { BlockValidity } from './BlockValidity.tsx'
import classes from './Blocks.module.css'
import { useBlockList } from './useBlockList.ts'
import type { EditorBlocks } from './useBlocks.ts'

/** The side panel: all text blocks with search over every word, a preview, and the way into the text. */
export function BlockLibrary({ blocks }: { blocks: EditorBlocks }): ReactNode {
  const { indexed, error, refetch } = useBlockList()
  const [query, setQuery] = useState('')
  const [shown, setShown] = useState<string | null>(null)
  const search = useRef<HTMLInputElement>(null)
  useEffect(() => search.current?.focus(), [])
  const found = indexed ? findBlocks(indexed, query, isoDay(new Date())) : []
  const close = (): void => {
    blocks.openLibrary(false)
    blocks.editor?.commands.focus()
  }
  const insert = (block: TextBlockItem): void => {
    blocks.insert(block)
    blocks.openLibrary(false)
  }
  return (
    // Esc closes the panel wherever the focus is within it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className={classes.library} aria-label="Textbaustein einfügen" onKeyDown={(event) => { if (event.key === 'Escape') close() }}>
      <Group justify="space-between" wrap="nowrap">
        <Title order={3} size="h5">Textbausteine</Title>
        <ActionIcon variant="subtle" color="gray" aria-label="Textbausteine schließen" onClick={close}><IconX size={17} aria-hidden /></ActionIcon>
      </Group>
      <TextInput
        ref={search} aria-label="Textbausteine suchen" placeholder="Titel, Kürzel, Rubrik oder ein Wort daraus" leftSection={<IconSearch size={16} aria-hidden />}
        value={query} onChange={(event) => setQuery(event.currentTarget.value)}
      />
      {error && !indexed ? <FailureAlert error={error} retry={refetch} /> : null}
      <Text component="output" size="xs" c="dimmed">{indexed === null ? '' : found.length === 1 ? '1 Textbaustein' : `${found.length} Textbausteine`}</Text>
      <ul className={classes.items}>
        {found.map((block) => (
          <li key={block.id} className={classes.entry}>
            <button type="button" className={classes.item} aria-expanded={shown === block.id} onClick={() => setShown(shown === block.id ? null : block.id)}>
              <span className={classes.optionHead}>
                <span className={classes.name}>{block.title}</span>
                {block.shortForm !== '' && <span className={classes.short}>{`//${block.shortForm}`}</span>}
              </span>
              <span className={classes.quiet}>{block.category}<BlockValidity block={block} /></span>
            </button>
            {shown === block.id && (
              <div className={classes.shown}>
                <BlockPreview parts={block.parts} />
                <Button size="compact-sm" onClick={() => insert(block)}>Einfügen</Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

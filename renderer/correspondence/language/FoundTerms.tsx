import { Button, Group, Text } from '@mantine/core'
import type { Editor } from '@tiptap/core'
import type { KeyboardEvent, ReactNode } from 'react'
import { isExplainedAt, type FoundTerm } from '../../../shared/correspondence/language/glossary.ts'
import { replaceRange, showRange, type TextBlock } from './textBlocks.ts'
import classes from './Language.module.css'

/** The official terms of a draft with their explanations. On a term the key E explains it in brackets, R puts the plain word there. */
export function FoundTerms({ editor, blocks, found }: { editor: Editor | null; blocks: readonly TextBlock[]; found: readonly FoundTerm[] }): ReactNode {
  if (found.length === 0) return <Text size="sm" c="dimmed">Im Text steht keiner, den das Glossar kennt.</Text>
  return (
    <>
      {editor?.isEditable && <Text size="xs" c="dimmed" mb={6}>Auf einem Begriff: E erklärt ihn in Klammern, R ersetzt ihn.</Text>}
      <ul className={classes.list}>{found.map((each) => <Found key={each.term.term} editor={editor} blocks={blocks} found={each} />)}</ul>
    </>
  )
}

function Found({ editor, blocks, found: { term, paragraph, start, end, count } }: { editor: Editor | null; blocks: readonly TextBlock[]; found: FoundTerm }): ReactNode {
  const block = blocks[paragraph]
  if (!editor || !block) return null
  const [from, to] = [block.from + start, block.from + end]
  const explained = isExplainedAt(block.text, end)
  const explain = (): void => replaceRange(editor, to, to, ` (${term.explanation})`)
  const replace = (): void => replaceRange(editor, from, to, start === 0 ? term.plain.charAt(0).toUpperCase() + term.plain.slice(1) : term.plain)
  const onKey = (event: KeyboardEvent): void => {
    if (!editor.isEditable || event.ctrlKey || event.altKey || event.metaKey) return
    const pressed = event.key.toLowerCase()
    if (pressed === 'e' && !explained) explain()
    else if (pressed === 'r' && term.plain !== '') replace()
    else return
    event.preventDefault()
  }
  return (
    <li className={classes.item}>
      <button type="button" className={classes.place} aria-keyshortcuts="E R" onClick={() => showRange(editor, from, to)} onKeyDown={onKey}>
        {block.text.slice(start, end)}{count > 1 ? ` (${count} ×)` : ''}
      </button>
      <p className={classes.words}>{term.explanation}{term.plain === '' ? '' : ` · einfacher: ${term.plain}`}{term.own ? ' · Glossar des Büros' : ''}</p>
      {editor.isEditable && (
        <Group gap={6} mt={4}>
          {explained
            ? <Text size="xs" c="dimmed">Ist im Text erklärt.</Text>
            : <Button size="compact-xs" variant="default" aria-label={`${term.term} in Klammern erklären`} onClick={explain}>In Klammern erklären</Button>}
          {term.plain !== '' && <Button size="compact-xs" variant="default" aria-label={`${term.term} durch ${term.plain} ersetzen`} onClick={replace}>Ersetzen</Button>}
        </Group>
      )}
    </li>
  )
}

import { VisuallyHidden } from '@mantine/core'
import type { Editor } from '@tiptap/core'
import { useEffect, useId, useLayoutEffect, useState, type ReactNode } from 'react'
import { blockText } from '../../../shared/correspondence/blocks/compose.ts'
import { findBlocks } from '../../../shared/correspondence/blocks/find.ts'
import { isoDay } from '../../../shared/dates.ts'
import { BlockValidity } from './BlockValidity.tsx'
import classes from './Blocks.module.css'
import { answerKeys, dismissSlash, slashQuery, type SlashQuery } from './slashExtension.ts'
import { useBlockList } from './useBlockList.ts'
import type { EditorBlocks } from './useBlocks.ts'

/** So many stand in the list at once; the arrows move them along, so that nothing has to be scrolled. */
const shownAtOnce = 6
const width = 380
const height = 360

/** The list that `//` opens at the caret. The caret stays in the text; arrows, Enter and Esc work on the list (ARIA: editable with list autocomplete). */
export function BlockChooser({ blocks }: { blocks: EditorBlocks }): ReactNode {
  const { editor } = blocks
  const asked = useAsked(editor)
  if (!editor || !asked || blocks.readOnly) return null
  return <Choices key={asked.from} editor={editor} asked={asked} blocks={blocks} />
}

function Choices({ editor, asked, blocks }: { editor: Editor; asked: SlashQuery; blocks: EditorBlocks }): ReactNode {
  const { indexed } = useBlockList()
  const id = useId()
  const [wanted, setWanted] = useState(0)
  const found = indexed ? findBlocks(indexed, asked.query, isoDay(new Date())) : []
  const active = Math.min(wanted, found.length - 1)
  const first = Math.max(0, Math.min(active - Math.floor(shownAtOnce / 2), found.length - shownAtOnce))
  const choose = (at: number): void => {
    const block = found[at]
    if (block) blocks.insert(block, asked)
  }
  const onKey = (pressed: string): boolean => {
    if (pressed === 'Escape') {
      dismissSlash(editor)
      return true
    }
    if (found.length === 0) return false
    if (pressed === 'ArrowDown') setWanted((active + 1) % found.length)
    else if (pressed === 'ArrowUp') setWanted((active + found.length - 1) % found.length)
    else if (pressed === 'Enter' || pressed === 'Tab') choose(active)
    else return false
    return true
  }
  useLayoutEffect(() => {
    answerKeys(editor, onKey)
    return () => answerKeys(editor, null)
  })
  useLayoutEffect(() => {
    if (editor.isDestroyed) return
    const { dom } = editor.view
    const attributes = { 'aria-autocomplete': 'list', 'aria-haspopup': 'listbox', 'aria-controls': id, ...(active >= 0 ? { 'aria-activedescendant': `${id}-${active}` } : {}) }
    for (const [name, value] of Object.entries(attributes)) dom.setAttribute(name, value)
    return () => { for (const name of ['aria-autocomplete', 'aria-haspopup', 'aria-controls', 'aria-activedescendant']) dom.removeAttribute(name) }
  }, [editor, id, active, found.length])

  const place = usePlace(editor, asked.from)
  return (
    <div className={classes.chooser} style={place}>
      <VisuallyHidden role="status">{indexed === null ? '' : found.length === 0 ? 'Kein Textbaustein gefunden.' : `${found.length} Textbausteine. Pfeiltasten wählen, Eingabe fügt ein.`}</VisuallyHidden>
      <div id={id} role="listbox" aria-label="Textbausteine" className={classes.options}>
        {found.slice(first, first + shownAtOnce).map((block, index) => ({ block, at: first + index })).map(({ block, at }) => (
          // The keys come from the editor, which keeps the focus.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
          <div
            key={block.id} id={`${id}-${at}`} role="option" aria-selected={at === active} aria-setsize={found.length} aria-posinset={at + 1} className={classes.option}
            onMouseDown={(event) => event.preventDefault()} onClick={() => choose(at)}
          >
            <span className={classes.optionHead}>
              <span className={classes.name}>{block.title}</span>
              {block.shortForm !== '' && <span className={classes.short}>{`//${block.shortForm}`}</span>}
            </span>
            <span className={classes.words}>{blockText(block.parts)}</span>
            <BlockValidity block={block} />
          </div>
        ))}
      </div>
      {indexed !== null && found.length === 0 && <p className={classes.none}>Kein Textbaustein zu „{asked.query}“. Esc schließt die Liste.</p>}
      <p className={classes.keys} aria-hidden>{found.length > 0 && `${active + 1} von ${found.length} · `}↑ ↓ wählen · Eingabe fügt ein · Esc schließt</p>
    </div>
  )
}

/** What is being looked for behind `//`, while the editor has the focus. */
function useAsked(editor: Editor | null): SlashQuery | null {
  const [asked, setAsked] = useState<SlashQuery | null>(null)
  useEffect(() => {
    if (!editor) return
    const read = (): void => {
      const next = editor.isDestroyed || !editor.isFocused ? null : slashQuery(editor)
      setAsked((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
    }
    const close = (): void => setAsked(null)
    editor.on('transaction', read)
    editor.on('blur', close)
    return () => {
      editor.off('transaction', read)
      editor.off('blur', close)
    }
  }, [editor])
  return asked
}

/** Below the place in the text, above it where there is no room below; it moves along when something is scrolled. */
function usePlace(editor: Editor, at: number): { left: number; top?: number; bottom?: number } {
  const read = (): { left: number; top?: number; bottom?: number } => {
    const { left, top, bottom } = editor.view.coordsAtPos(Math.min(at, editor.state.doc.content.size))
    const x = Math.max(8, Math.min(left, innerWidth - width - 8))
    return bottom + height + 8 > innerHeight && top > innerHeight / 2 ? { left: x, bottom: innerHeight - top + 4 } : { left: x, top: bottom + 4 }
  }
  const [place, setPlace] = useState(read)
  useEffect(() => {
    const move = (): void => setPlace(read())
    addEventListener('scroll', move, true)
    addEventListener('resize', move)
    return () => {
      removeEventListener('scroll', move, true)
      removeEventListener('resize', move)
    }
  })
  return place
}

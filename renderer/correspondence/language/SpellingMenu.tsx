import { Menu } from '@mantine/core'
import { IconBookmarkPlus, IconEyeOff } from '@tabler/icons-react'
import { skipToken, useQuery } from '@tanstack/react-query'
import type { Editor } from '@tiptap/core'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useCommand } from '../../app/commands.ts'
import { api, office } from '../../app/office.ts'
import { usePreference } from '../../app/usePreference.ts'
import { showFailure, showNotice, showUndoNotice } from '../../ui/notices.tsx'
import { acceptWord, mistakesOf, onMistakeMenu, setSpelling, type Mistake } from './spellingExtension.ts'
import { replaceRange, showRange } from './textBlocks.ts'
import classes from './Language.module.css'

/** Whether this person wants spelling checked. */
export function useSpellingPreference(): [boolean, (on: boolean) => void] {
  return usePreference('correspondence.spelling', true)
}

/** What can be done about a misspelt word: by F7, by the context menu, or by its key. */
export function SpellingMenu({ editor }: { editor: Editor }): ReactNode {
  const [on] = useSpellingPreference()
  const [mistake, setMistake] = useState<Mistake | null>(null)
  const suggestions = useQuery(api.correspondence.language.suggest.queryOptions({ input: mistake ? { word: mistake.word } : skipToken, staleTime: Number.POSITIVE_INFINITY }))
  useEffect(() => setSpelling(editor, on), [editor, on])

  useCommand('next-mistake', () => {
    const all = mistakesOf(editor.state)
    const next = all.find(({ from }) => from >= editor.state.selection.to) ?? all[0]
    if (!next) return showNotice('Im Text ist kein Rechtschreibfehler unterstrichen.')
    showRange(editor, next.from, next.to)
    setMistake(next)
  }, on && editor.isEditable)

  useEffect(() => onMistakeMenu(editor, setMistake), [editor])

  // The first suggestion is a press of Enter away, as soon as it is there.
  const dropdown = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!mistake) return
    const clock = setTimeout(() => dropdown.current?.querySelector<HTMLElement>('[role=menuitem]:not([disabled])')?.focus())
    return () => clearTimeout(clock)
  }, [mistake, suggestions.data])

  const close = (): void => {
    setMistake(null)
    editor.commands.focus()
  }
  if (!mistake) return null
  const { word, from, to } = mistake
  const { left, bottom } = editor.view.coordsAtPos(Math.min(from, editor.state.doc.content.size))
  const learn = async (): Promise<void> => {
    try {
      const { change } = await office.correspondence.language.addWord({ word })
      acceptWord(editor, word)
      showUndoNotice(`„${word}“ steht jetzt im Wörterbuch des Büros.`, 'office', change)
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <Menu opened onClose={close} position="bottom-start" width={260} returnFocus={false} trapFocus withinPortal={false} withInitialFocusPlaceholder={false} transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <button type="button" tabIndex={-1} className={classes.anchor} style={{ left, top: bottom }} aria-label={`Vorschläge für „${word}“`} />
      </Menu.Target>
      <Menu.Dropdown ref={dropdown}>
        {!suggestions.data?.length && <Menu.Item disabled>{suggestions.isPending ? 'Vorschläge werden gesucht …' : `Kein Vorschlag für „${word}“`}</Menu.Item>}
        {suggestions.data?.map((each) => <Menu.Item key={each} fw={600} onClick={() => replaceRange(editor, from, to, each)}>{each}</Menu.Item>)}
        <Menu.Divider />
        <Menu.Item leftSection={<IconBookmarkPlus size={16} aria-hidden />} onClick={() => void learn()}>Ins Wörterbuch</Menu.Item>
        <Menu.Item leftSection={<IconEyeOff size={16} aria-hidden />} onClick={() => acceptWord(editor, word)}>Überall ignorieren</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

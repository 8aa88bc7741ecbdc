import { RichTextEditor, useRichTextEditorContext } from '@mantine/tiptap'
import { IconEyeOff, IconFolder } from '@tabler/icons-react'
import { Mark } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import type { ReactNode } from 'react'
import { passageLabels, passageMarks, type PassageMark } from '../../../shared/correspondence/copies/passages.ts'
import classes from './passages.module.css'

/** The marks of passages that not every copy shows, as the editor knows them. A passage has one of them, not both. */
export const passageExtensions = passageMarks.map((name) => Mark.create({
  name,
  excludes: passageMarks.join(' '),
  inclusive: false,
  parseHTML: () => [{ tag: `span[data-passage="${name}"]` }],
  renderHTML: () => ['span', { 'data-passage': name, class: classes[name] ?? '', title: passageLabels[name] }, 0],
}))

/** Buttons that mark what is selected. */
export function PassageControls(): ReactNode {
  return (
    <RichTextEditor.ControlsGroup>
      <PassageControl mark="draftOnly" icon={<IconFolder size={16} aria-hidden />} />
      <PassageControl mark="withheld" icon={<IconEyeOff size={16} aria-hidden />} />
    </RichTextEditor.ControlsGroup>
  )
}

function PassageControl({ mark, icon }: { mark: PassageMark; icon: ReactNode }): ReactNode {
  const { editor } = useRichTextEditorContext()
  const active = useEditorState({ editor, selector: ({ editor: current }) => current?.isActive(mark) ?? false }) ?? false
  return (
    <RichTextEditor.Control active={active} aria-pressed={active} aria-label={passageLabels[mark]} title={passageLabels[mark]} onClick={() => editor?.chain().focus().toggleMark(mark).run()}>
      {icon}
    </RichTextEditor.Control>
  )
}

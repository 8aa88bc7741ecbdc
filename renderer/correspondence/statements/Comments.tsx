import { Button, Checkbox, Group, Text, Textarea } from '@mantine/core'
import type { Editor } from '@tiptap/core'
import { IconCheck, IconMessage, IconMessagePlus } from '@tabler/icons-react'
import { useEffect, useState, type ReactNode } from 'react'
import type { Statement, StatementComment } from '../../../shared/correspondence/statements/model.ts'
import type { TextPlace } from '../../../shared/correspondence/statements/places.ts'
import { germanDateTime } from '../../../shared/dates.ts'
import { office } from '../../app/office.ts'
import { useSession } from '../../app/session.ts'
import { showFailure, showNotice, showUndoNotice } from '../../ui/notices.tsx'
import { Personal } from '../../ui/Personal.tsx'
import { selectedPlace, showPlace } from './placesExtension.ts'
import classes from './Statement.module.css'

const { statements } = office.correspondence

/** Remarks on places of the text: by whom, on what, resolved or not. */
export function Comments({ statement, editor }: { statement: Statement; editor: Editor | null }): ReactNode {
  const place = useSelectedPlace(editor)
  const [text, setText] = useState('')
  const [resolvedToo, setResolvedToo] = useState(false)
  const attempt = async (work: () => Promise<{ change: string | null }>, notice: string): Promise<void> => {
    try {
      const { change } = await work()
      showUndoNotice(notice, 'office', change)
    } catch (error) {
      showFailure(error)
    }
  }
  const add = async (): Promise<void> => {
    if (text.trim() === '') return
    await attempt(() => statements.addComment({ id: statement.id, quote: place?.quote ?? '', nth: place?.nth ?? 0, text }), 'Anmerkung geschrieben')
    setText('')
  }
  const shown = statement.comments.filter(({ resolvedAt }) => resolvedToo || resolvedAt === null)
  const resolved = statement.comments.length - statement.comments.filter(({ resolvedAt }) => resolvedAt === null).length
  return (
    <section className={classes.comments} aria-label="Anmerkungen">
      <form onSubmit={(event) => { event.preventDefault(); void add() }}>
        <Group gap={6} wrap="nowrap" align="flex-start" mb={6}>
          <IconMessagePlus size={17} aria-hidden />
          <Text size="sm">{place === null ? 'Stelle im Text markieren und hier dazu schreiben, oder zum ganzen Text.' : `Zu „${place.quote.length > 90 ? `${place.quote.slice(0, 90)} …` : place.quote}“`}</Text>
        </Group>
        <Textarea aria-label="Neue Anmerkung" autosize minRows={2} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <Button mt={6} type="submit" size="compact-sm" variant="default" disabled={text.trim() === ''}>Anmerken</Button>
      </form>
      {resolved > 0 && <Checkbox size="xs" label={`Erledigte zeigen (${resolved})`} checked={resolvedToo} onChange={(event) => setResolvedToo(event.currentTarget.checked)} />}
      {shown.map((comment) => <Comment key={comment.id} comment={comment} editor={editor} onAct={attempt} statementId={statement.id} />)}
    </section>
  )
}

function Comment({ comment, editor, statementId, onAct }: {
  comment: StatementComment; editor: Editor | null; statementId: string; onAct(work: () => Promise<{ change: string | null }>, notice: string): Promise<void>
}): ReactNode {
  const { person } = useSession()
  const { id, quote, text, authorId, authorName, at, resolvedAt, resolvedBy } = comment
  const resolved = resolvedAt !== null
  const show = (): void => {
    if (editor && !showPlace(editor, comment)) showNotice('Diese Stelle steht nicht mehr im Text.')
  }
  return (
    <article className={classes.comment} data-resolved={resolved || undefined} aria-label={`Anmerkung von ${authorName}`}>
      {quote !== '' && <button type="button" className={classes.quote} onClick={show}>„{quote.length > 120 ? `${quote.slice(0, 120)} …` : quote}“</button>}
      <p className={classes.words}>{text}</p>
      <Group gap={6} mt={4} justify="space-between">
        <Text size="xs" c="dimmed"><Personal>{authorName}</Personal> · {germanDateTime(at)}{resolved ? ` · erledigt von ${resolvedBy}` : ''}</Text>
        <Group gap={4}>
          {authorId === person.id && !resolved && <Button size="compact-xs" variant="subtle" onClick={() => void onAct(() => statements.removeComment({ id: statementId, comment: id }), 'Anmerkung entfernt')}>Entfernen</Button>}
          <Button size="compact-xs" variant="default" leftSection={resolved ? <IconMessage size={13} aria-hidden /> : <IconCheck size={13} aria-hidden />} onClick={() => void onAct(() => statements.resolveComment({ id: statementId, comment: id, resolved: !resolved }), resolved ? 'Wieder offen' : 'Erledigt')}>
            {resolved ? 'Wieder öffnen' : 'Erledigt'}
          </Button>
        </Group>
      </Group>
    </article>
  )
}

/** What is selected in the editor. */
function useSelectedPlace(editor: Editor | null): TextPlace | null {
  const [place, setPlace] = useState<TextPlace | null>(null)
  useEffect(() => {
    if (!editor) return
    const read = (): void => setPlace(selectedPlace(editor))
    editor.on('selectionUpdate', read)
    return () => void editor.off('selectionUpdate', read)
  }, [editor])
  return place
}

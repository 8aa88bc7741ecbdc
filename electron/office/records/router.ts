import type { ChangeNews } from '../office-process.ts'
import { office } from '../procedures.ts'
import { readHistory, readRecent, readTrash, restore, undo, undoLast } from './service.ts'

/** History, undo, trash and the news of changes. */
export const recordsRouter = {
  history: office.records.history.handler(({ context, input }) =>
    readHistory(context.session, input.side, { type: input.type, id: input.id }),
  ),
  recent: office.records.recent.handler(({ context, input }) => readRecent(context.desk, input.limit)),
  undo: office.records.undo.handler(({ context, input }) => undo(context.session, input.side, input.change)),
  undoLast: office.records.undoLast.handler(({ context }) => undoLast(context.session)),
  trash: office.records.trash.handler(({ context }) => readTrash(context.session)),
  restore: office.records.restore.handler(({ context, input }) =>
    restore(context.session, input.side, { type: input.type, id: input.id }),
  ),
  changes: office.records.changes.handler(async function* ({ context, signal }) {
    const waiting: ChangeNews[] = []
    let wake = (): void => {}
    const stop = context.process.listen((news) => {
      waiting.push(news)
      wake()
    })
    signal?.addEventListener('abort', () => wake())
    try {
      while (!signal?.aborted) {
        const news = waiting.shift()
        if (news) yield news
        else await new Promise<void>((resolve) => (wake = resolve))
      }
    } finally {
      stop()
    }
  }),
}

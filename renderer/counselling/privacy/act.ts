import { failureOf } from '../../app/failure.ts'
import { showFailure, showNotice, showUndoNotice } from '../../ui/notices.tsx'

/** Does something and says so, with the way back where there is one; errors of fields are handed on, all others shown. */
export async function act(work: () => Promise<{ change: string | null } | void>, said: string, onFields?: (fields: Record<string, string>) => void): Promise<boolean> {
  try {
    const done = await work()
    if (done) showUndoNotice(said, 'counselling', done.change)
    else showNotice(said)
    return true
  } catch (error) {
    const { code, data } = failureOf(error)
    if (code === 'invalid' && data.fields && onFields) {
      onFields(Object.fromEntries(Object.entries(data.fields).map(([path, text]) => [path.split('.').at(-1) ?? path, text])))
    } else {
      showFailure(error)
    }
    return false
  }
}

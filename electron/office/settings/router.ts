import { office } from '../procedures.ts'
import { getLetterhead, updateLetterhead } from './service.ts'

/** What the office has set for everybody. */
export const settingsRouter = {
  letterhead: {
    get: office.settings.letterhead.get.handler(({ context }) => getLetterhead(context.desk)),
    update: office.settings.letterhead.update.handler(({ context, input }) =>
      updateLetterhead(context.desk, input.version, input.letterhead),
    ),
  },
}

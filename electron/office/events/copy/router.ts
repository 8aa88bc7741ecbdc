import { office } from '../../procedures.ts'
import { copyEvent } from './service.ts'

/** „Als Vorlage für neue Veranstaltung". */
export const copyRouter = office.events.copy.handler(({ context, input: { id, ...copy } }) => copyEvent(context.desk, id, copy))

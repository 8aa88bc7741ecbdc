import { office } from '../procedures.ts'
import { readPreferences, setPreference } from './service.ts'

/** What a person has set for the screens. */
export const preferencesRouter = {
  all: office.preferences.all.handler(({ context }) => readPreferences(context.desk)),
  set: office.preferences.set.handler(({ context, input }) => setPreference(context.desk, input.key, input.value)),
}

import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { clashDraftSchema, type Clash } from '../../../shared/events/clashes/model.ts'
import { eventFaults, type EventInput } from '../../../shared/events/model.ts'
import { api } from '../../app/office.ts'
import { useOfficeLand } from '../../app/useOfficeLand.ts'

/** What an event comes into conflict with as it stands in the form; `id` null for a new one. */
export function useClashes(id: string | null, fields: EventInput): readonly Clash[] {
  const land = useOfficeLand()
  const draft = clashDraftSchema.safeParse(fields)
  // The place and the groups are typed letter by letter.
  const [asked] = useDebouncedValue(draft.success && Object.keys(eventFaults(fields)).length === 0 ? JSON.stringify(draft.data) : null, 300)
  const { data } = useQuery({
    ...api.events.clashes.ofDraft.queryOptions({ input: { id, fields: clashDraftSchema.parse(asked === null ? fields : JSON.parse(asked)), land }, placeholderData: keepPreviousData }),
    enabled: asked !== null && fields.startsOn !== null,
  })
  return fields.startsOn === null ? [] : data ?? []
}

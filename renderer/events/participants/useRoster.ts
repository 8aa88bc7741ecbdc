import { useQuery } from '@tanstack/react-query'
import { hidesData } from '../../app/failure.ts'
import { api } from '../../app/office.ts'

/** The list of an event, kept up to date. `failure` is set where nothing can be shown for it. */
export function useRoster(eventId: string) {
  const { data, error, refetch } = useQuery(api.events.participants.get.queryOptions({ input: { eventId } }))
  return { roster: data, failure: hidesData(error, data) ? error : null, retry: (): void => void refetch() }
}

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../app/office.ts'

/** People and recovery key of the office, as the section shows them. */
export function usePeople() {
  return useQuery(api.vault.people.list.queryOptions())
}

export type PeopleOverview = NonNullable<ReturnType<typeof usePeople>['data']>
export type Person = PeopleOverview['people'][number]

/** What can be done with one person of the list. */
export type PersonAction = 'rename' | 'role' | 'passphrase' | 'remove'

/** Runs a change of the people one at a time, keeps its error for the form, and refreshes the list. */
export function usePeopleChange() {
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)

  /** @returns whether it succeeded */
  async function run(change: () => Promise<unknown>): Promise<boolean> {
    setBusy(true)
    setError(null)
    try {
      await change()
      return true
    } catch (caught) {
      setError(caught)
      return false
    } finally {
      setBusy(false)
      await queries.invalidateQueries({ queryKey: api.vault.people.key() })
    }
  }

  return { busy, error, run }
}

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { BackupStand } from '../../shared/backup/model.ts'
import { api, office } from '../app/office.ts'
import { showFailure } from '../ui/notices.tsx'

const runningMilliseconds = 400
const restingMilliseconds = 60_000

/** How the backups stand, asked often while one is being made. */
export function useBackupStand(): BackupStand | undefined {
  const queries = useQueryClient()
  const { data } = useQuery(api.backup.stand.queryOptions({
    refetchInterval: ({ state }) => (state.data?.running ? runningMilliseconds : restingMilliseconds),
  }))
  const wasRunning = useRef(false)
  const running = Boolean(data?.running)
  useEffect(() => {
    if (wasRunning.current && !running) void queries.invalidateQueries({ queryKey: api.backup.list.key() })
    wasRunning.current = running
  }, [running, queries])
  return data
}

/** Begins a backup; how it goes on is shown by {@link useBackupStand}. @returns whether it has begun; why not is shown */
export function useBackUp(): () => Promise<boolean> {
  const queries = useQueryClient()
  return async () => {
    try {
      await office.backup.run()
      await queries.invalidateQueries({ queryKey: api.backup.stand.key() })
      return true
    } catch (error) {
      showFailure(error)
      return false
    }
  }
}

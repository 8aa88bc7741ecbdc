import { useEffect } from 'react'
import { showNotice } from '../ui/notices.tsx'
import { useSession } from './session.ts'

/** Shows once what the office process had to say on opening, such as a write that a crash had interrupted. */
export function useSessionNotices(): void {
  const { notices } = useSession()
  const text = notices.join('\n')
  useEffect(() => {
    for (const notice of text.split('\n').filter(Boolean)) showNotice(notice)
  }, [text])
}

import { Navigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useSession } from '../app/session.ts'

/**
 * Leads people without the counselling key away from screens that they can only reach by typing an address. What protects the
 * data is the missing key in the office process; this spares them an error.
 */
export function ForCounsellors({ children }: { children: ReactNode }) {
  const { canSee } = useSession()
  return canSee('counselling') ? children : <Navigate to="/" replace />
}

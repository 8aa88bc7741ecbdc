import { useContext } from 'react'
import { SessionContext } from '../session.ts'

/** What is said beside a control that a copy doesn't have. */
export const viewingHint = 'Nur ansehen: In dieser Kopie wird nichts geändert und nichts ausgegeben.'

/** Whether the office is a copy that is only looked at. */
export function useViewing(): boolean {
  return (useContext(SessionContext)?.viewing ?? null) !== null
}

import { createContext, useContext } from 'react'

const VisitorContext = createContext(false)

/** Tells the screens whether somebody at the desk may be reading along. */
export const VisitorProvider = VisitorContext.Provider

/** Whether visitor mode (Publikumsmodus) is on. */
export function useVisitorMode(): boolean {
  return useContext(VisitorContext)
}

import type { ReactNode } from 'react'

/** Marks text that names a person, so that visitor mode can blur it. `current` stays readable: the client at the desk. */
export function Personal({ children, current = false }: { children: ReactNode; current?: boolean }) {
  return <span className={current ? 'personal personal-current' : 'personal'}>{children}</span>
}

import { IconAlertTriangle, IconLock, IconPencil, IconSend, type Icon } from '@tabler/icons-react'
import type { ClientLetterItem } from '../../../shared/counselling/letters/contract.ts'

/** How far a letter is; one that nothing allows to tell says so first. */
export function standOf({ sentOn, standing, status }: Pick<ClientLetterItem, 'sentOn' | 'standing' | 'status'>): { label: string; color: string; icon: Icon } {
  if (sentOn !== null) return { label: 'Versandt', color: 'petrol', icon: IconSend }
  if (standing === 'missing') return { label: 'ohne Entbindung', color: 'amber', icon: IconAlertTriangle }
  return status === 'final' ? { label: 'Fertig', color: 'petrol', icon: IconLock } : { label: 'Entwurf', color: 'gray', icon: IconPencil }
}

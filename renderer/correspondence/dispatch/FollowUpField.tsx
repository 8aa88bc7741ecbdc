import type { ReactNode } from 'react'
import { ComingDateInput } from '../../ui/ComingDateInput.tsx'

export interface FollowUpFieldProps {
  value: string | null
  onChange(day: string | null): void
  /** Whether the template proposed a day. */
  proposed: boolean
  note?: string
}

/** „Wiedervorlage" of what is sent. */
export function FollowUpField({ value, onChange, proposed, note = '' }: FollowUpFieldProps): ReactNode {
  const description = [proposed ? 'Vorschlag der Vorlage, auf einen Arbeitstag gelegt.' : 'Leer: keine.', note].filter(Boolean).join(' ')
  return <ComingDateInput label="Wiedervorlage" description={description} clearable value={value} onChange={onChange} />
}

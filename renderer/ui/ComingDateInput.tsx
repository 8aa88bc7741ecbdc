import { DateInput, type DateInputProps } from '@mantine/dates'
import type { ReactNode } from 'react'
import { parseDueDay } from '../../shared/due-day-input.ts'

/** A day, chosen or typed as people write one that is still to come: `20.12.2027`, `15.3.`, `2w`. */
export function ComingDateInput(props: Omit<DateInputProps, 'valueFormat' | 'dateParser'>): ReactNode {
  return <DateInput valueFormat="DD.MM.YYYY" dateParser={(text) => parseDueDay(text, new Date())} {...props} />
}

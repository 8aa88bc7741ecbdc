import { keepPreviousData, replaceEqualDeep, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { EditedLetter, Letter } from '../../../shared/correspondence/letter.ts'
import type { Pages } from '../../../shared/correspondence/pages/model.ts'
import { useDesk } from '../useDesk.ts'
import type { PagesPreviewProps } from './PagesPreview.tsx'

/** How often pages are made anew while somebody writes, in milliseconds. */
const pace = 350

/** The pages of one copy of a letter as it is being written, a moment behind the last key. */
export function useLetterPages(letter: Letter, fields: EditedLetter, copy: string): Pick<PagesPreviewProps, 'pages' | 'error' | 'retry'> {
  const { api } = useDesk()
  const written = usePaced(fields)
  const last = useRef<Pages>(undefined)
  const final = letter.status === 'final'
  const { data, error, refetch } = useQuery({
    ...api.pages.queryOptions({ input: { letterId: letter.id, copy, ...(final ? {} : { fields: written }) } }),
    placeholderData: keepPreviousData,
    // What wasn't changed keeps its identity, also from one state of the text to the next, so that only what changed is drawn anew.
    structuralSharing: (_, fresh) => (last.current = replaceEqualDeep(last.current, fresh as Pages)),
    gcTime: 0, retry: false,
  })
  return { pages: data, error, retry: () => void refetch() }
}

/** A value that follows another one at a steady pace, also while that changes without a pause. */
function usePaced<T>(value: T): T {
  const [shown, setShown] = useState(value)
  const latest = useRef(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    latest.current = value
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      setShown(latest.current)
    }, pace)
  }, [value])
  useEffect(() => () => clearTimeout(timer.current), [])
  return shown
}

import { SegmentedControl } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { CorrespondenceTabs } from '../CorrespondenceTabs.tsx'

const paths = { press: '/correspondence/press', clippings: '/correspondence/clippings', media: '/correspondence/media' } as const
type PressTab = keyof typeof paths
const data: { value: PressTab; label: string }[] = [{ value: 'press', label: 'Mitteilungen' }, { value: 'clippings', label: 'Pressespiegel' }, { value: 'media', label: 'Medien' }]

/** Leads to the other screens of „Schreiben" and between those of „Presse". */
export function PressTabs({ current }: { current: PressTab }): ReactNode {
  const navigate = useNavigate()
  return (
    <>
      <CorrespondenceTabs current="press" />
      <SegmentedControl size="xs" aria-label="Presse: Ansichten" value={current} onChange={(value) => void navigate({ to: paths[value as PressTab] })} data={data} />
    </>
  )
}

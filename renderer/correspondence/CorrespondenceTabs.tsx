import { Tabs } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'

const paths = {
  letters: '/correspondence',
  templates: '/correspondence/templates',
} as const

/** A screen of „Schreiben". */
export type CorrespondenceTab = keyof typeof paths

/** Leads from one screen of „Schreiben" to the others. */
export function CorrespondenceTabs({ current }: { current: CorrespondenceTab }): ReactNode {
  const navigate = useNavigate()
  return (
    <Tabs value={current} onChange={(value) => value && void navigate({ to: paths[value as CorrespondenceTab] })}>
      <Tabs.List>
        <Tabs.Tab value="letters">Register</Tabs.Tab>
        <Tabs.Tab value="templates">Vorlagen</Tabs.Tab>
      </Tabs.List>
    </Tabs>
  )
}

import { Tabs } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'

const paths = {
  letters: '/correspondence',
  templates: '/correspondence/templates',
  statements: '/correspondence/statements',
  register: '/correspondence/register',
  files: '/correspondence/files',
} as const

/** A screen of „Schreiben“. */
export type CorrespondenceTab = keyof typeof paths

const labels: readonly (readonly [CorrespondenceTab, string])[] = [['letters', 'Schreiben'], ['statements', 'Stellungnahmen'], ['register', 'Register'], ['files', 'Akten'], ['templates', 'Vorlagen']]

/** Leads from one screen of „Schreiben“ to the others. */
export function CorrespondenceTabs({ current }: { current: CorrespondenceTab }): ReactNode {
  const navigate = useNavigate()
  return (
    <Tabs value={current} styles={{ tab: { paddingInline: 10 } }} onChange={(value) => value && void navigate({ to: paths[value as CorrespondenceTab] })}>
      <Tabs.List aria-label="Schreiben: Ansichten">
        {labels.map(([value, label]) => <Tabs.Tab key={value} value={value}>{label}</Tabs.Tab>)}
      </Tabs.List>
    </Tabs>
  )
}

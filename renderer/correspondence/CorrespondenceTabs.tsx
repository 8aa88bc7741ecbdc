import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { OverflowTabs } from '../ui/OverflowTabs.tsx'

const paths = {
  letters: '/correspondence',
  blocks: '/correspondence/blocks',
  statements: '/correspondence/statements',
  register: '/correspondence/register',
  files: '/correspondence/files',
  press: '/correspondence/press',
  material: '/correspondence/material',
  templates: '/correspondence/templates',
  serial: '/correspondence/serial',
} as const

/** A screen of „Schreiben“. */
export type CorrespondenceTab = keyof typeof paths

const tabs: readonly { value: CorrespondenceTab; label: string }[] = [
  { value: 'letters', label: 'Schreiben' }, { value: 'serial', label: 'Serienbriefe' }, { value: 'statements', label: 'Stellungnahmen' }, { value: 'register', label: 'Register' }, { value: 'files', label: 'Akten' },
  { value: 'press', label: 'Presse' }, { value: 'material', label: 'Infomaterial' }, { value: 'templates', label: 'Vorlagen' }, { value: 'blocks', label: 'Textbausteine' },
]

/** Leads from one screen of „Schreiben“ to the others. */
export function CorrespondenceTabs({ current }: { current: CorrespondenceTab }): ReactNode {
  const navigate = useNavigate()
  return <nav aria-label="Schreiben: Ansichten"><OverflowTabs tabs={tabs} current={current} onChange={(value) => void navigate({ to: paths[value] })} /></nav>
}

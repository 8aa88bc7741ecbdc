import { useNavigate } from '@tanstack/react-router'
import { OverflowTabs } from '../ui/OverflowTabs.tsx'

/** The screens of „Beratung“, what is used most first. */
const tabs = [
  { value: 'cases', label: 'Ratsuchende', path: '/counselling' },
  { value: 'consultations', label: 'Alle Beratungen', path: '/counselling/consultations' },
  { value: 'deadlines', label: 'Fristen', path: '/counselling/deadlines' },
  { value: 'incidents', label: 'Vorfälle', path: '/counselling/incidents' },
  { value: 'referrals', label: 'Verweisungen', path: '/counselling/referrals' },
  { value: 'letters', label: 'Schreiben', path: '/counselling/letters' },
  { value: 'statistics', label: 'Statistik', path: '/counselling/statistics' },
  { value: 'calculator', label: 'Fristenrechner', path: '/counselling/calculator' },
  { value: 'privacy', label: 'Datenschutz', path: '/counselling/privacy' },
] as const

/** A screen of „Beratung“. */
export type CounsellingTab = (typeof tabs)[number]['value']

/** Leads from one screen of „Beratung“ to the others. */
export function CounsellingTabs({ current }: { current: CounsellingTab }) {
  const navigate = useNavigate()
  return <OverflowTabs tabs={tabs} current={current} onChange={(value) => void navigate({ to: tabs.find((tab) => tab.value === value)?.path ?? '/counselling' })} />
}

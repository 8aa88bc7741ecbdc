import { Tabs } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'

const paths = {
  cases: '/counselling',
  consultations: '/counselling/consultations',
  deadlines: '/counselling/deadlines',
  referrals: '/counselling/referrals',
  calculator: '/counselling/calculator',
  incidents: '/counselling/incidents',
  statistics: '/counselling/statistics',
  privacy: '/counselling/privacy',
} as const

/** A screen of „Beratung“. */
export type CounsellingTab = keyof typeof paths

/** Leads from one screen of „Beratung“ to the others. */
export function CounsellingTabs({ current }: { current: CounsellingTab }) {
  const navigate = useNavigate()
  return (
    <Tabs value={current} styles={{ tab: { paddingInline: 10 } }} onChange={(value) => value && void navigate({ to: paths[value as CounsellingTab] })}>
      <Tabs.List>
        <Tabs.Tab value="cases">Ratsuchende</Tabs.Tab>
        <Tabs.Tab value="consultations">Alle Beratungen</Tabs.Tab>
        <Tabs.Tab value="deadlines">Fristen</Tabs.Tab>
        <Tabs.Tab value="referrals">Verweisungen</Tabs.Tab>
        <Tabs.Tab value="calculator">Fristenrechner</Tabs.Tab>
        <Tabs.Tab value="incidents">Vorfälle</Tabs.Tab>
        <Tabs.Tab value="statistics">Statistik</Tabs.Tab>
        <Tabs.Tab value="privacy">Datenschutz</Tabs.Tab>
      </Tabs.List>
    </Tabs>
  )
}

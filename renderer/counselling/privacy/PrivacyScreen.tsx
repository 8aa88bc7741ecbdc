import { Tabs, Title, VisuallyHidden } from '@mantine/core'
import { IconFileShredder, IconListCheck, IconSettings } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Confidential } from '../Confidential.tsx'
import { CounsellingTabs } from '../CounsellingTabs.tsx'
import { ForCounsellors } from '../ForCounsellors.tsx'
import classes from './Privacy.module.css'
import { PracticeForm } from './PracticeForm.tsx'
import { RecordList } from './RecordList.tsx'
import { ReviewList } from './ReviewList.tsx'

/** „Datenschutz": what is to be looked at, what was destroyed, and how long the office keeps what. */
export function PrivacyScreen() {
  return <ForCounsellors><Privacy /></ForCounsellors>
}

function Privacy() {
  const { tab = 'review' } = useSearch({ from: '/counselling/privacy' })
  const navigate = useNavigate()
  return (
    <div className={classes.screen}>
      <Title order={1} size="h2">Beratung</Title>
      <CounsellingTabs current="privacy" />
      <VisuallyHidden component="h2">Datenschutz</VisuallyHidden>
      <Tabs mt="xs" variant="pills" value={tab} onChange={(value) => void navigate({ to: '/counselling/privacy', search: { tab: value as typeof tab } })} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="review" leftSection={<IconListCheck size={16} aria-hidden />}>Prüfen und löschen</Tabs.Tab>
          <Tabs.Tab value="records" leftSection={<IconFileShredder size={16} aria-hidden />}>Löschprotokoll</Tabs.Tab>
          <Tabs.Tab value="rules" leftSection={<IconSettings size={16} aria-hidden />}>Fristen und Hinweise</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="review" pt="sm"><ReviewList /></Tabs.Panel>
        <Tabs.Panel value="records" pt="sm"><RecordList /></Tabs.Panel>
        <Tabs.Panel value="rules" pt="sm"><PracticeForm /></Tabs.Panel>
      </Tabs>
      <Confidential />
    </div>
  )
}

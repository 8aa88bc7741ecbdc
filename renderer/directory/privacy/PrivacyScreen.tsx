import { Tabs, Title } from '@mantine/core'
import { IconListCheck, IconBuildingBank, IconFileShredder } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { WorkArea } from '../../ui/WorkArea.tsx'
import { DirectoryAside } from '../DirectoryAside.tsx'
import { DestructionLog } from './DestructionLog.tsx'
import { OfficeData } from './OfficeData.tsx'
import classes from './Privacy.module.css'
import { ReviewList } from './ReviewList.tsx'

/** „Datenschutz": contacts that somebody has to look at, what was destroyed, and what information sheets say of the office. */
export function PrivacyScreen() {
  const { tab = 'review' } = useSearch({ from: '/directory/privacy' })
  const navigate = useNavigate()
  return (
    <WorkArea aside={<DirectoryAside />}>
      <div className={classes.screen}>
        <Title order={2}>Datenschutz</Title>
        <Tabs mt="xs" value={tab} onChange={(value) => void navigate({ to: '/directory/privacy', search: { tab: value as typeof tab } })} keepMounted={false}>
          <Tabs.List>
            <Tabs.Tab value="review" leftSection={<IconListCheck size={16} aria-hidden />}>Prüfliste</Tabs.Tab>
            <Tabs.Tab value="log" leftSection={<IconFileShredder size={16} aria-hidden />}>Löschprotokoll</Tabs.Tab>
            <Tabs.Tab value="office" leftSection={<IconBuildingBank size={16} aria-hidden />}>Angaben des Büros</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="review" pt="sm"><ReviewList /></Tabs.Panel>
          <Tabs.Panel value="log" pt="sm"><DestructionLog /></Tabs.Panel>
          <Tabs.Panel value="office" pt="sm"><OfficeData /></Tabs.Panel>
        </Tabs>
      </div>
    </WorkArea>
  )
}

import { Group, SegmentedControl, Title } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { isoDay } from '../../../shared/dates.ts'
import { parseDayInput } from '../../../shared/day-input.ts'
import { WorkArea } from '../../ui/WorkArea.tsx'
import { DirectoryAside } from '../DirectoryAside.tsx'
import { ChartView } from './ChartView.tsx'
import classes from './Network.module.css'
import { PictureView } from './PictureView.tsx'

const views = [
  { value: 'chart', label: 'Organigramm' },
  { value: 'picture', label: 'Netzwerkbild' },
  { value: 'matrix', label: 'Wer sitzt wo?' },
] as const

/** „Netzwerk": who belongs to whom, and who sits in which body, on any day. What is looked at stands in the route. */
export function NetworkScreen() {
  const { view = 'chart', id = null } = useSearch({ from: '/directory/network' })
  const navigate = useNavigate()
  const [today] = useState(() => isoDay(new Date()))
  const [day, setDay] = useState(today)
  const show = (next: { view?: typeof view; id?: string | null }): void => {
    const wanted = next.id === undefined ? id : next.id
    void navigate({ to: '/directory/network', search: { view: next.view ?? view, ...wanted !== null && { id: wanted } } })
  }
  const open = (contact: string): void => void navigate({ to: '/directory', search: { id: contact } })
  return (
    <WorkArea aside={<DirectoryAside />}>
      <div className={classes.screen}>
        <Group justify="space-between" gap="xs" className={classes.head}>
          <Title order={2}>Netzwerk</Title>
          <Group gap="sm" className="no-print">
            <SegmentedControl aria-label="Ansicht" data={[...views]} value={view} onChange={(value) => show({ view: value as typeof view })} />
            <DateInput
              aria-label="Stand am" valueFormat="[Stand am] DD.MM.YYYY" w={190} value={day} maxDate={today} dateParser={(text) => parseDayInput(text.replace(/^\s*stand am/iu, ''), new Date())}
              onChange={(value) => setDay(value ?? today)}
            />
          </Group>
        </Group>
        {view === 'chart'
          ? <ChartView id={id} day={day} onFocus={(next) => show({ id: next })} onOpen={open} onPicture={(next) => show({ view: 'picture', id: next })} />
          : <PictureView key={id} id={id} day={day} matrix={view === 'matrix'} onFocus={(next) => show({ view: 'picture', id: next })} onOpen={open} />}
      </div>
    </WorkArea>
  )
}

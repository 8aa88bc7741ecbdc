import { SegmentedControl } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'

const paths = { deadlines: '/counselling/deadlines', titles: '/counselling/titles', naturalisation: '/counselling/naturalisation' } as const

/** Leads between the lists of what comes by law: deadlines, titles that end, naturalisation. */
export function DeadlineViews({ current }: { current: keyof typeof paths }) {
  const navigate = useNavigate()
  return (
    <SegmentedControl
      fullWidth aria-label="Ansicht" value={current}
      data={[{ value: 'deadlines', label: 'Fristen' }, { value: 'titles', label: 'Aufenthaltstitel' }, { value: 'naturalisation', label: 'Einbürgerung' }]}
      onChange={(value) => void navigate({ to: paths[value as keyof typeof paths] })}
    />
  )
}

import { SegmentedControl } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'

const paths = { incidents: '/counselling/incidents', escalations: '/counselling/escalations' } as const

/** Leads between single incidents and situations that escalate. */
export function IncidentViews({ current }: { current: keyof typeof paths }) {
  const navigate = useNavigate()
  return (
    <SegmentedControl
      fullWidth aria-label="Ansicht" value={current} data={[{ value: 'incidents', label: 'Vorfälle' }, { value: 'escalations', label: 'Lagen' }]}
      onChange={(value) => void navigate({ to: paths[value as keyof typeof paths] })}
    />
  )
}

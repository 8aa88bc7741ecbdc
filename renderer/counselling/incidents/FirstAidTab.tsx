import { Checkbox, Stack, Text } from '@mantine/core'
import { firstAid } from '../../../shared/counselling/incidents/catalogues.ts'
import type { Incident } from '../../../shared/counselling/incidents/contract.ts'
import { germanDate } from '../../../shared/dates.ts'
import { office } from '../../app/office.ts'
import { showFailure } from '../../ui/notices.tsx'
import { Section } from '../person/Section.tsx'
import classes from './Incidents.module.css'

/** The first-aid checklist; each tick bears day and person. */
export function FirstAidTab({ incident }: { incident: Incident }) {
  const tick = async (item: string, done: boolean): Promise<void> => {
    try {
      await office.counselling.incidents.tickFirstAid({ id: incident.id, item, done })
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <Stack gap="md">
      {firstAid.groups.map((group) => (
        <Section key={group.code} title={group.label}>
          <ul className={classes.checks}>
            {firstAid.items.filter((item) => item.group === group.code).map(({ code, label, hint }) => {
              const done = incident.firstAid.find(({ item }) => item === code)
              return (
                <li key={code}>
                  <Checkbox
                    label={<Text size="sm" fw={600} span>{label}</Text>} description={hint}
                    checked={done !== undefined} onChange={(event) => void tick(code, event.currentTarget.checked)}
                  />
                  {done && <Text size="xs" fw={600} pl={32}>erledigt am {germanDate(done.on)}, {done.byName}</Text>}
                </li>
              )
            })}
          </ul>
        </Section>
      ))}
      <Text size="xs" c="dimmed">Stand {germanDate(firstAid.asOf)}. {firstAid.source}</Text>
    </Stack>
  )
}

import { ActionIcon, Button, Group, Loader, Stack, Text, Title } from '@mantine/core'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { labelOf } from '../../../shared/counselling/catalogues.ts'
import { openEnded, radarGroupOf, validUntil, type ResidenceStatus } from '../../../shared/counselling/residence/model.ts'
import { germanDate } from '../../../shared/dates.ts'
import { api } from '../../app/office.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { Personal } from '../../ui/Personal.tsx'
import { useToday } from '../useToday.ts'
import { ExpiryBadge } from './ExpiryBadge.tsx'
import { ResidenceDialog } from './ResidenceDialog.tsx'
import classes from './Residence.module.css'

/** The history of residence titles of a case, person by person: what is printed and how long it is really valid. */
export function ResidenceSection({ caseId }: { caseId: string }) {
  const { data, error } = useQuery(api.counselling.residence.ofCase.queryOptions({ input: { caseId } }))
  const [editing, setEditing] = useState<ResidenceStatus | 'new' | null>(null)
  const today = useToday()
  const newest = new Map<string, string>()
  for (const { person, id } of data ?? []) if (!newest.has(person)) newest.set(person, id)
  return (
    <Stack component="section" gap="sm" mt="lg" maw={760} aria-label="Aufenthaltsstatus">
      <Group justify="space-between">
        <Title order={3} size="h4">Aufenthaltsstatus</Title>
        <Button size="compact-sm" variant="light" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEditing('new')}>Status eintragen</Button>
      </Group>
      {error && <FailureAlert error={error} />}
      {!data && !error && <Loader size="sm" aria-label="Aufenthaltsstatus wird geladen" />}
      {data?.length === 0 && <Text size="sm" c="dimmed">Noch nichts eingetragen. Mit dem Ablaufdatum erinnert das Radar 12, 8, 4 und 1 Woche vorher.</Text>}
      <ul className={classes.list}>
        {data?.map((title) => {
          const current = newest.get(title.person) === title.id
          return (
            <li key={title.id} className={classes.entry} data-current={current || undefined}>
              <div>
                <Text size="sm" fw={current ? 600 : 400}>
                  {title.person === '' ? '' : <><Personal>{title.person}</Personal>: </>}{labelOf('residenceStatus', title.code)}
                </Text>
                <Text size="sm" c="dimmed">{datesOf(title)}</Text>
                {title.note !== '' && <Text size="sm">{title.note}</Text>}
              </div>
              <Group gap="xs" wrap="nowrap">
                {current ? <ExpiryBadge title={title} group={radarGroupOf(title, today)} /> : <Text size="xs" c="dimmed">früher</Text>}
                <ActionIcon variant="subtle" aria-label={`${labelOf('residenceStatus', title.code)} bearbeiten`} onClick={() => setEditing(title)}>
                  <IconPencil size={17} aria-hidden />
                </ActionIcon>
              </Group>
            </li>
          )
        })}
      </ul>
      {editing !== null && <ResidenceDialog caseId={caseId} current={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </Stack>
  )
}

/** „§ 25 Abs. 3 · seit 10.01.2025 · aufgedruckt bis 31.03.2026 · gilt bis 04.03.2027 (Fortgeltung …)“ */
function datesOf(title: ResidenceStatus): string {
  const { basis, from, printedExpiry, effectiveExpiry, extension } = title
  const until = validUntil(title)
  return [
    basis,
    from === null ? '' : `seit ${germanDate(from)}`,
    printedExpiry === null ? '' : `aufgedruckt bis ${germanDate(printedExpiry)}`,
    extension === null ? '' : `${until === null || openEnded(extension) && effectiveExpiry === null ? 'gilt bis zur Entscheidung' : `gilt bis ${germanDate(until)}`}: ${labelOf('residenceExtensions', extension)}`,
  ].filter(Boolean).join(' · ')
}

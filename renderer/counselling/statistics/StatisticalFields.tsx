import { Autocomplete, Button, Collapse, Select, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { catalogues } from '../../../shared/counselling/catalogues.ts'
import type { ConsultationFields } from '../../../shared/counselling/model.ts'
import { api } from '../../app/office.ts'
import { CodeSelect } from '../CodeSelect.tsx'
import { useToday } from '../useToday.ts'

type Fields = Pick<ConsultationFields, 'origin' | 'place' | 'ageBand' | 'gender' | 'residenceStatus'>

const origins = catalogues.origins.entries
const originData = origins.filter(({ parent }) => parent === null).map((region) => ({
  group: region.label,
  items: [
    ...origins.filter(({ parent }) => parent === region.code).map(({ code, label }) => ({ value: code, label })),
    { value: region.code, label: `${region.label}, Land nicht genannt` },
  ],
}))

/** What is asked for the statistics alone. All of it is optional; it lies apart from the identity. `status`: of an anonymous consultation. */
export function StatisticalFields({ fields, errors, onChange, status = false }: {
  fields: Fields
  errors: Readonly<Record<string, string>>
  onChange(patch: Partial<Fields>): void
  status?: boolean
}) {
  const { origin: from, place: town, ageBand, gender, residenceStatus } = fields
  const [opened, setOpened] = useState([from, town, ageBand, gender, residenceStatus].some((value) => (value ?? '') !== ''))
  const id = useId()
  const Sign = opened ? IconChevronDown : IconChevronRight
  return (
    <Stack gap={6}>
      <Button
        variant="subtle" size="compact-sm" leftSection={<Sign size={16} aria-hidden />} w="fit-content" ml={-8}
        aria-expanded={opened} aria-controls={id} onClick={() => setOpened(!opened)}
      >
        Für die Statistik (freiwillig)
      </Button>
      <Collapse expanded={opened} id={id}>
        <Stack gap={6}>
          <Text size="xs" c="dimmed">Nur fragen, wenn es passt. Die Angaben zählen in der Statistik und stehen getrennt von der Identität.</Text>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing={12} verticalSpacing={10}>
            <Select
              label="Herkunft" placeholder="nicht erfragt" searchable clearable data={originData} value={fields.origin ?? null} error={errors.origin}
              nothingFoundMessage="Nicht in der Liste" maxDropdownHeight={320} onChange={(origin) => onChange({ origin })}
            />
            <PlaceField value={fields.place ?? ''} error={errors.place} onChange={(place) => onChange({ place })} />
            {status && <StatusField value={fields.residenceStatus ?? null} error={errors.residenceStatus} onChange={(residenceStatus) => onChange({ residenceStatus })} />}
            <OptionalCode label="Altersgruppe" catalogue="ageBands" value={fields.ageBand ?? null} error={errors.ageBand} onChange={(ageBand) => onChange({ ageBand })} />
            <OptionalCode label="Geschlecht" catalogue="genders" value={fields.gender ?? null} error={errors.gender} onChange={(gender) => onChange({ gender })} />
          </SimpleGrid>
        </Stack>
      </Collapse>
    </Stack>
  )
}

interface CodeProps {
  value: string | null
  error: string | undefined
  onChange(code: string | null): void
}

function OptionalCode({ label, catalogue, ...field }: CodeProps & { label: string; catalogue: 'ageBands' | 'genders' }) {
  return <CodeSelect label={label} catalogue={catalogue} placeholder="nicht erfragt" clearable day={useToday()} {...field} />
}

function StatusField(field: CodeProps) {
  return <CodeSelect label="Aufenthaltsstatus" catalogue="residenceStatus" placeholder="nicht erfragt" clearable day={useToday()} {...field} />
}

/** The place where somebody lives; those that were noted before are offered, so that a town has one spelling. */
function PlaceField({ value, error, onChange }: { value: string; error: string | undefined; onChange(place: string | null): void }) {
  const { data } = useQuery(api.counselling.statistics.filterValues.queryOptions())
  return (
    <Autocomplete
      label="Wohnort (Gemeinde)" placeholder="nicht erfragt" data={data?.places ?? []} limit={12} maxLength={80} value={value} error={error}
      onChange={(place) => onChange(place === '' ? null : place)}
    />
  )
}

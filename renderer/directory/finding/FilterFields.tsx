import { Checkbox, Group, MultiSelect, SegmentedControl, Select, SimpleGrid, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isoDay } from '../../../shared/dates.ts'
import { detailOptions } from '../../../shared/directory/details.ts'
import { purposeOptions } from '../../../shared/directory/dealings/purposes.ts'
import { lacks, roleTimes, type ContactFilter, type Lack } from '../../../shared/directory/filter.ts'
import { affiliationLabels, contactKindLabels, publicationLabels } from '../../../shared/directory/labels.ts'
import { affiliations, contactKinds, publications } from '../../../shared/directory/model.ts'
import { organisationTypesOn } from '../../../shared/directory/organisation-types.ts'
import { api } from '../../app/office.ts'
import { lackLabels, roleTimeLabels } from './filterWords.ts'

const labelled = <Value extends string>(values: readonly Value[], labels: Record<Value, string>) => values.map((value) => ({ value, label: labels[value] }))

/** The fields of a filter; everything that is chosen must hold. */
export function FilterFields({ filter, onChange, focused = false }: {
  filter: ContactFilter
  onChange: (filter: ContactFilter) => void
  /** The first field takes the focus of the dialog. */
  focused?: boolean
}) {
  const [today] = useState(() => isoDay(new Date()))
  const { data: tags = [] } = useQuery(api.directory.tags.queryOptions())
  const { data: offers } = useQuery(api.directory.finding.offers.queryOptions())
  const set = (part: ContactFilter): void => onChange({ ...filter, ...part })
  const several = <Key extends 'types' | 'tags' | 'withoutTags' | 'areas' | 'languages' | 'places' | 'purposes' | 'affiliations' | 'publications'>(key: Key, label: string) => ({
    label, searchable: true, clearable: true, hidePickedOptions: true, placeholder: (filter[key]?.length ?? 0) === 0 ? 'alle' : '',
    nothingFoundMessage: 'Nichts gefunden', clearButtonProps: { 'aria-label': `${label}: Auswahl leeren` },
    value: [...filter[key] ?? []] as string[], onChange: (value: string[]) => set({ [key]: value } as ContactFilter),
  })
  return (
    <div role="group" aria-label="Filter">
      <SimpleGrid cols={{ base: 1, xs: 2, sm: 3 }} spacing="sm" verticalSpacing="sm">
        <Select data-autofocus={focused || undefined} label="Person oder Organisation" clearable placeholder="alle" data={labelled(contactKinds, contactKindLabels)} value={filter.kind ?? null} onChange={(kind) => set({ kind: kind ?? undefined })} />
        <MultiSelect {...several('types', 'Art der Organisation')} data={organisationTypesOn(today).map(({ group: name, items }) => ({ group: name, items: items.map(({ code, label }) => ({ value: code, label })) }))} />
        <MultiSelect {...several('areas', 'Arbeitsfelder')} data={detailOptions('areas', today)} />
        <div>
          <MultiSelect {...several('tags', 'Schlagwörter')} data={tags} />
          {(filter.tags?.length ?? 0) > 1 && (
            <SegmentedControl mt={4} size="xs" aria-label="Schlagwörter verknüpfen" data={[{ value: 'any', label: 'eines davon' }, { value: 'all', label: 'alle davon' }]} value={filter.tagMode ?? 'any'} onChange={(tagMode) => set({ tagMode: tagMode as 'any' | 'all' })} />
          )}
        </div>
        <MultiSelect {...several('withoutTags', 'Nicht mit Schlagwort')} placeholder={filter.withoutTags?.length ? '' : 'keines'} data={tags} />
        <MultiSelect {...several('languages', 'Sprachen')} data={detailOptions('languages', today)} />
        <MultiSelect {...several('places', 'Orte')} limit={100} data={offers?.places ?? []} />
        <TextInput label="Postleitzahl beginnt mit" maxLength={20} value={filter.postalCode ?? ''} onChange={(event) => set({ postalCode: event.currentTarget.value })} />
        <TextInput label="Gemeindeschlüssel (AGS) beginnt mit" maxLength={12} value={filter.ags ?? ''} onChange={(event) => set({ ags: event.currentTarget.value })} />
        <TextInput label="Funktion (Wortanfang)" maxLength={200} value={filter.role ?? ''} onChange={(event) => set({ role: event.currentTarget.value })} />
        <Select label="Funktion gilt" clearable placeholder="heute" data={labelled(roleTimes, roleTimeLabels)} value={filter.roleTime ?? null} onChange={(roleTime) => set({ roleTime: roleTime ?? undefined })} />
        <Select label="Nicht geprüft seit" clearable placeholder="gleich" data={[3, 6, 12, 24, 36].map((months) => ({ value: String(months), label: `${months} Monaten` }))} value={filter.uncheckedMonths === undefined ? null : String(filter.uncheckedMonths)} onChange={(months) => set({ uncheckedMonths: months === null ? undefined : Number(months) })} />
        <DateInput label="Nicht geprüft seit dem" valueFormat="DD.MM.YYYY" clearable value={filter.checkedBefore ?? null} onChange={(day) => set({ checkedBefore: day ?? undefined })} clearButtonProps={{ 'aria-label': 'Tag leeren' }} />
        <MultiSelect {...several('affiliations', 'Zugehörigkeit')} data={labelled(affiliations, affiliationLabels)} />
        <MultiSelect {...several('publications', 'Veröffentlichung')} data={labelled(publications, publicationLabels)} />
        <MultiSelect {...several('purposes', 'Zweck')} data={purposeOptions(today)} />
      </SimpleGrid>
      <Checkbox.Group mt="md" label="Was fehlt oder abgelaufen ist" value={filter.lacks ?? []} onChange={(values) => set({ lacks: values as Lack[] })}>
        <Group gap="6px 16px" mt={6}>
          {lacks.map((lack) => <Checkbox key={lack} value={lack} label={lackLabels[lack]} />)}
        </Group>
      </Checkbox.Group>
      <Checkbox mt={8} label="Einwilligung abgelaufen oder widerrufen" checked={filter.consentExpired ?? false} onChange={(event) => set({ consentExpired: event.currentTarget.checked })} />
    </div>
  )
}

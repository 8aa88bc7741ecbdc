import { Group, MultiSelect, Select, Stack, TagsInput, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isoDay } from '../../shared/dates.ts'
import { detailOptions } from '../../shared/directory/details.ts'
import { affiliationLabels, nameOrderLabels, publicationLabels, salutationLabels } from '../../shared/directory/labels.ts'
import { affiliations, nameOrders, publications, salutations } from '../../shared/directory/model.ts'
import { organisationTypesOn } from '../../shared/directory/organisation-types.ts'
import { api } from '../app/office.ts'
import { AddressFields } from './AddressFields.tsx'
import { ChannelFields } from './ChannelFields.tsx'
import { SimilarContacts } from './duplicates/SimilarContacts.tsx'
import type { ContactFormState } from './form.ts'

/** All fields of a contact. Both the new contact and the record use them. */
export function ContactFields({ form, id }: { form: ContactFormState; id?: string }) {
  const { data: knownTags } = useQuery(api.directory.tags.queryOptions())
  return (
    <Stack gap="sm">
      {form.values.kind === 'organisation' ? <OrganisationFields form={form} /> : <PersonFields form={form} />}
      <SimilarContacts values={form.values} except={id} />
      <ChannelFields form={form} />
      <AddressFields form={form} />
      <WorkFields form={form} />
      <TagsInput label="Schlagwörter" data={knownTags ?? []} placeholder={form.values.tags.length === 0 ? 'Wort eingeben, Enter' : ''} maxTags={50} {...form.getInputProps('tags')} />
      <Textarea label="Notiz" autosize minRows={2} maxRows={12} {...form.getInputProps('note')} />
    </Stack>
  )
}

/** What the contact is good for, to whom it belongs, and whether it may be named in public. */
function WorkFields({ form }: { form: ContactFormState }) {
  const [today] = useState(() => isoDay(new Date()))
  const shared = { searchable: true, hidePickedOptions: true, nothingFoundMessage: 'Nichts gefunden' }
  return (
    <>
      <MultiSelect label="Arbeitsfelder" {...shared} data={detailOptions('areas', today)} placeholder={form.values.areas.length === 0 ? 'nicht gewählt' : ''} {...form.getInputProps('areas')} />
      <MultiSelect label="Sprachen" {...shared} data={detailOptions('languages', today)} placeholder={form.values.languages.length === 0 ? 'nicht gewählt' : ''} {...form.getInputProps('languages')} />
      <Group grow gap="sm" align="flex-start">
        <Select label="Zugehörigkeit" data={affiliations.map((value) => ({ value, label: affiliationLabels[value] }))} {...form.getInputProps('affiliation')} />
        <Select label="Veröffentlichung" data={publications.map((value) => ({ value, label: publicationLabels[value] }))} {...form.getInputProps('publication')} />
      </Group>
    </>
  )
}

function OrganisationFields({ form }: { form: ContactFormState }) {
  const [today] = useState(() => isoDay(new Date()))
  const types = organisationTypesOn(today).map(({ group, items }) => ({ group, items: items.map(({ code, label }) => ({ value: code, label })) }))
  return (
    <>
      <TextInput label="Name der Organisation" required maxLength={300} {...form.getInputProps('name')} />
      <TextInput label="Abteilung" maxLength={300} {...form.getInputProps('department')} />
      <Group grow gap="sm" align="flex-start">
        <Select label="Art" data={types} searchable clearable nothingFoundMessage="Keine Art gefunden" placeholder="nicht gewählt" {...form.getInputProps('typeCode')} />
        <TextInput label="Kurzname" maxLength={100} {...form.getInputProps('shortName')} />
      </Group>
    </>
  )
}

function PersonFields({ form }: { form: ContactFormState }) {
  return (
    <>
      <Group grow gap="sm" align="flex-start">
        <Select label="Anrede" data={salutations.map((value) => ({ value, label: salutationLabels[value] }))} {...form.getInputProps('salutation')} />
        <TextInput label="Titel" maxLength={100} {...form.getInputProps('title')} />
      </Group>
      <Group grow gap="sm" align="flex-start">
        <TextInput label="Vornamen" maxLength={200} {...form.getInputProps('givenNames')} />
        <TextInput label="Familienname" maxLength={200} {...form.getInputProps('familyName')} />
      </Group>
      <Select label="Reihenfolge des Namens" data={nameOrders.map((value) => ({ value, label: nameOrderLabels[value] }))} {...form.getInputProps('nameOrder')} />
      <Group grow gap="sm" align="flex-start">
        <TextInput label="Name in eigener Schrift" dir="auto" maxLength={300} {...form.getInputProps('originalName')} />
        <TextInput label="Frühere Namen" maxLength={300} {...form.getInputProps('formerNames')} />
      </Group>
    </>
  )
}

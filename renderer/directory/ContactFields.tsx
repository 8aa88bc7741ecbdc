import { Autocomplete, Group, MultiSelect, Select, Stack, TagsInput, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isoDay } from '../../shared/dates.ts'
import { detailOptions } from '../../shared/directory/details.ts'
import { nameWarning } from '../../shared/directory/din-91379.ts'
import { nameOrderLabels, publicationLabels, salutationLabels } from '../../shared/directory/labels.ts'
import { nameOrders, publications, salutations, transliterations } from '../../shared/directory/model.ts'
import { organisationTypesOn } from '../../shared/directory/organisation-types.ts'
import { api } from '../app/office.ts'
import { AddressFields } from './AddressFields.tsx'
import { ChannelFields } from './ChannelFields.tsx'
import { SimilarContacts } from './duplicates/SimilarContacts.tsx'
import { FieldGroup } from './FieldGroup.tsx'
import { fieldWarning } from './fieldWarning.tsx'
import type { ContactFormState } from './form.ts'
import { PlacementFields } from './PlacementFields.tsx'

/** All fields of a contact, the frequent ones first, the rest folded away. Both the new contact and the record use them. */
export function ContactFields({ form, id }: { form: ContactFormState; id?: string }) {
  const { data: knownTags } = useQuery(api.directory.tags.queryOptions())
  return (
    <Stack gap="sm">
      {form.values.kind === 'organisation' ? <OrganisationFields form={form} id={id} /> : <PersonFields form={form} />}
      {form.values.kind === 'person' && <SimilarContacts values={form.values} except={id} />}
      <ChannelFields form={form} />
      <AddressFields form={form} />
      <TagsInput label="Schlagwörter" data={knownTags ?? []} placeholder={form.values.tags.length === 0 ? 'Wort eingeben, Enter' : ''} maxTags={50} {...form.getInputProps('tags')} />
      <Textarea label="Notiz" autosize minRows={2} maxRows={12} {...form.getInputProps('note')} />
      <div>
        {form.values.kind === 'person' && <FurtherNames form={form} />}
        <PlacementFields form={form} id={id} />
        <WorkFields form={form} />
      </div>
    </Stack>
  )
}

/** What the contact is good for, and whether it may be named in public. */
function WorkFields({ form }: { form: ContactFormState }) {
  const [today] = useState(() => isoDay(new Date()))
  const shared = { searchable: true, hidePickedOptions: true, nothingFoundMessage: 'Nichts gefunden' }
  const { areas, languages, publication } = form.values
  const filled = [areas.length > 0, languages.length > 0, publication !== 'unknown'].filter(Boolean).length
  return (
    <FieldGroup title="Arbeitsfelder, Sprachen, Veröffentlichung" filled={filled} error={hasError(form, ['areas', 'languages', 'publication'])}>
      <MultiSelect label="Arbeitsfelder" {...shared} data={detailOptions('areas', today)} placeholder={areas.length === 0 ? 'nicht gewählt' : ''} {...form.getInputProps('areas')} />
      <MultiSelect label="Sprachen" {...shared} data={detailOptions('languages', today)} placeholder={languages.length === 0 ? 'nicht gewählt' : ''} {...form.getInputProps('languages')} />
      <Select label="Veröffentlichung" data={publications.map((value) => ({ value, label: publicationLabels[value] }))} {...form.getInputProps('publication')} />
    </FieldGroup>
  )
}

function OrganisationFields({ form, id }: { form: ContactFormState; id: string | undefined }) {
  const [today] = useState(() => isoDay(new Date()))
  const types = organisationTypesOn(today).map(({ group, items }) => ({ group, items: items.map(({ code, label }) => ({ value: code, label })) }))
  return (
    <>
      <TextInput label="Name der Organisation" required maxLength={300} {...fieldWarning(nameWarning(form.values.name, 'organisation'))} {...form.getInputProps('name')} />
      <SimilarContacts values={form.values} except={id} />
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
        <TextInput label="Vornamen" maxLength={200} {...fieldWarning(nameWarning(form.values.givenNames))} {...form.getInputProps('givenNames')} />
        <TextInput label="Familienname" maxLength={200} {...fieldWarning(nameWarning(form.values.familyName))} {...form.getInputProps('familyName')} />
      </Group>
    </>
  )
}

/** A name has more sides than two fields: its order, its own script, other spellings, what it was before, how a letter begins. */
function FurtherNames({ form }: { form: ContactFormState }) {
  const { nameOrder, originalName, transliteration, transliterationStandard, formerNames, salutationText } = form.values
  const filled = [originalName, transliteration, transliterationStandard, formerNames, salutationText].filter(Boolean).length + Number(nameOrder !== 'given-first')
  const fields = ['nameOrder', 'originalName', 'transliteration', 'transliterationStandard', 'formerNames', 'salutationText']
  return (
    <FieldGroup title="Name in anderer Form, Anrede im Brief" filled={filled} error={hasError(form, fields)}>
      <p>Wer nur einen Namen hat, steht mit diesem einen da. Zwei Familiennamen und „von der“ oder „al-“ gehören ungetrennt ins Feld Familienname.</p>
      <Select label="Reihenfolge des Namens" data={nameOrders.map((value) => ({ value, label: nameOrderLabels[value] }))} {...form.getInputProps('nameOrder')} />
      <TextInput label="Name in eigener Schrift" dir="auto" maxLength={300} {...fieldWarning(nameWarning(originalName, 'original'))} {...form.getInputProps('originalName')} />
      <Group grow gap="sm" align="flex-start">
        <TextInput label="Andere Umschrift" maxLength={300} {...fieldWarning(nameWarning(transliteration))} {...form.getInputProps('transliteration')} />
        <Autocomplete label="Umschrift nach" data={[...transliterations]} maxLength={100} {...form.getInputProps('transliterationStandard')} />
      </Group>
      <TextInput label="Frühere Namen" maxLength={300} {...fieldWarning(nameWarning(formerNames, 'organisation'))} {...form.getInputProps('formerNames')} />
      <TextInput label="Anrede im Brief" placeholder="wird sonst aus Anrede, Titel und Name gebildet" maxLength={200} {...form.getInputProps('salutationText')} />
    </FieldGroup>
  )
}

function hasError(form: ContactFormState, fields: readonly string[]): boolean {
  return fields.some((field) => form.errors[field] !== undefined)
}

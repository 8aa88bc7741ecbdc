import { Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { agsProblem, landOfAgs } from '../../shared/directory/ags.ts'
import { affiliationLabels } from '../../shared/directory/labels.ts'
import { affiliations } from '../../shared/directory/model.ts'
import { displayName } from '../../shared/directory/names.ts'
import { api } from '../app/office.ts'
import { ContactPicker } from '../ui/ContactPicker.tsx'
import { FieldGroup } from './FieldGroup.tsx'
import type { ContactFormState } from './form.ts'

/** Where a contact belongs: below whom, for what, in which municipality, to the own house or not. */
export function PlacementFields({ form, id }: { form: ContactFormState; id?: string | undefined }) {
  const { kind, parentId, responsibilityArea, ags, affiliation, salutationText } = form.values
  const isOrganisation = kind === 'organisation'
  const { data: superior } = useQuery(api.directory.get.queryOptions({ input: { id: parentId }, enabled: isOrganisation && parentId !== '' }))
  const filled = [isOrganisation && parentId, responsibilityArea, ags, isOrganisation && salutationText].filter(Boolean).length + Number(affiliation !== 'unknown')
  const error = ['parentId', 'responsibilityArea', 'ags', 'affiliation'].some((field) => form.errors[field] !== undefined)
  const key = ags.replace(/\s/gu, '')
  return (
    <FieldGroup title="Zugehörigkeit und Zuständigkeit" filled={filled} error={error}>
      {isOrganisation && (
        <ContactPicker
          label="Übergeordnete Organisation"
          kind="organisation"
          value={parentId || null}
          valueLabel={superior && displayName(superior)}
          except={id}
          onChange={(value) => { form.setFieldValue('parentId', value ?? ''); form.clearFieldError('parentId') }}
          error={form.errors.parentId}
        />
      )}
      <TextInput label="Zuständig für" placeholder="Aufgabe oder Gebiet, zum Beispiel Südkreis" maxLength={300} {...form.getInputProps('responsibilityArea')} />
      <TextInput
        label="Gemeindeschlüssel (AGS)"
        description={key !== '' && agsProblem(key) === null ? `${key.length === 5 ? 'Kreis' : 'Gemeinde'} in ${landOfAgs(key)}` : '8 Ziffern, für einen Kreis 5'}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        inputMode="numeric"
        maxLength={20}
        {...form.getInputProps('ags')}
      />
      <Select label="Zugehörigkeit" data={affiliations.map((value) => ({ value, label: affiliationLabels[value] }))} {...form.getInputProps('affiliation')} />
      {isOrganisation && <TextInput label="Anrede im Brief" placeholder="sonst: Sehr geehrte Damen und Herren" maxLength={200} {...form.getInputProps('salutationText')} />}
    </FieldGroup>
  )
}

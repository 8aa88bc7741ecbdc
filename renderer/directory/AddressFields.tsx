import { ActionIcon, Button, Group, Select, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useMemo } from 'react'
import { countryNames } from '../../shared/directory/countries.ts'
import { addressKindLabels } from '../../shared/directory/labels.ts'
import { addressKinds } from '../../shared/directory/model.ts'
import { compareNames } from '../../shared/directory/names.ts'
import classes from './ContactRecord.module.css'
import { newAddress, type ContactFormState } from './form.ts'

/** The addresses of a contact; the first is the preferred one unless another is marked. */
export function AddressFields({ form }: { form: ContactFormState }) {
  const { addresses } = form.values
  const countries = useMemo(() => countryNames('de').sort((a, b) => compareNames(a.name, b.name)).map(({ code, name }) => ({ value: code, label: name })), [])
  const prefer = (id: string): void => form.setFieldValue('addresses', addresses.map((address) => ({ ...address, preferred: address.id === id })))
  return (
    <>
      {addresses.map(({ id, kind, preferred }, index) => (
        <fieldset key={id} className={classes.group}>
          <legend>{addressKindLabels[kind]}{preferred && addresses.length > 1 ? ' (bevorzugt)' : ''}</legend>
          <Group gap={6} wrap="nowrap" align="flex-end">
            <Select flex={1} label="Art der Anschrift" data={addressKinds.map((value) => ({ value, label: addressKindLabels[value] }))} {...form.getInputProps(`addresses.${index}.kind`)} />
            {!preferred && addresses.length > 1 && <Button variant="default" onClick={() => prefer(id)}>Bevorzugen</Button>}
            <ActionIcon mb={4} variant="subtle" color="gray" aria-label={`${addressKindLabels[kind]} entfernen`} onClick={() => form.removeListItem('addresses', index)}>
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </Group>
          <TextInput mt={6} label="Straße und Hausnummer" maxLength={200} {...form.getInputProps(`addresses.${index}.street`)} />
          <TextInput mt={6} label="Adresszusatz" maxLength={200} {...form.getInputProps(`addresses.${index}.extra`)} />
          <Group gap={6} wrap="nowrap" mt={6} align="flex-start">
            <TextInput w={92} label="PLZ" maxLength={20} {...form.getInputProps(`addresses.${index}.postalCode`)} />
            <TextInput flex={1} label="Ort" maxLength={200} {...form.getInputProps(`addresses.${index}.place`)} />
          </Group>
          <Select mt={6} label="Land" searchable data={countries} {...form.getInputProps(`addresses.${index}.country`)} />
        </fieldset>
      ))}
      <Button size="compact-sm" variant="default" w="fit-content" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => form.insertListItem('addresses', newAddress(addresses))}>
        Anschrift
      </Button>
    </>
  )
}

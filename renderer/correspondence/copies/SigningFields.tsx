import { SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { LetterFields } from '../../../shared/correspondence/letter.ts'
import { signedBy, unsaidSignatory, writtenBy, type Signatory } from '../../../shared/correspondence/signing/model.ts'
import { emptyLetterhead } from '../../../shared/settings/letterhead.ts'
import { api } from '../../app/office.ts'
import { PersonField, usePeople } from '../../ui/PersonField.tsx'

export interface SigningFieldsProps {
  fields: LetterFields
  errors: Record<string, string>
  readOnly: boolean
  onChange(patch: Partial<LetterFields>): void
}

/** „Bearbeitung und Unterschrift": who wrote the letter and who signs it. Choosing somebody fills in the words, which can be changed. */
export function SigningFields({ fields, errors, readOnly, onChange }: SigningFieldsProps): ReactNode {
  const people = usePeople()
  const said = useQuery(api.correspondence.signing.list.queryOptions()).data?.signatories ?? []
  const letterhead = useQuery(api.settings.letterhead.get.queryOptions()).data?.letterhead ?? emptyLetterhead
  const signatory = (id: string | null): Signatory | undefined => {
    const person = people.find((each) => each.id === id)
    const known = said.find(({ personId }) => personId === id)
    return known ? { ...known, name: person?.name ?? known.name } : person && unsaidSignatory(person)
  }
  const text = (name: 'signatureAuthority' | 'signatureAddition' | 'signatureName' | 'signatureFunction' | 'editorSign' | 'contactPerson' | 'contactPhone' | 'contactEmail') => ({
    value: fields[name], readOnly, error: errors[`fields.${name}`], onChange: (event: { currentTarget: { value: string } }) => onChange({ [name]: event.currentTarget.value }),
  })
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <PersonField
          label="Bearbeitet von" id={fields.editorId} name={fields.editorName} readOnly={readOnly}
          onChange={({ id }) => { const found = signatory(id); onChange(found ? writtenBy(found) : { editorId: null, editorName: '', editorSign: '' }) }}
        />
        <TextInput label="Namenszeichen" description="Hinter der Nummer und auf dem Entwurf" {...text('editorSign')} />
        <TextInput label="Auskunft erteilt" {...text('contactPerson')} />
        <TextInput label="Telefon" placeholder={letterhead.phone} {...text('contactPhone')} />
        <TextInput label="E-Mail" placeholder={letterhead.email} {...text('contactEmail')} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <PersonField
          label="Es unterschreibt" id={fields.signerId} name={fields.signatureName} readOnly={readOnly}
          onChange={({ id }) => { const found = signatory(id); onChange(found ? signedBy(found, letterhead) : { signerId: null, signerSign: '' }) }}
        />
        <TextInput label="Zeichnungszusatz" list="letter-signature-additions" {...text('signatureAddition')} />
        <TextInput label="Behörde oder Funktion" {...text('signatureAuthority')} />
        <TextInput label="Name unter dem Schreiben" {...text('signatureName')} />
        <TextInput label="Funktion unter dem Namen" {...text('signatureFunction')} />
      </SimpleGrid>
    </Stack>
  )
}

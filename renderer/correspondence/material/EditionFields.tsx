import { MultiSelect, NumberInput, SimpleGrid, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import type { ReactNode } from 'react'
import type { EditionInput } from '../../../shared/correspondence/material/model.ts'
import { languageOptions } from './languages.ts'

/** An edition before anything is said of it. */
export const emptyEdition: EditionInput = { languages: [], edition: '', issuedOn: null, format: '', shelf: '', minStock: 0, reviewOn: null, note: '' }

/** What is said of an edition. */
export function EditionFields({ fields, onChange }: { fields: EditionInput; onChange(patch: Partial<EditionInput>): void }): ReactNode {
  const text = (name: 'edition' | 'format' | 'shelf' | 'note') => ({ value: fields[name], onChange: (event: { currentTarget: { value: string } }) => onChange({ [name]: event.currentTarget.value }) })
  return (
    <>
      <MultiSelect label="Sprache" description="Zweisprachiges bekommt beide" searchable data={languageOptions()} value={fields.languages} onChange={(languages) => onChange({ languages })} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
        <TextInput label="Auflage" placeholder="3. Auflage" {...text('edition')} />
        <DateInput label="Stand" clearable valueFormat="DD.MM.YYYY" value={fields.issuedOn} onChange={(value) => onChange({ issuedOn: value })} />
        <TextInput label="Format" placeholder="DIN lang, 8 Seiten" {...text('format')} />
        <TextInput label="Platz" placeholder="Schrank 2, Fach 3" {...text('shelf')} />
        <NumberInput label="Mindestbestand" description="0: kein Hinweis" min={0} allowDecimal={false} value={fields.minStock} onChange={(value) => onChange({ minStock: Number(value) || 0 })} />
        <DateInput label="Prüfen bis" description="Dann erinnert die Übersicht" clearable valueFormat="DD.MM.YYYY" value={fields.reviewOn} onChange={(value) => onChange({ reviewOn: value })} />
      </SimpleGrid>
      <TextInput label="Bemerkung" {...text('note')} />
    </>
  )
}

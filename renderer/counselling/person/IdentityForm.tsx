import { Alert, Checkbox, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { IconShieldLock } from '@tabler/icons-react'
import { useState } from 'react'
import type { OpenedIdentity } from '../../../shared/counselling/identity/contract.ts'
import { formatBirthDate, identityFields, parseBirthDate, type IdentityFields } from '../../../shared/counselling/identity/model.ts'
import { countryNames } from '../../../shared/directory/countries.ts'
import { nameWarning, type NameField } from '../../../shared/directory/din-91379.ts'
import { nameOrderLabels } from '../../../shared/directory/labels.ts'
import { nameOrders, type NameOrder } from '../../../shared/directory/model.ts'
import { office } from '../../app/office.ts'
import { ConflictAlert, FormState } from '../FormState.tsx'
import { useRecordForm, type RecordForm, type Stored } from '../useRecordForm.ts'
import { IdentityChannels } from './IdentityChannels.tsx'
import { IdentityDocuments } from './IdentityDocuments.tsx'
import classes from './Person.module.css'

const countries = countryNames('de').map(({ code, name }) => ({ value: code, label: name })).toSorted((a, b) => a.label.localeCompare(b.label, 'de'))

/** The opened card; what changes is stored by itself. */
export function IdentityForm({ caseId, opened }: { caseId: string; opened: OpenedIdentity }) {
  const form = useIdentityForm(caseId, opened)
  const { fields, errors, set } = form
  const text = (name: TextField, label: string, warn?: NameField) => (
    <TextInput
      label={label} value={fields[name]} error={errors[name]} autoComplete="off" spellCheck={false}
      description={warn === undefined ? undefined : nameWarning(fields[name], warn)} inputWrapperOrder={['label', 'input', 'description', 'error']}
      dir={name === 'originalName' ? 'auto' : undefined}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  )
  return (
    <Stack gap="sm">
      <ConflictAlert form={form} />
      <div className={classes.fields}>
        {text('givenNames', 'Vornamen', 'person')}
        {text('familyName', 'Familienname', 'person')}
        <Select
          label="Reihenfolge" allowDeselect={false} value={fields.nameOrder} data={nameOrders.map((value) => ({ value, label: nameOrderLabels[value] }))}
          onChange={(order) => order && set({ nameOrder: order as NameOrder })}
        />
        {text('formerNames', 'Frühere Namen', 'person')}
        {text('originalName', 'Name in eigener Schrift', 'original')}
        {text('transliteration', 'Andere Schreibweise', 'person')}
        <BirthField value={fields.birthDate} error={errors.birthDate} onChange={(birthDate) => set({ birthDate })} />
        <Checkbox
          label="Geburtsdatum geschätzt" mt={30} checked={fields.birthEstimated}
          onChange={(event) => set({ birthEstimated: event.currentTarget.checked })}
        />
      </div>
      {fields.addressProtected && (
        <Alert color="amber" icon={<IconShieldLock aria-hidden />} title="Anschrift geschützt">
          Auskunftssperre oder Sperrvermerk (§§ 51, 52 BMG): Diese Anschrift darf an niemanden gegeben werden.
        </Alert>
      )}
      <div className={classes.fields}>
        {text('street', 'Straße und Hausnummer')}
        {text('addressExtra', 'Zusatz')}
        {text('postalCode', 'Postleitzahl')}
        {text('place', 'Ort')}
        <Select
          label="Land" searchable allowDeselect={false} value={fields.country} data={countries}
          onChange={(country) => country && set({ country })}
        />
        <Checkbox
          label="Anschrift geschützt" mt={30} checked={fields.addressProtected}
          onChange={(event) => set({ addressProtected: event.currentTarget.checked })}
        />
      </div>
      <IdentityChannels channels={fields.channels} onChange={(channels) => set({ channels })} />
      <IdentityDocuments documents={fields.documents} error={errors.documents} onChange={(documents) => set({ documents })} />
      <Textarea
        label="Bemerkung zur Person" autosize minRows={2} maxRows={8} value={fields.note} error={errors.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
      <FormState form={form} />
    </Stack>
  )
}

type TextField = {
  [Name in keyof IdentityFields]: IdentityFields[Name] extends string ? (string extends IdentityFields[Name] ? Name : never) : never
}[keyof IdentityFields]

function BirthField({ value, error, onChange }: { value: string; error: string | undefined; onChange(value: string): void }) {
  /** Text while the field has the focus; null shows the value. */
  const [typed, setTyped] = useState<string | null>(null)
  const [unreadable, setUnreadable] = useState(false)
  return (
    <TextInput
      label="Geburtsdatum" placeholder="12.3.1988, 3.1988 oder 1988" value={typed ?? formatBirthDate(value)} autoComplete="off"
      error={unreadable ? 'Bitte als 12.3.1988, 3.1988 oder 1988 angeben.' : error}
      onChange={(event) => {
        const found = parseBirthDate(event.currentTarget.value)
        setTyped(event.currentTarget.value)
        setUnreadable(false)
        if (found !== undefined) onChange(found)
      }}
      onBlur={() => {
        if (typed !== null && parseBirthDate(typed) === undefined) setUnreadable(true)
        else setTyped(null)
      }}
    />
  )
}

function useIdentityForm(caseId: string, opened: OpenedIdentity): RecordForm<IdentityFields> {
  const storedOf = ({ version, fields }: OpenedIdentity): Stored<IdentityFields> => ({ id: caseId, version, fields })
  return useRecordForm<IdentityFields, OpenedIdentity>({
    initial: opened.fields,
    stored: storedOf(opened),
    errorsOf: (fields) => {
      const parsed = identityFields.safeParse(fields)
      return parsed.success ? {} : Object.fromEntries(parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message]))
    },
    update: (id, version, changed) => office.counselling.identity.save({ caseId: id, opening: opened.opening, version, fields: changed }),
    read: storedOf,
  })
}

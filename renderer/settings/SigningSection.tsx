import { Alert, Fieldset, Group, Loader, Select, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { signingRuleLabels, signingRules, unsaidSignatory, type Signatory, type SigningRule } from '../../shared/correspondence/signing/model.ts'
import { ROLE_LABELS } from '../../shared/vault/roles.ts'
import { api, office } from '../app/office.ts'
import { useAutosave } from '../app/useAutosave.ts'
import { useSession } from '../app/session.ts'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { SaveState } from '../ui/SaveState.tsx'
import { useLetterheadForm } from './useLetterheadForm.ts'

/** „Zeichnung": who signs letters unless somebody else is chosen, and how each person of the office signs. */
export function SigningSection(): ReactNode {
  const people = useQuery(api.vault.people.list.queryOptions())
  const said = useQuery(api.correspondence.signing.list.queryOptions())
  const letterhead = useQuery(api.settings.letterhead.get.queryOptions())
  const { person } = useSession()
  const error = people.error ?? said.error ?? letterhead.error
  if (error) return <FailureAlert error={error} retry={() => { void people.refetch(); void said.refetch(); void letterhead.refetch() }} />
  if (!people.data || !said.data || !letterhead.data) return <Loader aria-label="Zeichnung wird geladen" />
  const signatories = people.data.people.map((each) => said.data.signatories.find(({ personId }) => personId === each.id) ?? unsaidSignatory(each))
  const limited = person.role === 'assistenz'
  return (
    <Stack gap="md" maw={760}>
      <Title order={2}>Zeichnung</Title>
      <Text size="sm" c="dimmed">Wer ein Schreiben unterschreibt, kann jemand anderes sein als die Person, die es geschrieben hat. Den Zusatz „Im Auftrag“ oder „In Vertretung“ setzt das Büro nach dieser Regel; im Schreiben lässt er sich ändern.</Text>
      {limited && <Alert>Sie können Ihre eigenen Angaben ändern. Wie andere zeichnen, legen Leitung und Vertretung fest.</Alert>}
      <UsualSigner stored={letterhead.data} people={signatories} readOnly={limited} />
      {signatories.map((signatory, index) => (
        <SignatoryForm key={signatory.personId} stored={signatory} name={people.data.people[index]?.name ?? signatory.name} role={ROLE_LABELS[people.data.people[index]?.role ?? 'assistenz']} readOnly={limited && signatory.personId !== person.id} ruleFixed={limited} />
      ))}
    </Stack>
  )
}

function UsualSigner({ stored, people, readOnly }: { stored: Parameters<typeof useLetterheadForm>[0]; people: readonly Signatory[]; readOnly: boolean }): ReactNode {
  const { fields, set, status } = useLetterheadForm(stored)
  return (
    <Group align="flex-end">
      <Select
        label="In der Regel unterschreibt" w={320} value={fields.signerId} readOnly={readOnly} allowDeselect={false}
        data={[{ value: '', label: 'Wie im Briefkopf angegeben' }, ...people.map(({ personId, name }) => ({ value: personId, label: name }))]}
        onChange={(id) => {
          const person = people.find(({ personId }) => personId === id)
          // Whoever signs must be known when letters begin, also as long as nothing was changed here.
          if (person?.version === 0) void office.correspondence.signing.save(inputOf(person, person.name))
          set({ signerId: id ?? '' })
        }}
      />
      <SaveState status={status} />
    </Group>
  )
}

function SignatoryForm({ stored, name, role, readOnly, ruleFixed }: { stored: Signatory; name: string; role: string; readOnly: boolean; ruleFixed: boolean }): ReactNode {
  const [fields, setFields] = useState(stored)
  const version = useRef(stored.version)
  const { status } = useAutosave(fields, async (value) => {
    const receipt = await office.correspondence.signing.save({ ...inputOf(value, name), version: version.current })
    version.current = receipt.version
  })
  const unsaved = status.state === 'dirty' || status.state === 'saving' || status.state === 'failed'
  useEffect(() => {
    if (stored.version <= version.current || unsaved) return
    version.current = stored.version
    setFields(stored)
  }, [stored, unsaved])
  const text = (field: 'functionTitle' | 'sign' | 'phone' | 'email') => ({
    value: fields[field], readOnly, error: status.state === 'failed' ? status.failure.data.fields?.[`fields.${field}`] : undefined,
    onChange: (event: { currentTarget: { value: string } }) => { const { value } = event.currentTarget; setFields((before) => ({ ...before, [field]: value })) },
  })
  return (
    <Fieldset legend={`${name} (${role})`}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <TextInput label="Funktion unter dem Namen" placeholder="Sachbearbeiterin Integration" {...text('functionTitle')} />
        <Select
          label="Zeichnet" allowDeselect={false} value={fields.rule} readOnly={readOnly || ruleFixed} data={signingRules.map((rule) => ({ value: rule, label: signingRuleLabels[rule] }))}
          onChange={(rule) => rule && setFields((before) => ({ ...before, rule: rule as SigningRule }))}
        />
        <TextInput label="Namenszeichen" {...text('sign')} />
        <TextInput label="Telefon" placeholder="wie im Briefkopf" {...text('phone')} />
        <TextInput label="E-Mail" placeholder="wie im Briefkopf" {...text('email')} />
      </SimpleGrid>
      <Group justify="flex-end" mt="xs"><SaveState status={status} /></Group>
    </Fieldset>
  )
}

function inputOf({ personId, version, functionTitle, rule, sign, phone, email }: Signatory, name: string) {
  return { personId, name, version, fields: { functionTitle, rule, sign, phone, email } }
}

import { Alert, Button, Fieldset, Group, Loader, Select, SimpleGrid, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { returnAddressOf, type Letterhead } from '../../shared/settings/letterhead.ts'
import { api } from '../app/office.ts'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { SaveState } from '../ui/SaveState.tsx'
import { useLetterheadForm } from './useLetterheadForm.ts'

/** Fonts that Word has on every workplace; LibreOffice takes fonts with the same widths. */
const fonts = ['Arial', 'Calibri', 'Cambria', 'Times New Roman', 'Verdana']
const sizes = ['10', '10.5', '11', '11.5', '12']

/** „Briefkopf": what stands on every letter. What is left empty is not printed. */
export function LetterheadSection(): ReactNode {
  const stored = useQuery(api.settings.letterhead.get.queryOptions())
  if (stored.error) return <FailureAlert error={stored.error} retry={() => void stored.refetch()} />
  return stored.data ? <LetterheadForm stored={stored.data} /> : <Loader aria-label="Briefkopf wird geladen" />
}

function LetterheadForm({ stored }: { stored: { version: number; letterhead: Letterhead } }): ReactNode {
  const { fields, set, status, settle } = useLetterheadForm(stored)
  const failure = status.state === 'failed' ? status.failure : null
  const text = (name: TextField) => ({
    value: fields[name],
    error: failure?.data.fields?.[`letterhead.${name}`],
    onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
  })

  return (
    <Stack gap="md" maw={760}>
      <Group justify="space-between">
        <Title order={2}>Briefkopf</Title>
        <SaveState status={status} />
      </Group>
      <Text size="sm" c="dimmed">Diese Angaben stehen auf jedem Schreiben. Was leer bleibt, wird nicht gedruckt.</Text>
      {failure?.code === 'conflict' && (
        <Alert title="Der Briefkopf wurde inzwischen an anderer Stelle geändert.">
          <Group gap="xs">
            <Button size="compact-sm" onClick={() => settle('mine')}>Meine Fassung behalten</Button>
            <Button size="compact-sm" variant="default" onClick={() => settle('theirs')}>Andere Fassung übernehmen</Button>
          </Group>
        </Alert>
      )}
      <Fieldset legend="Dienststelle">
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <TextInput label="Name im Briefkopf" {...text('officeName')} />
          <TextInput label="Amt oder Funktion" {...text('department')} />
          <TextInput label="Straße und Hausnummer" {...text('street')} />
          <Group gap="sm" wrap="nowrap" align="flex-end">
            <TextInput label="Postleitzahl" w={110} {...text('postalCode')} />
            <TextInput label="Ort" flex={1} miw={0} {...text('city')} />
          </Group>
        </SimpleGrid>
        <TextInput
          mt="sm" label="Rücksendeangabe" description="Eine Zeile über der Anschrift; leer: aus Name, Straße und Ort"
          placeholder={returnAddressOf({ ...fields, returnAddress: '' })} {...text('returnAddress')}
        />
      </Fieldset>
      <Fieldset legend="Erreichbarkeit">
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <TextInput label="Telefon" {...text('phone')} />
          <TextInput label="Fax" {...text('fax')} />
          <TextInput label="E-Mail" {...text('email')} />
          <TextInput label="Internet" {...text('web')} />
          <TextInput label="Auskunft erteilt" description="Voreinstellung neuer Schreiben" {...text('contactPerson')} />
        </SimpleGrid>
      </Fieldset>
      <Fieldset legend="Schluss des Schreibens">
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <TextInput label="Grußformel" placeholder="Mit freundlichen Grüßen" {...text('closing')} />
          <TextInput label="Behörde oder Funktion" {...text('signatureAuthority')} />
          <TextInput label="Zeichnungszusatz" placeholder="Im Auftrag" {...text('signatureAddition')} />
          <TextInput label="Name unter dem Schreiben" {...text('signatureName')} />
        </SimpleGrid>
      </Fieldset>
      <Fieldset legend="Fußzeile und Schrift">
        <Stack gap="sm">
          <Textarea label="Bankverbindung" autosize minRows={2} {...text('bank')} />
          <Textarea label="Hinweis in der Fußzeile" autosize minRows={1} placeholder="E-Mail nur für formlose Mitteilungen ohne elektronische Signatur." {...text('footer')} />
          <SimpleGrid cols={2} spacing="sm">
            <Select label="Schriftart" data={[...new Set([...fonts, fields.fontFamily])]} value={fields.fontFamily} onChange={(font) => font && set({ fontFamily: font })} />
            <Select
              label="Schriftgröße" data={sizes.map((size) => ({ value: size, label: `${size.replace('.', ',')} pt` }))}
              value={String(fields.fontSize)} onChange={(size) => size && set({ fontSize: Number(size) })}
            />
          </SimpleGrid>
        </Stack>
      </Fieldset>
    </Stack>
  )
}

type TextField = { [Name in keyof Letterhead]: Letterhead[Name] extends string ? Name : never }[keyof Letterhead]

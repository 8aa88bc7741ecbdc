import { ActionIcon, Button, Group, Select, Stack, Text, TextInput, Tooltip } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { incidentLabel } from '../../../shared/counselling/incidents/catalogues.ts'
import type { IncidentClaim } from '../../../shared/counselling/incidents/model.ts'
import { LAENDER } from '../../../shared/vault/laender.ts'
import { CodeOne, EuroField, IncidentDay } from './CodeField.tsx'
import classes from './Incidents.module.css'
import type { IncidentForm } from './useIncidentForm.ts'

/** The days on which periods begin, and the claims that come into consideration. */
export function ClaimsGroup({ form: { fields, errors, set } }: { form: IncidentForm }) {
  const change = (id: string, patch: Partial<IncidentClaim>): void => set({ claims: fields.claims.map((claim) => (claim.id === id ? { ...claim, ...patch } : claim)) })
  const add = (): void => set({ claims: [...fields.claims, { id: crypto.randomUUID(), code: 'other', assertedOn: null, amountCents: null, note: '' }] })
  return (
    <Stack gap="sm">
      <Text size="sm">Aus diesen Tagen rechnet die Uhr oben. Wo zwei in Frage kommen, zählt der frühere.</Text>
      <div className={classes.fields}>
        <IncidentDay label="Kenntnis vom Vorfall" value={fields.knownOn} error={errors.knownOn} onChange={(knownOn) => set({ knownOn })} />
        <IncidentDay label="Zugang der Ablehnung" description="bei Bewerbung und Beförderung" value={fields.rejectionOn} error={errors.rejectionOn} onChange={(rejectionOn) => set({ rejectionOn })} />
        <IncidentDay label="Zugang der Kündigung" description="oder Ende des Vertrags" value={fields.dismissalOn} error={errors.dismissalOn} onChange={(dismissalOn) => set({ dismissalOn })} />
        <Select
          label="Land" description="bestimmt Feiertage und Landesrecht" inputWrapperOrder={['label', 'input', 'description', 'error']} searchable openOnFocus={false} allowDeselect={false} data={LAENDER.map(({ code, name }) => ({ value: code as string, label: name }))} value={fields.land}
          onChange={(value) => {
            const land = LAENDER.find(({ code }) => code === value)?.code
            if (land) set({ land })
          }}
        />
      </div>
      {fields.claims.map((claim) => (
        <div key={claim.id} className={classes.part} role="group" aria-label={incidentLabel('claims', claim.code)}>
          <div className={classes.fields}>
            <CodeOne label="Anspruch" list="claims" clearable={false} value={claim.code} onChange={(code) => code && change(claim.id, { code })} />
            <IncidentDay label="Geltend gemacht am" value={claim.assertedOn} onChange={(assertedOn) => change(claim.id, { assertedOn })} />
            <EuroField label="Betrag" cents={claim.amountCents} onChange={(amountCents) => change(claim.id, { amountCents })} />
            <TextInput label="Bemerkung" value={claim.note} maxLength={500} onChange={(event) => change(claim.id, { note: event.currentTarget.value })} />
          </div>
          <Group justify="flex-end" mt={6}>
            <Tooltip label="Anspruch entfernen">
              <ActionIcon variant="subtle" aria-label={`Anspruch ${incidentLabel('claims', claim.code)} entfernen`} onClick={() => set({ claims: fields.claims.filter(({ id }) => id !== claim.id) })}><IconTrash size={16} aria-hidden /></ActionIcon>
            </Tooltip>
          </Group>
        </div>
      ))}
      <div><Button size="compact-sm" variant="default" leftSection={<IconPlus size={15} aria-hidden />} onClick={add}>Anspruch</Button></div>
    </Stack>
  )
}

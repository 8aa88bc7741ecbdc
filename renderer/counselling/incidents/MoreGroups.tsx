import { Accordion, Badge, Checkbox, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import type { IncidentFields } from '../../../shared/counselling/incidents/model.ts'
import { incidentLabel } from '../../../shared/counselling/incidents/catalogues.ts'
import { AttackGroup } from './AttackGroup.tsx'
import { ClaimsGroup } from './ClaimsGroup.tsx'
import { CodeMany, CodeOne } from './CodeField.tsx'
import classes from './Incidents.module.css'
import { PoliceGroup } from './PoliceGroup.tsx'
import type { IncidentForm } from './useIncidentForm.ts'

interface GroupPlan {
  value: string
  title: string
  /** How much of it is filled in, for the closed group. */
  filled(fields: IncidentFields): boolean
  body(form: IncidentForm): ReactNode
}

const groups: readonly GroupPlan[] = [
  {
    value: 'course', title: 'Hergang, weitere Merkmale und Formen', body: (form) => <CourseGroup form={form} />,
    filled: ({ description, placeDetail, characteristics, forms }) => description + placeDetail !== '' || characteristics.length > 1 || forms.length > 1,
  },
  { value: 'actor', title: 'Verursacher', filled: ({ actorKnown, actorKind, actorOrganisation }) => actorKnown !== null || actorKind !== null || actorOrganisation !== '', body: (form) => <ActorGroup form={form} /> },
  {
    value: 'claims', title: 'Ansprüche und Beginn der Fristen', body: (form) => <ClaimsGroup form={form} />,
    filled: ({ claims, knownOn, rejectionOn, dismissalOn }) => claims.length > 0 || [knownOn, rejectionOn, dismissalOn].some((day) => day !== null),
  },
  { value: 'attack', title: 'Angriff', filled: ({ attack }) => attack, body: (form) => <AttackGroup form={form} /> },
  {
    value: 'police', title: 'Polizei und Justiz', body: (form) => <PoliceGroup form={form} />,
    filled: (fields) => fields.applicationOffences.length > 0 || fields.policeNumber + fields.policeStation + fields.prosecutionNumber + fields.courtNumber !== '',
  },
]

/** Further groups of fields, folded up until they are needed. */
export function MoreGroups({ form }: { form: IncidentForm }) {
  return (
    <Accordion multiple variant="separated" order={4} chevronPosition="left">
      {groups.map(({ value, title, filled, body }) => (
        <Accordion.Item key={value} value={value}>
          <Accordion.Control>
            <Group justify="space-between" wrap="nowrap">
              <Text fw={600} size="sm">{title}</Text>
              {filled(form.fields) && <Badge variant="light" size="sm">ausgefüllt</Badge>}
            </Group>
          </Accordion.Control>
          <Accordion.Panel>{body(form)}</Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  )
}

function CourseGroup({ form: { fields, errors, set } }: { form: IncidentForm }) {
  const [main, ...others] = fields.characteristics
  return (
    <Stack gap="sm">
      <Textarea label="Hergang" description="Ausführlich und sachlich; keine Namen" autosize minRows={4} maxRows={16} value={fields.description} error={errors.description} onChange={(event) => set({ description: event.currentTarget.value })} />
      <TextInput label="Ort genauer" description="Nur wenn nötig; keine Wohnanschrift" value={fields.placeDetail} error={errors.placeDetail} onChange={(event) => set({ placeDetail: event.currentTarget.value })} />
      <div className={classes.fields}>
        <CodeMany
          label="Weitere Merkmale" list="characteristics" value={others.map(({ code }) => code)} error={main === undefined && others.length > 0 ? 'Bitte erst das Hauptmerkmal wählen.' : undefined}
          onChange={(codes) => set({ characteristics: [...(main ? [main] : []), ...codes.filter((code) => code !== main?.code).map((code) => others.find((other) => other.code === code) ?? { code, ascribed: false })] })}
        />
        <CodeMany label="Weitere Formen" list="forms" value={fields.forms.slice(1)} onChange={(codes) => set({ forms: [...fields.forms.slice(0, 1), ...codes.filter((code) => code !== fields.forms[0])] })} />
      </div>
      {others.length > 0 && (
        <Group gap="md">
          {others.map((other) => (
            <Checkbox
              key={other.code} size="xs" label={`${incidentLabel('characteristics', other.code)}: zugeschrieben`} checked={other.ascribed}
              onChange={(event) => set({ characteristics: fields.characteristics.map((each) => (each.code === other.code ? { ...each, ascribed: event.currentTarget.checked } : each)) })}
            />
          ))}
        </Group>
      )}
    </Stack>
  )
}

function ActorGroup({ form: { fields, errors, set } }: { form: IncidentForm }) {
  return (
    <Stack gap="sm">
      <div className={classes.fields}>
        <CodeOne label="Bekannt?" list="actorKnown" value={fields.actorKnown} onChange={(actorKnown) => set({ actorKnown })} />
        <CodeOne label="Art" list="actorKinds" value={fields.actorKind} onChange={(actorKind) => set({ actorKind })} />
        <TextInput label="Einrichtung oder Unternehmen" value={fields.actorOrganisation} error={errors.actorOrganisation} onChange={(event) => set({ actorOrganisation: event.currentTarget.value })} />
      </div>
      <Text size="xs" c="dimmed">Namen von Personen gehören nicht hierher. Wo sie nötig sind, stehen sie verschlossen unter „Weiteres“ (Art. 10 DSGVO).</Text>
    </Stack>
  )
}


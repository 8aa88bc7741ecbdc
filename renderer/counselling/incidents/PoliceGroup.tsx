import { Stack, Text, TextInput } from '@mantine/core'
import { looksLikeProsecution, type IncidentFields } from '../../../shared/counselling/incidents/model.ts'
import { CodeMany, IncidentDay } from './CodeField.tsx'
import classes from './Incidents.module.css'
import type { IncidentForm } from './useIncidentForm.ts'

type TextField = { [Key in keyof IncidentFields]: IncidentFields[Key] extends string ? Key : never }[keyof IncidentFields]

/** File numbers of police, prosecution and court, the application for prosecution, and what comes after. */
export function PoliceGroup({ form: { fields, errors, set } }: { form: IncidentForm }) {
  const line = (field: TextField, label: string, description?: string) => (
    <TextInput label={label} description={description} inputWrapperOrder={['label', 'input', 'description', 'error']} value={fields[field]} error={errors[field]} onChange={(event) => set({ [field]: event.currentTarget.value })} />
  )
  const odd = fields.prosecutionNumber.trim() !== '' && !looksLikeProsecution(fields.prosecutionNumber)
  return (
    <Stack gap="sm">
      <CodeMany label="Antragsdelikte" description="Ankreuzen bietet oben die Frist für den Strafantrag an" list="applicationOffences" value={fields.applicationOffences} onChange={(applicationOffences) => set({ applicationOffences })} />
      <div className={classes.fields}>
        <IncidentDay label="Kenntnis von Tat und Täter" value={fields.offenderKnownOn} onChange={(offenderKnownOn) => set({ offenderKnownOn })} />
        <IncidentDay label="Strafanzeige am" value={fields.reportFiledOn} onChange={(reportFiledOn) => set({ reportFiledOn })} />
        <IncidentDay label="Strafantrag gestellt am" value={fields.applicationFiledOn} onChange={(applicationFiledOn) => set({ applicationFiledOn })} />
        {line('policeNumber', 'Vorgangsnummer der Polizei')}
        {line('policeStation', 'Dienststelle')}
        {line('policeOfficer', 'Sachbearbeitung')}
        <div>
          {line('prosecutionNumber', 'Aktenzeichen der Staatsanwaltschaft')}
          {odd && <Text size="xs" mt={4} component="output">Üblich ist die Form „1234 Js 5678/26“. Gespeichert wird, was Sie eingeben.</Text>}
        </div>
        {line('court', 'Gericht')}
        {line('courtNumber', 'Aktenzeichen des Gerichts')}
        <IncidentDay label="Zugang der Einstellung" description="Beschwerde binnen zwei Wochen" value={fields.discontinuedOn} onChange={(discontinuedOn) => set({ discontinuedOn })} />
        <IncidentDay label="Zustellung Strafbefehl oder Bußgeld" description="gegen die betroffene Person, etwa nach Gegenanzeige" value={fields.penaltyServedOn} onChange={(penaltyServedOn) => set({ penaltyServedOn })} />
        {line('decree', 'Erlass zum Aufenthalt', 'Landesregelung für Opfer von Gewalt')}
      </div>
    </Stack>
  )
}

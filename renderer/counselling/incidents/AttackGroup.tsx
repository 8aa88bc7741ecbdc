import { Alert, Checkbox, Stack, Text, Textarea } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { incidentEntry } from '../../../shared/counselling/incidents/catalogues.ts'
import { differsFromPolice } from '../../../shared/counselling/incidents/model.ts'
import { CodeMany, CodeOne, CountField, EuroField } from './CodeField.tsx'
import classes from './Incidents.module.css'
import type { IncidentForm } from './useIncidentForm.ts'

/** An attack, counted as the counselling centres for victims do: attacks, directly and indirectly affected are three numbers. */
export function AttackGroup({ form: { fields, errors, set } }: { form: IncidentForm }) {
  const violent = fields.offences.some((code) => incidentEntry('offences', code)?.violence)
  return (
    <Stack gap="sm">
      <Checkbox label="Dieser Vorfall ist ein Angriff" checked={fields.attack} onChange={(event) => set({ attack: event.currentTarget.checked })} />
      {fields.attack && (
        <>
          <div className={classes.fields}>
            <CodeOne label="Tatmotiv" list="motives" value={fields.motive} onChange={(motive) => set({ motive })} />
            <CodeMany label="Tatbestände" list="offences" value={fields.offences} onChange={(offences) => set({ offences })} />
            <CountField label="Angriffe" value={fields.attackCount} error={errors.attackCount} onChange={(attackCount) => set({ attackCount })} />
            <CountField label="Direkt Betroffene" value={fields.directCount} error={errors.directCount} onChange={(directCount) => set({ directCount })} />
            <CountField label="davon unter 18" value={fields.under18Count} error={errors.under18Count} onChange={(under18Count) => set({ under18Count })} />
            <CountField label="Mittelbar Betroffene" value={fields.indirectCount} error={errors.indirectCount} onChange={(indirectCount) => set({ indirectCount })} />
            <CodeOne label="Verletzung" list="injuries" value={fields.injury} onChange={(injury) => set({ injury })} />
            <CodeMany label="Folgen" list="consequences" value={fields.consequences} onChange={(consequences) => set({ consequences })} />
            <EuroField label="Sachschaden" cents={fields.damageCents} error={errors.damageCents} onChange={(damageCents) => set({ damageCents })} />
            <CodeOne label="Der Polizei bekannt" list="yesNo" value={fields.policeKnown} onChange={(policeKnown) => set({ policeKnown })} />
            <CodeOne label="PMK laut Polizei" description="politisch motivierte Kriminalität" list="yesNo" value={fields.pmk} onChange={(pmk) => set({ pmk })} />
          </div>
          {fields.offences.length > 0 && !violent && <Text size="xs" c="dimmed">Beleidigung und Propaganda werden gesondert gezählt, nicht als Gewalt.</Text>}
          {differsFromPolice(fields) && (
            <Alert color="petrol" icon={<IconInfoCircle aria-hidden />} title="Eigene und polizeiliche Einschätzung weichen ab">
              Das ist ein üblicher Befund und kein Fehler. Er lässt sich so berichten; beide Angaben bleiben nebeneinander stehen.
            </Alert>
          )}
          <Textarea label="Bemerkung zur Einordnung" autosize minRows={1} maxRows={5} value={fields.pmkNote} error={errors.pmkNote} onChange={(event) => set({ pmkNote: event.currentTarget.value })} />
        </>
      )}
    </Stack>
  )
}

import { Checkbox, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { CodeMany, CodeOne, IncidentDay } from './CodeField.tsx'
import classes from './Incidents.module.css'
import type { IncidentForm } from './useIncidentForm.ts'

/** The twelve fields that come first: enough for a record that counts. */
export function FirstFields({ form }: { form: IncidentForm }) {
  const { fields, errors, set } = form
  const [main, ...others] = fields.characteristics
  const period = fields.occurredUntil !== null
  return (
    <Stack gap="sm">
      <Textarea
        label="Was ist geschehen?" description="In ein, zwei Sätzen und ohne Namen" autosize minRows={2} maxRows={6} value={fields.summary} error={errors.summary}
        onChange={(event) => set({ summary: event.currentTarget.value })}
      />
      <div className={classes.fields}>
        <div>
          <IncidentDay label={period ? 'Von' : 'Datum des Vorfalls'} value={fields.occurredOn} error={errors.occurredOn} onChange={(occurredOn) => set({ occurredOn })} />
          <SegmentedControl
            mt={6} size="xs" aria-label="Tag oder Zeitraum" data={[{ value: 'day', label: 'ein Tag' }, { value: 'period', label: 'Zeitraum' }]} value={period ? 'period' : 'day'}
            onChange={(value) => set({ occurredUntil: value === 'period' ? (fields.occurredOn ?? fields.reportedOn) : null })}
          />
        </div>
        {period && <IncidentDay label="Bis" value={fields.occurredUntil} error={errors.occurredUntil} onChange={(occurredUntil) => set({ occurredUntil })} />}
        <CodeOne label="Tageszeit" list="timeBands" value={fields.timeBand} onChange={(timeBand) => set({ timeBand })} />
        <TextInput label="Gemeinde" value={fields.municipality} error={errors.municipality} onChange={(event) => set({ municipality: event.currentTarget.value })} />
        <TextInput label="Ortsteil" value={fields.district} error={errors.district} onChange={(event) => set({ district: event.currentTarget.value })} />
        <CodeOne label="Art des Orts" list="placeKinds" value={fields.placeKind} onChange={(placeKind) => set({ placeKind })} />
        <div>
          <CodeOne
            label="Hauptmerkmal" list="characteristics" value={main?.code ?? null} error={errors.characteristics}
            onChange={(code) => set({ characteristics: code === null ? others : [{ code, ascribed: main?.ascribed ?? false }, ...others.filter((other) => other.code !== code)] })}
          />
          {main && (
            <Checkbox
              mt={6} size="xs" label="zugeschrieben" checked={main.ascribed} onChange={(event) => set({ characteristics: [{ ...main, ascribed: event.currentTarget.checked }, ...others] })}
            />
          )}
        </div>
        <CodeOne label="Lebensbereich" list="lifeAreas" value={fields.lifeArea} onChange={(lifeArea) => set({ lifeArea })} />
        <CodeOne label="Form" list="forms" value={fields.forms[0] ?? null} error={errors.forms} onChange={(code) => set({ forms: code === null ? fields.forms.slice(1) : [code, ...fields.forms.slice(1).filter((other) => other !== code)] })} />
        <CodeMany label="Rechtliche Einordnung" list="laws" value={fields.laws} error={errors.laws} onChange={(laws) => set({ laws })} />
        <CodeMany label="Anliegen der Person" list="concerns" value={fields.concerns} error={errors.concerns} onChange={(concerns) => set({ concerns })} />
        <div>
          <CodeOne label="Meldeweg" list="reportWays" clearable={false} value={fields.reportWay} onChange={(reportWay) => reportWay && set({ reportWay })} />
          <Checkbox mt={6} size="xs" label="anonyme Meldung" checked={fields.anonymousReport} onChange={(event) => set({ anonymousReport: event.currentTarget.checked })} />
        </div>
        <IncidentDay label="Gemeldet am" value={fields.reportedOn} error={errors.reportedOn} onChange={(day) => day && set({ reportedOn: day })} />
      </div>
      <Text size="xs" c="dimmed">„Zugeschrieben“: Das Merkmal wird der Person unterstellt, ob es zutrifft oder nicht (§ 1 AGG schützt auch davor).</Text>
    </Stack>
  )
}

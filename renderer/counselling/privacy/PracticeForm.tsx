import { Alert, Badge, Button, Checkbox, Group, Loader, NumberInput, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Practice } from '../../../shared/counselling/privacy/model.ts'
import { reportingDuty, reportingLand } from '../../../shared/counselling/privacy/reporting-duty.ts'
import { retentionRules, retentionSource, type RetentionRule } from '../../../shared/counselling/privacy/rules.ts'
import { germanDate } from '../../../shared/dates.ts'
import { LAENDER } from '../../../shared/vault/laender.ts'
import { api, office } from '../../app/office.ts'
import { useSession } from '../../app/session.ts'
import { DecisionDialog } from '../../ui/DecisionDialog.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import tables from '../../ui/PlainTable.module.css'
import { Section } from '../person/Section.tsx'
import { act } from './act.ts'
import { InformationButton } from './InformationButton.tsx'

const certainties = { law: 'Gesetz', list: 'Liste', practice: 'Praxis' } as const

/** How long what is kept, what the office has settled about archive and backups, the sheet for clients, and § 87 AufenthG. */
export function PracticeForm() {
  const { data, error } = useQuery(api.counselling.privacy.practice.queryOptions())
  if (error) return <FailureAlert error={error} />
  if (!data) return <Loader size="sm" aria-label="Fristen werden geladen" />
  return (
    <Stack gap="md" maw={1000}>
      <Periods periods={data.periods} />
      <Settings key={data.version} stored={data} />
      <Section title="Informationsblatt für Ratsuchende">
        <Text size="sm">Eine Seite in einfachem Deutsch nach Art. 13 DSGVO, ohne Namen; zum Auslegen und Mitgeben. Was fehlt, steht als Kasten darauf.</Text>
        <div><InformationButton caseId={null} source={null} /></div>
      </Section>
      <ReportingDuty />
    </Stack>
  )
}

interface StoredPeriod { code: string; years: number | null; reason: string; setOn: string; setBy: string }

function Periods({ periods }: { periods: StoredPeriod[] }) {
  const [edited, setEdited] = useState<RetentionRule | null>(null)
  const { person } = useSession()
  return (
    <Section title="Aufbewahrungsfristen">
      <Text size="sm" c="dimmed">{retentionSource}</Text>
      <div className={tables.tableFrame}>
        <table className={tables.table} aria-label="Aufbewahrungsfristen">
          <thead><tr><th scope="col">Wofür</th><th scope="col">Frist</th><th scope="col">Grundlage</th><th scope="col">Ändern</th></tr></thead>
          <tbody>
            {retentionRules.map((rule) => {
              const own = periods.find(({ code }) => code === rule.code)
              return (
                <tr key={rule.code}>
                  <th scope="row">{rule.label}</th>
                  <td>
                    {own ? <>{yearsText(own.years)}<Text size="xs" c="dimmed">statt: {rule.text}. {own.reason} {own.setOn === '' ? '(von Ihrer IT vorgegeben)' : `(festgelegt am ${germanDate(own.setOn)} von ${own.setBy})`}</Text></> : rule.text}
                  </td>
                  <td><Badge variant="default">{certainties[rule.certainty]}</Badge><Text size="xs" c="dimmed">{rule.norm}</Text></td>
                  <td>
                    <Group gap={4}>
                      <Button size="compact-sm" variant="default" disabled={person.role !== 'leitung' || own?.setOn === ''} aria-label={`${rule.label} ändern`} onClick={() => setEdited(rule)}>Ändern</Button>
                      {own && own.setOn !== '' && <Button size="compact-sm" variant="subtle" disabled={person.role !== 'leitung'} aria-label={`${rule.label} wie voreingestellt`} onClick={() => void act(() => office.counselling.privacy.savePeriod({ code: rule.code, period: null }), 'Wie voreingestellt')}>Voreinstellung</Button>}
                    </Group>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {edited && <PeriodDialog rule={edited} stored={periods.find(({ code }) => code === edited.code)} onClose={() => setEdited(null)} />}
    </Section>
  )
}

function PeriodDialog({ rule, stored, onClose }: { rule: RetentionRule; stored: StoredPeriod | undefined; onClose(): void }) {
  const [years, setYears] = useState<number | null>(stored ? stored.years : rule.years)
  const [reason, setReason] = useState(stored?.reason ?? '')
  const [errors, setErrors] = useState<Record<string, string>>({})
  const save = async (): Promise<void> => {
    if (await act(() => office.counselling.privacy.savePeriod({ code: rule.code, period: { code: rule.code, years, reason } }), 'Frist geändert', setErrors)) onClose()
  }
  return (
    <DecisionDialog title={`Frist ändern: ${rule.label}`} confirm="Festlegen" disabled={reason.trim().length < 5} onConfirm={() => void save()} onClose={onClose}>
      <Stack gap="sm">
        <Text size="sm">Voreingestellt: {rule.text}.</Text>
        <Checkbox label="unbegrenzt aufbewahren" checked={years === null} onChange={(event) => setYears(event.currentTarget.checked ? null : rule.years)} />
        {years !== null && <NumberInput label="Jahre" data-autofocus min={0} max={100} allowDecimal={false} value={years} onChange={(value) => setYears(Number(value) || 0)} />}
        <Textarea label="Grund" placeholder="zum Beispiel Aktenordnung vom 1. Mai 2026, § 4" autosize minRows={2} maxLength={500} value={reason} error={errors.reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </Stack>
    </DecisionDialog>
  )
}

function Settings({ stored }: { stored: { version: number; practice: Practice } }) {
  const [fields, setFields] = useState(stored.practice)
  const { person } = useSession()
  const set = (patch: Partial<Practice>): void => setFields((before) => ({ ...before, ...patch }))
  const save = (): Promise<boolean> => act(() => office.counselling.privacy.savePractice({ version: stored.version, practice: fields }), 'Gespeichert')
  return (
    <Section title="Archiv und Sicherungen">
      <Checkbox label="Fälle werden vor der Löschung dem Archiv angeboten" checked={fields.archiveRequired} onChange={(event) => set({ archiveRequired: event.currentTarget.checked })} />
      <Group grow gap="sm" align="flex-start">
        <TextInput label="Zuständiges Archiv" placeholder="Stadtarchiv" maxLength={200} value={fields.archiveName} onChange={(event) => set({ archiveName: event.currentTarget.value })} />
        <NumberInput label="Sicherungen der IT werden überschrieben nach (Tagen)" placeholder="nicht festgelegt" min={0} max={3660} allowDecimal={false} value={fields.backupDays ?? ''} onChange={(value) => set({ backupDays: value === '' ? null : Number(value) })} />
      </Group>
      <TextInput label="Hinweis zu Sicherungen" maxLength={500} value={fields.backupNote} onChange={(event) => set({ backupNote: event.currentTarget.value })} />
      <div><Button variant="light" disabled={person.role !== 'leitung'} onClick={() => void save()}>Speichern</Button></div>
    </Section>
  )
}

/** What § 87 AufenthG asks of public bodies, and what is known of the ordinance of a Land. */
function ReportingDuty() {
  const session = useSession()
  const [land, setLand] = useState<string>(session.land)
  const entry = reportingLand(land)
  return (
    <Section title="Mitteilungspflicht nach § 87 AufenthG">
      {reportingDuty.law.map((text) => <Text key={text} size="sm">{text}</Text>)}
      <Select label="Land" w={280} allowDeselect={false} data={LAENDER.map(({ code, name }) => ({ value: code, label: name }))} value={land || null} onChange={(value) => setLand(value ?? land)} />
      {entry && (
        <Alert color={entry.certain ? 'teal' : 'amber'} icon={<IconInfoCircle aria-hidden />} title={entry.certain ? 'Bekannt' : 'Nicht gesichert: bitte vor Ort klären'}>
          {entry.text}
        </Alert>
      )}
      <Text size="xs" c="dimmed">Stand {germanDate(reportingDuty.asOf)}. {reportingDuty.source}</Text>
    </Section>
  )
}

function yearsText(years: number | null): string {
  return years === null ? 'unbegrenzt' : years === 1 ? '1 Jahr' : `${years} Jahre`
}

import { ActionIcon, Button, Group, Select, Stack, Text, TextInput, Tooltip } from '@mantine/core'
import { IconFingerprint, IconPlus, IconTrash } from '@tabler/icons-react'
import { useQueries } from '@tanstack/react-query'
import { incidentEntry, incidentLabel } from '../../../shared/counselling/incidents/catalogues.ts'
import type { Incident } from '../../../shared/counselling/incidents/contract.ts'
import type { IncidentEvidence } from '../../../shared/counselling/incidents/model.ts'
import { api } from '../../app/office.ts'
import { CodeOne, IncidentDay } from './CodeField.tsx'
import classes from './Incidents.module.css'
import type { IncidentForm } from './useIncidentForm.ts'

/** What speaks for it (§ 22 AGG: indications are enough); a paper of the case is named with the hash of its content. */
export function EvidenceTab({ incident, form: { fields, errors, set } }: { incident: Incident; form: IncidentForm }) {
  const cases = [...new Set(incident.affected.flatMap(({ caseId }) => caseId ?? []))]
  const papers = useQueries({ queries: cases.map((caseId) => api.counselling.attachments.ofCase.queryOptions({ input: { caseId } })) }).flatMap(({ data }) => data ?? [])
  const change = (id: string, patch: Partial<IncidentEvidence>): void => set({ evidence: fields.evidence.map((each) => (each.id === id ? { ...each, ...patch } : each)) })
  const add = (): void => set({ evidence: [...fields.evidence, { id: crypto.randomUUID(), kind: 'witness', description: '', datedOn: null, attachmentId: null, sha256: '' }] })
  return (
    <Stack gap="sm">
      <Text size="sm">Indizien genügen (§ 22 AGG): Je mehr davon festgehalten ist, desto eher muss die andere Seite beweisen, dass nicht benachteiligt wurde.</Text>
      {errors.evidence !== undefined && <Text size="sm" c="red" role="alert">{errors.evidence}</Text>}
      {fields.evidence.map((each, index) => {
        const label = incidentLabel('evidenceKinds', each.kind)
        const hash = incident.evidence.find(({ id, attachmentId }) => id === each.id && attachmentId === each.attachmentId)?.sha256 ?? ''
        const hint = incidentEntry('evidenceKinds', each.kind)?.hint
        return (
          <div key={each.id} className={classes.part} role="group" aria-label={`${index + 1}. ${label}`}>
            <div className={classes.small}>
              <CodeOne label="Art" list="evidenceKinds" clearable={false} value={each.kind} onChange={(kind) => kind && change(each.id, { kind })} />
              <TextInput label="Beschreibung" placeholder="ohne Namen" value={each.description} maxLength={500} onChange={(event) => change(each.id, { description: event.currentTarget.value })} />
              <IncidentDay
                label={each.kind === 'protocol' ? 'Niedergeschrieben am' : each.kind === 'photo' ? 'Aufgenommen am' : 'Datum'} value={each.datedOn}
                error={each.kind === 'protocol' && each.datedOn === null ? hint : undefined} onChange={(datedOn) => change(each.id, { datedOn })}
              />
              <Select
                label="Unterlage im Fall" clearable clearButtonProps={{ 'aria-label': 'Unterlage leeren' }} searchable openOnFocus={false} placeholder={papers.length === 0 ? 'keine vorhanden' : ''}
                nothingFoundMessage="Keine solche Unterlage" data={papers.map(({ id, name }) => ({ value: id, label: name }))} value={each.attachmentId}
                onChange={(attachmentId) => change(each.id, { attachmentId, sha256: '' })}
              />
            </div>
            <Group justify="space-between" mt={6} wrap="nowrap">
              {hash === '' ? <span /> : (
                <Text size="xs" c="dimmed" component="div" className={classes.hash}><IconFingerprint size={14} aria-hidden style={{ verticalAlign: '-2px' }} /> SHA-256 {hash}</Text>
              )}
              <Tooltip label="Beweis entfernen">
                <ActionIcon variant="subtle" aria-label={`${index + 1}. ${label} entfernen`} onClick={() => set({ evidence: fields.evidence.filter(({ id }) => id !== each.id) })}><IconTrash size={16} aria-hidden /></ActionIcon>
              </Tooltip>
            </Group>
          </div>
        )
      })}
      {fields.evidence.length === 0 && <Text size="sm" c="dimmed">Noch nichts eingetragen.</Text>}
      <div><Button size="compact-sm" variant="default" leftSection={<IconPlus size={15} aria-hidden />} onClick={add}>Beweis oder Indiz</Button></div>
    </Stack>
  )
}

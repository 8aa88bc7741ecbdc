import { Button, Center, Checkbox, Group, Loader, Menu, Text, Textarea, TextInput, Title } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { OfficeEvent } from '../../../shared/events/model.ts'
import { emergencyNumbers, exclusionClause, safetyFactLabels, safetyFacts } from '../../../shared/events/safety/catalogue.ts'
import type { Safety } from '../../../shared/events/safety/model.ts'
import { hidesData } from '../../app/failure.ts'
import { api, office } from '../../app/office.ts'
import { ExportItem } from '../../ui/Export.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { SaveState } from '../../ui/SaveState.tsx'
import { savePlan } from '../savePlan.ts'
import { isBlank, usePart, type StoredPart } from '../usePart.ts'
import { blankRisk, Risks } from './Risks.tsx'
import classes from '../Plan.module.css'

/** „Sicherheit": risks with measures, and the sheet that hangs at the entrance. */
export function SafetySheet({ event }: { event: OfficeEvent }): ReactNode {
  const { data, error, refetch } = useQuery(api.events.safety.get.queryOptions({ input: { id: event.id } }))
  if (hidesData(error, data)) return <FailureAlert error={error} retry={() => void refetch()} />
  if (!data) return <Center p="xl"><Loader aria-label="Sicherheit wird geladen" /></Center>
  return <Shown event={event} part={data} />
}

function Shown({ event, part }: { event: OfficeEvent; part: StoredPart<Safety> }): ReactNode {
  const form = usePart(event.id, part, office.events.safety, (safety) => ({ ...safety, risks: safety.risks.filter((risk) => !isBlank(risk, blankRisk)) }))
  const { content: { facts, exclusion, exclusionText, note }, readOnly } = form
  const open = safetyFacts.filter((fact) => facts[fact] === '' && !(fact === 'address' && event.place !== ''))
  const print = (format: 'pdf' | 'docx'): void => void savePlan(form, format === 'pdf' ? 'Notfallblatt' : 'Sicherheit', format, (grant) => office.events.safety.saveSheet({ id: event.id, format, grant }))
  return (
    <div className={classes.part}>
      <div className={classes.head}>
        <Text size="sm" component="output">{open.length === 0 ? 'Das Notfallblatt ist vollständig.' : `Im Notfallblatt ${open.length === 1 ? 'fehlt noch eine Angabe' : `fehlen noch ${open.length} Angaben`}.`}</Text>
        <Group gap="xs">
          <SaveState status={form.status} />
          <Menu position="bottom-end">
            <Menu.Target><Button variant="default" leftSection={<IconPrinter size={17} aria-hidden />}>Drucken</Button></Menu.Target>
            <Menu.Dropdown><ExportItem format="pdf" onClick={() => print('pdf')}>Notfallblatt zum Aushängen (PDF) …</ExportItem><ExportItem format="docx" onClick={() => print('docx')}>Mit allen Risiken (Word) …</ExportItem></Menu.Dropdown>
          </Menu>
        </Group>
      </div>
      <Risks event={event} form={form} />
      <section aria-label="Notfallblatt">
        <Title order={3} size="h4">Notfallblatt</Title>
        <Text size="sm" mb={8}>{emergencyNumbers.map(({ number, label }) => `${number} ${label}`).join(' · ')}</Text>
        <div className={classes.fields}>
          {safetyFacts.map((fact) => (
            <TextInput key={fact} label={safetyFactLabels[fact]} placeholder={fact === 'address' ? event.place || 'Straße, Hausnummer, Ort' : ''} maxLength={500} readOnly={readOnly} value={facts[fact]} onChange={(change) => form.set({ facts: { ...facts, [fact]: change.currentTarget.value } })} />
          ))}
        </div>
      </section>
      <section aria-label="Ausschlussklausel">
        <Checkbox
          label={`Ausschlussklausel (${exclusionClause.law}) auf das Notfallblatt`} description={exclusionClause.hint} disabled={readOnly} checked={exclusion}
          onChange={(change) => form.set({ exclusion: change.currentTarget.checked, exclusionText: exclusionText || exclusionClause.text })}
        />
        {exclusion && <Textarea mt={8} label="Wortlaut, auch für die Einladung" autosize minRows={3} maxLength={2_000} readOnly={readOnly} value={exclusionText} onChange={(change) => form.set({ exclusionText: change.currentTarget.value })} />}
      </section>
      <Textarea label="Weitere Hinweise" autosize minRows={2} maxLength={2_000} readOnly={readOnly} value={note} onChange={(change) => form.set({ note: change.currentTarget.value })} />
    </div>
  )
}

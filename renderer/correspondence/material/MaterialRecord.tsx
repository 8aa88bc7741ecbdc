import { Alert, Button, Center, Group, Loader, Stack, Table, Text, Title } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { materialInputSchema, type Material } from '../../../shared/correspondence/material/model.ts'
import { movementLabels } from '../../../shared/correspondence/material/stock.ts'
import { pressLabel } from '../../../shared/correspondence/press/catalogue.ts'
import { fieldLabel } from '../../../shared/correspondence/statements/catalogue.ts'
import { germanDate } from '../../../shared/dates.ts'
import { hidesData } from '../../app/failure.ts'
import { api, office } from '../../app/office.ts'
import { openRecord } from '../../app/openRecord.ts'
import { RecordHistory } from '../../records/RecordHistory.tsx'
import { RecordTasks } from '../../records/RecordTasks.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { Personal } from '../../ui/Personal.tsx'
import { SaveState } from '../../ui/SaveState.tsx'
import table from '../../ui/PlainTable.module.css'
import parts from '../parts.module.css'
import { useRecordForm } from '../../app/useRecordForm.ts'
import { EditionCard } from './EditionCard.tsx'
import { EditionDialog } from './EditionDialog.tsx'
import { languagesText } from './languages.ts'
import { MaterialFields } from './MaterialFields.tsx'

/** Columns that the history names. */
const labels = {
  title: 'Titel', kind: 'Art', topic: 'Thema', publisher_name: 'Herausgegeben von', source: 'Bezugsquelle', note: 'Notiz', languages: 'Sprachen', edition: 'Auflage', issued_on: 'Stand', format: 'Format',
  shelf: 'Platz', min_stock: 'Mindestbestand', review_on: 'Prüfen bis', outdated_on: 'Veraltet seit', change: 'Stück', party: 'An oder von', deleted_at: 'Im Papierkorb',
}

/** One material: its editions, what came and went, and what is said of it. */
export function MaterialRecord({ id, onClose }: { id: string; onClose(): void }): ReactNode {
  const { data, error, refetch } = useQuery(api.correspondence.material.get.queryOptions({ input: { id } }))
  if (hidesData(error, data)) return <FailureAlert error={error} retry={() => void refetch()} />
  if (!data) return <Center h="100%"><Loader aria-label="Infomaterial wird geladen" /></Center>
  return <Shown material={data} onClose={onClose} />
}

function Shown({ material, onClose }: { material: Material; onClose(): void }): ReactNode {
  const { id } = material
  const form = useRecordForm(material, (stored) => materialInputSchema.parse(stored), (version, fields) => office.correspondence.material.update({ id, version, fields }))
  const [adding, setAdding] = useState(false)
  const editions = material.editions.toSorted((a, b) => Number(a.outdatedOn !== null) - Number(b.outdatedOn !== null))
  const remove = async (): Promise<void> => {
    try {
      await form.flush()
      const { version } = await office.correspondence.material.get({ id })
      const { change } = await office.correspondence.material.remove({ id, version })
      showUndoNotice('Das Material liegt im Papierkorb.', 'office', change)
      onClose()
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <section className={parts.page} aria-label="Infomaterial">
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Title order={2} size="h3">{material.title}</Title>
        <SaveState status={form.status} />
      </Group>
      {material.trashed && <Alert title="Dieses Material liegt im Papierkorb.">Dort kann es wiederhergestellt werden.</Alert>}
      <section className={parts.section} aria-label="Ausgaben">
        <Group justify="space-between" gap="xs">
          <Title order={3} size="h4">Ausgaben</Title>
          {!material.trashed && <Button size="compact-sm" variant="default" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setAdding(true)}>Ausgabe</Button>}
        </Group>
        {editions.map((edition) => <EditionCard key={edition.id} material={material} edition={edition} />)}
      </section>
      <Journal material={material} />
      <section className={parts.section} aria-label="Angaben zum Material">
        <Title order={3} size="h4">Angaben</Title>
        <Stack gap="sm"><MaterialFields fields={form.fields} errors={form.status.state === 'failed' ? form.status.failure.data.fields ?? {} : {}} readOnly={material.trashed} onChange={form.set} /></Stack>
        {!material.trashed && <Button w="fit-content" variant="default" leftSection={<IconTrash size={17} aria-hidden />} onClick={() => void remove()}>Löschen</Button>}
      </section>
      <RecordTasks record={{ type: 'material', id }} quiet />
      <section className={parts.section} aria-label="Verlauf des Materials">
        <Title order={3} size="h4">Verlauf</Title>
        <RecordHistory side="office" record={{ type: 'material', id }} labels={labels} describe={describe} />
      </section>
      {adding && <EditionDialog material={material} edition={null} onClose={() => setAdding(false)} />}
    </section>
  )
}

function Journal({ material }: { material: Material }): ReactNode {
  const nameOf = (editionId: string): string => languagesText(material.editions.find(({ id }) => id === editionId)?.languages ?? [])
  if (material.movements.length === 0) return null
  return (
    <section className={parts.section} aria-label="Bewegungen">
      <Title order={3} size="h4">Bewegungen</Title>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a table that scrolls must do so by keyboard */}
      <div className={table.tableFrame} role="region" aria-label="Bewegungen, rollbar" tabIndex={0} style={{ maxHeight: 320, overflow: 'auto' }}>
        <Table className={table.table} aria-label="Bewegungen">
          <Table.Thead><Table.Tr><Table.Th>Am</Table.Th><Table.Th>Was</Table.Th><Table.Th>Ausgabe</Table.Th><Table.Th>Stück</Table.Th><Table.Th>Bestand</Table.Th><Table.Th>An, von, Ort</Table.Th></Table.Tr></Table.Thead>
          <Table.Tbody>
            {material.movements.map((movement) => {
              const { contactId } = movement
              return (
                <Table.Tr key={movement.id}>
                  <Table.Td>{germanDate(movement.on)}</Table.Td><Table.Td>{movementLabels[movement.kind]}</Table.Td><Table.Td>{nameOf(movement.editionId)}</Table.Td>
                  <Table.Td>{movement.change > 0 ? `+${movement.change}` : String(movement.change).replace('-', '−')}</Table.Td><Table.Td>{movement.balance}</Table.Td>
                  <Table.Td>
                    {contactId === null ? <Personal>{movement.party}</Personal> : <button type="button" className={parts.link} onClick={() => openRecord({ type: 'contact', id: contactId })}><Personal>{movement.party}</Personal></button>}
                    <Text size="xs" c="dimmed">{[movement.note, movement.personName].filter(Boolean).join(' · ')}</Text>
                  </Table.Td>
                </Table.Tr>
              )
            })}
          </Table.Tbody>
        </Table>
      </div>
    </section>
  )
}

function describe(label: string, value: unknown): string {
  if (typeof value !== 'string') return value === null || value === undefined ? '' : String(value)
  if (label === labels.topic) return fieldLabel(value)
  if (label === labels.kind) return value in movementLabels ? movementLabels[value as 'in'] : pressLabel('materialKinds', value)
  if (label === labels.languages) return languagesText(value.split(' '))
  return /^\d{4}-\d{2}-\d{2}/u.test(value) ? germanDate(value) : value
}

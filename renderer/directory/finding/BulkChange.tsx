import { Button, Group, Modal, MultiSelect, Select, SimpleGrid, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isoDay } from '../../../shared/dates.ts'
import { detailOptions } from '../../../shared/directory/details.ts'
import type { BulkChange as Changes, BulkPreview } from '../../../shared/directory/finding/bulk.ts'
import { affiliationLabels, publicationLabels } from '../../../shared/directory/labels.ts'
import { affiliations, publications } from '../../../shared/directory/model.ts'
import { organisationTypesOn } from '../../../shared/directory/organisation-types.ts'
import { api, office } from '../../app/office.ts'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'

const none = 'none'

/** Asks what the chosen contacts get, says beforehand how many change, and does it as one step. */
export function BulkChange({ ids, onClose }: { ids: readonly string[]; onClose: () => void }) {
  const [today] = useState(() => isoDay(new Date()))
  const [changes, setChanges] = useState<Changes>({})
  const set = (part: Changes): void => setChanges({ ...changes, ...part })
  const says = Object.values(changes).some((value) => value !== undefined && !(Array.isArray(value) && value.length === 0))
  const { data: preview } = useQuery(api.directory.finding.previewMany.queryOptions({ input: { ids: [...ids], changes }, enabled: says, placeholderData: keepPreviousData }))
  const apply = async (): Promise<void> => {
    try {
      const { change, contacts } = await office.directory.finding.changeMany({ ids: [...ids], changes })
      showUndoNotice(contacts === 1 ? '1 Kontakt geändert' : `${contacts.toLocaleString('de-DE')} Kontakte geändert`, 'office', change)
      onClose()
    } catch (error) {
      showFailure(error)
    }
  }
  const several = (key: 'addAreas' | 'removeAreas' | 'addLanguages' | 'removeLanguages', label: string) => ({
    label, searchable: true, clearable: true, hidePickedOptions: true, placeholder: (changes[key]?.length ?? 0) === 0 ? 'nicht ändern' : '',
    clearButtonProps: { 'aria-label': `${label}: Auswahl leeren` }, nothingFoundMessage: 'Nichts gefunden',
    value: changes[key] ?? [], onChange: (value: string[]) => set({ [key]: value }),
  })
  const one = { clearable: true, placeholder: 'nicht ändern' } as const
  return (
    <Modal opened onClose={onClose} size={640} title={`${ids.length.toLocaleString('de-DE')} Kontakte ändern`}>
      <form aria-label="Mehrere Kontakte ändern" onSubmit={(event) => { event.preventDefault(); void apply() }}>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <Select data-autofocus label="Zugehörigkeit" {...one} data={affiliations.map((value) => ({ value, label: affiliationLabels[value] }))} value={changes.affiliation ?? null} onChange={(affiliation) => set({ affiliation: affiliation ?? undefined })} />
          <Select label="Veröffentlichung" {...one} data={publications.map((value) => ({ value, label: publicationLabels[value] }))} value={changes.publication ?? null} onChange={(publication) => set({ publication: publication ?? undefined })} />
          <Select label="Art der Organisationen" searchable {...one} data={[{ value: none, label: 'keine Art' }, ...organisationTypesOn(today).map(({ group, items }) => ({ group, items: items.map(({ code, label }) => ({ value: code, label })) }))]} value={changes.typeCode === null ? none : changes.typeCode ?? null} onChange={(code) => set({ typeCode: code === none ? null : code ?? undefined })} />
          <MultiSelect {...several('addAreas', 'Arbeitsfelder hinzufügen')} data={detailOptions('areas', today)} />
          <MultiSelect {...several('removeAreas', 'Arbeitsfelder entfernen')} data={detailOptions('areas', today)} />
          <MultiSelect {...several('addLanguages', 'Sprachen hinzufügen')} data={detailOptions('languages', today)} />
          <MultiSelect {...several('removeLanguages', 'Sprachen entfernen')} data={detailOptions('languages', today)} />
        </SimpleGrid>
        <Text size="sm" mt="md" mih={22} role="status">{says && preview ? previewText(preview) : 'Was Sie nicht wählen, bleibt bei jedem Kontakt, wie es ist.'}</Text>
        <Group mt="sm" gap="sm">
          <Button type="submit" disabled={!says || !preview || preview.changed === 0}>Anwenden</Button>
          <Button variant="default" onClick={onClose}>Abbrechen</Button>
        </Group>
      </form>
    </Modal>
  )
}

function previewText({ changed, same, withoutType }: BulkPreview): string {
  const count = (number: number) => number.toLocaleString('de-DE')
  return [
    changed === 1 ? '1 Kontakt wird geändert' : `${count(changed)} Kontakte werden geändert`,
    same > 0 && `${count(same)} ${same === 1 ? 'bleibt' : 'bleiben'}, wie ${same === 1 ? 'er ist' : 'sie sind'}`,
    withoutType > 0 && `${count(withoutType)} ${withoutType === 1 ? 'ist eine Person und hat' : 'sind Personen und haben'} keine Art`,
  ].filter(Boolean).join(', ') + '.'
}

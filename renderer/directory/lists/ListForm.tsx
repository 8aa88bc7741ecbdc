import { Box, Button, Group, Modal, Select, Stack, Switch, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { contactGroups, type ContactGroup } from '../../../shared/directory/list.ts'
import { preferredChannelLabels } from '../../../shared/directory/lists/labels.ts'
import { preferredChannels, type ContactSelection, type DistributionList, type StoredList } from '../../../shared/directory/lists/model.ts'
import { isoDay } from '../../../shared/dates.ts'
import { purposeLabel, purposeOptions } from '../../../shared/directory/dealings/purposes.ts'
import { failureOf } from '../../app/failure.ts'
import { office } from '../../app/office.ts'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { FilterFields } from '../finding/FilterFields.tsx'

const groupLabels: Record<ContactGroup, string> = { all: 'alle', person: 'Personen', organisation: 'Organisationen', check: 'zu prüfen' }
const none: readonly string[] = []
const emptyList: DistributionList = { title: '', purpose: '', note: '', preferredChannel: 'email', rule: null }

/** Asks what a list is called and for, and by which rule contacts belong to it. Without `list` it makes a new one. */
export function ListForm({ list, rule = null, contactIds = none, onClose, onSaved }: {
  list?: StoredList
  /** What a new list begins with: a rule, and named contacts. */
  rule?: ContactSelection | null
  contactIds?: readonly string[]
  onClose: () => void
  onSaved?: (id: string) => void
}) {
  const [values, setValues] = useState<DistributionList>(list ?? { ...emptyList, rule })
  const [purposes] = useState(() => {
    const offered = purposeOptions(isoDay(new Date()))
    // What was chosen while it was still in the catalogue stays.
    return values.purpose === '' || offered.some(({ value }) => value === values.purpose) ? offered : [...offered, { value: values.purpose, label: purposeLabel(values.purpose) }]
  })
  const [problem, setProblem] = useState<string | null>(null)
  const set = (change: Partial<DistributionList>): void => setValues((before) => ({ ...before, ...change }))
  const setRule = (change: Partial<ContactSelection>): void => setValues((before) => ({ ...before, rule: { query: '', group: 'all', filter: {}, ...before.rule, ...change } }))
  const save = async (): Promise<void> => {
    if (values.title.trim() === '') return setProblem('Bitte einen Namen eintragen.')
    try {
      if (list) {
        const { change } = await office.directory.lists.update({ id: list.id, version: list.version, list: values })
        showUndoNotice('Verteiler geändert', 'office', change)
        onSaved?.(list.id)
      } else {
        const { id, change } = await office.directory.lists.create({ list: values, contactIds: [...contactIds] })
        showUndoNotice('Verteiler angelegt', 'office', change)
        onSaved?.(id)
      }
      onClose()
    } catch (error) {
      const { fields } = failureOf(error).data
      if (fields?.['list.title']) setProblem(fields['list.title'])
      else showFailure(error)
    }
  }
  return (
    <Modal opened onClose={onClose} size="lg" title={list ? 'Verteiler bearbeiten' : 'Neuer Verteiler'}>
      <form aria-label={list ? 'Verteiler bearbeiten' : 'Neuer Verteiler'} noValidate onSubmit={(event) => { event.preventDefault(); void save() }}>
        <Stack gap="sm">
          {contactIds.length > 0 && <Text size="sm">{contactIds.length === 1 ? 'Ein Kontakt wird' : `${contactIds.length.toLocaleString('de-DE')} Kontakte werden`} aufgenommen.</Text>}
          <TextInput data-autofocus required label="Name" maxLength={200} value={values.title} error={problem} onChange={(event) => { set({ title: event.currentTarget.value }); setProblem(null) }} />
          <Select
            label="Zweck"
            description="Ausgegeben wird nur, wer diesen Zweck erlaubt: Einwilligungen, die abgelaufen oder widerrufen sind, zählen nicht."
            placeholder="keiner"
            clearable
            data={purposes}
            value={values.purpose || null}
            onChange={(purpose) => set({ purpose: purpose ?? '' })}
          />
          <Select
            label="Bevorzugter Weg"
            allowDeselect={false}
            data={preferredChannels.map((value) => ({ value, label: preferredChannelLabels[value] }))}
            value={values.preferredChannel}
            onChange={(value) => set({ preferredChannel: value === 'letter' ? 'letter' : 'email' })}
          />
          <Switch
            label="Kontakte nach Regel aufnehmen"
            description="Wer die Regel erfüllt, gehört von selbst dazu, auch später angelegte Kontakte. Benannte Kontakte kommen hinzu."
            checked={values.rule !== null}
            onChange={(event) => event.currentTarget.checked ? setRule({}) : set({ rule: null })}
          />
          {values.rule !== null && (
            <fieldset style={{ border: '1px solid var(--line)', borderRadius: 6, padding: '8px 0 4px', margin: 0 }}>
              <legend style={{ marginLeft: 10, padding: '0 4px', fontSize: 13 }}>Regel</legend>
              <Group grow gap={8} px={14} pb={6} align="flex-start">
                <TextInput label="Suchwörter" placeholder="Name, Ort, Schlagwort …" maxLength={200} value={values.rule.query} onChange={(event) => setRule({ query: event.currentTarget.value })} />
                <Select label="Gruppe" allowDeselect={false} data={contactGroups.map((value) => ({ value, label: groupLabels[value] }))} value={values.rule.group} onChange={(group) => setRule({ group: group ?? 'all' })} />
              </Group>
              <Box px={14} pb={10}><FilterFields filter={values.rule.filter} onChange={(filter) => setRule({ filter })} /></Box>
            </fieldset>
          )}
          <Textarea label="Notiz" autosize minRows={2} maxRows={6} maxLength={5000} value={values.note} onChange={(event) => set({ note: event.currentTarget.value })} />
          <Group gap="sm">
            <Button type="submit">Speichern</Button>
            <Button variant="default" onClick={onClose}>Abbrechen</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

import { Button, Group, Modal, Select, Stack, Text, Textarea } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { directiveInputSchema, directiveKindLabels, directiveKinds, type DirectiveInput, type DirectiveKind } from '../../../shared/correspondence/directives/model.ts'
import { proposeItem } from '../../../shared/correspondence/directives/proposals.ts'
import type { Letter } from '../../../shared/correspondence/letter.ts'
import { isoDay } from '../../../shared/dates.ts'
import type { Land } from '../../../shared/vault/laender.ts'
import { api, office } from '../../app/office.ts'
import { useSession } from '../../app/session.ts'
import { flushUnsaved } from '../../app/unsaved.ts'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { ContactField } from '../../ui/ContactField.tsx'
import { usePeople } from '../../ui/PersonField.tsx'
import { keyed } from '../keyed.ts'
import { choices } from '../statements/StatementFields.tsx'
import classes from './Directive.module.css'

/** What the items of a Verfügung order, as its words propose it; one confirmation makes all of it. */
export function CarryOut({ letter, onClose }: { letter: Letter; onClose(): void }): ReactNode {
  const { land, person } = useSession()
  const people = usePeople()
  const { data: files } = useQuery(api.correspondence.register.files.tree.queryOptions())
  const { data: place } = useQuery(api.correspondence.register.files.whereIs.queryOptions({ input: { record: { type: 'letter', id: letter.id } } }))
  const [changed, setChanged] = useState<readonly DirectiveInput[] | null>(null)
  const [faults, setFaults] = useState<readonly string[]>([])
  const [busy, setBusy] = useState(false)
  const items = changed ?? proposals(letter, land as Land).map((item) => ({
    ...item,
    personId: people.find(({ name }) => name === item.name)?.id ?? (item.kind === 'follow-up' ? person.id : null),
    matterId: item.kind === 'file' ? place?.matterId ?? null : null,
  }))
  const set = (at: number, patch: Partial<DirectiveInput>): void => { setFaults([]); setChanged(items.map((item, index) => (index === at ? { ...item, ...patch } : item))) }
  const matters = (files?.matters ?? []).filter(({ closedOn }) => closedOn === null).map(({ id, reference, title }) => ({ value: id, label: `${reference} ${title}` }))
  const carryOut = async (): Promise<void> => {
    const checked = directiveInputSchema.array().safeParse(items)
    if (!checked.success) return setFaults(checked.error.issues.map(({ path, message }) => `Punkt ${Number(path[0]) + 1}: ${message}`))
    setBusy(true)
    try {
      await flushUnsaved()
      const { version } = await office.correspondence.get({ id: letter.id })
      const { change } = await office.correspondence.directives.carryOut({ letterId: letter.id, version, items: checked.data })
      onClose()
      showUndoNotice('Verfügung ausgeführt; Schreiben und Aufgaben sind angelegt.', 'office', change)
    } catch (error) {
      showFailure(error)
      setBusy(false)
    }
  }
  return (
    <Modal opened onClose={onClose} title="Verfügung ausführen" size="xl">
      <form onSubmit={(event) => { event.preventDefault(); void carryOut() }}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">Aus jedem Punkt wird, was links steht. Die Verfügung selbst wird dabei fertiggestellt; alles zusammen lässt sich in einem Schritt zurücknehmen.</Text>
          <div>
            {keyed(items.map((_item, index) => String(index))).map(({ key }, at) => {
              const item = items[at]
              return item && <Order key={key} item={item} number={at + 1} people={people} matters={matters} onChange={(patch) => set(at, patch)} onRemove={() => setChanged(items.filter((_, index) => index !== at))} />
            })}
          </div>
          <Button w="fit-content" size="compact-sm" variant="default" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setChanged([...items, { kind: 'task', text: '', personId: null, contactId: null, name: '', dueOn: null, matterId: null }])}>Punkt hinzufügen</Button>
          {faults.length > 0 && <Text role="alert" size="sm" c="var(--mantine-color-error)">{faults.join(' ')}</Text>}
          <Group justify="flex-end" gap="xs">
            <Button variant="subtle" onClick={onClose}>Abbrechen</Button>
            <Button type="submit" loading={busy} disabled={items.length === 0}>Ausführen</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

interface OrderProps {
  item: DirectiveInput
  number: number
  people: readonly { id: string; name: string }[]
  matters: { value: string; label: string }[]
  onChange(patch: Partial<DirectiveInput>): void
  onRemove(): void
}

function Order({ item, number, people, matters, onChange, onRemove }: OrderProps): ReactNode {
  const { kind, text, personId, contactId, name, dueOn, matterId } = item
  const outside = kind === 'letter' || kind === 'copy' || kind === 'cosign'
  return (
    <fieldset className={classes.order} aria-label={`Punkt ${number}`} style={{ border: 'none', margin: 0 }}>
      <Select label={`${number}. wird`} allowDeselect={false} data={choices(directiveKinds, directiveKindLabels)} value={kind} onChange={(value) => onChange({ kind: (value ?? 'task') as DirectiveKind })} />
      <Textarea label="Was" autosize minRows={1} value={text} onChange={(event) => onChange({ text: event.currentTarget.value })} />
      {kind !== 'note' && (
        <div className={classes.wide}>
          {kind === 'file'
            ? <Select label="Vorgang" searchable clearable placeholder="Später ablegen" nothingFoundMessage="Kein offener Vorgang" data={matters} value={matterId} onChange={(value) => onChange({ matterId: value })} />
            : <Select label="Wer im Büro" clearable placeholder="Leitung" data={people.map((each) => ({ value: each.id, label: each.name }))} value={personId} onChange={(value) => onChange({ personId: value, ...(!outside && { name: people.find(({ id }) => id === value)?.name ?? '' }) })} />}
          {outside && <ContactField label={kind === 'letter' ? 'Empfänger' : 'Wer oder welche Stelle'} value={{ id: contactId, name }} onChange={(chosen) => onChange({ contactId: chosen.id, name: chosen.name })} />}
          {kind !== 'file' && <DateInput label={kind === 'follow-up' ? 'Wiedervorlage am' : 'Bis'} clearable valueFormat="DD.MM.YYYY" value={dueOn} onChange={(day) => onChange({ dueOn: day })} />}
          <Button size="compact-sm" variant="subtle" onClick={onRemove} aria-label={`Punkt ${number} weglassen`}>Weglassen</Button>
        </div>
      )}
      {kind === 'note' && <div className={classes.wide}><Text size="sm" c="dimmed">Steht in der Verfügung selbst.</Text><Button size="compact-sm" variant="subtle" onClick={onRemove} aria-label={`Punkt ${number} weglassen`}>Weglassen</Button></div>}
    </fieldset>
  )
}

function proposals({ particulars }: Letter, land: Land): DirectiveInput[] {
  const rows = Array.isArray(particulars['punkte']) ? particulars['punkte'] : []
  return rows.filter(({ text }) => (text ?? '').trim() !== '').map(({ text = '', wer = '' }) => proposeItem({ text, who: wer }, land, isoDay(new Date())))
}

import { Button, Group, Modal, NativeSelect, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { sourceKindLabel, sourceKinds, type SourceKind } from '../../../shared/events/money/catalogue.ts'
import { sourceSchema, type Source } from '../../../shared/events/money/model.ts'
import { ContactField } from '../../ui/ContactField.tsx'
import { CentsField } from '../CentsField.tsx'
import { ComingDayField } from '../../ui/ComingDayField.tsx'

/** One source of money with its Bescheid. */
export function SourceDialog({ source, isNew, onClose, onStore, onRemove }: { source: Source; isNew: boolean; onClose(): void; onStore(source: Source): Promise<void>; onRemove(): Promise<void> }): ReactNode {
  const [value, setValue] = useState(source)
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const set = (patch: Partial<Source>): void => { setValue({ ...value, ...patch }); setErrors({}) }
  const store = (): void => {
    const checked = sourceSchema.safeParse(value)
    if (checked.success) void onStore(checked.data)
    else setErrors(Object.fromEntries(checked.error.issues.map(({ path, message }) => [path.join('.'), message])))
  }
  return (
    <Modal opened onClose={onClose} title={isNew ? 'Neue Geldquelle' : 'Geldquelle bearbeiten'} size="lg">
      <form onSubmit={(event) => { event.preventDefault(); store() }}>
        <Stack gap="sm">
          <SimpleGrid cols={2} spacing="sm">
            <NativeSelect label="Art" data-autofocus value={value.kind} data={sourceKinds.map((kind) => ({ value: kind, label: sourceKindLabel(kind) }))} onChange={(event) => set({ kind: event.currentTarget.value as SourceKind })} />
            <TextInput label="Name" placeholder="z. B. Partnerschaft für Demokratie" maxLength={300} value={value.name} onChange={(event) => set({ name: event.currentTarget.value })} />
          </SimpleGrid>
          <ContactField label="Wer gibt es" value={{ id: value.contactId, name: value.funder }} onChange={({ id, name }) => set({ contactId: id, funder: name })} />
          <SimpleGrid cols={2} spacing="sm" verticalSpacing="sm">
            <CentsField label="Beantragt oder geplant" empty={0} value={value.plannedCents} error={errors['plannedCents']} onChange={(cents) => set({ plannedCents: cents ?? 0 })} />
            <CentsField label="Bewilligt" placeholder="noch offen" empty={null} value={value.approvedCents} error={errors['approvedCents']} onChange={(approvedCents) => set({ approvedCents })} />
            <TextInput label="Aktenzeichen des Bescheids" maxLength={120} value={value.reference} onChange={(event) => set({ reference: event.currentTarget.value })} />
            <ComingDayField label="Verwendungsnachweis bis" description="Der Bescheid geht vor" clearable value={value.proofOn} error={errors['proofOn']} onChange={(proofOn) => set({ proofOn })} />
          </SimpleGrid>
          <Textarea label="Notiz" description="Auflagen, Mittelabruf, Logo" autosize minRows={2} maxLength={2_000} value={value.note} onChange={(event) => set({ note: event.currentTarget.value })} />
          <Group justify="flex-end" gap="xs">
            {!isNew && <Button variant="subtle" color="red" onClick={() => void onRemove()}>Entfernen</Button>}
            <Button variant="subtle" onClick={onClose}>Abbrechen</Button>
            <Button type="submit">Speichern</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

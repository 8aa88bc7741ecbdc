import { Button, Group, Modal, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { EquipmentItem } from '../../../shared/events/equipment/model.ts'
import { ContactField } from '../../ui/ContactField.tsx'

/** One thing: how many, from where, who brings it. */
export function EquipmentDialog({ item, onClose, onStore, onRemove }: { item: EquipmentItem; onClose(): void; onStore(item: EquipmentItem): Promise<void>; onRemove(): Promise<void> }): ReactNode {
  const [value, setValue] = useState(item)
  const set = (patch: Partial<EquipmentItem>): void => setValue({ ...value, ...patch })
  return (
    <Modal opened onClose={onClose} title="Material bearbeiten" size="lg">
      <form onSubmit={(submit) => { submit.preventDefault(); void onStore(value) }}>
        <Stack gap="sm">
          <SimpleGrid cols={2} spacing="sm">
            <TextInput label="Was" data-autofocus maxLength={300} value={value.what} onChange={(change) => set({ what: change.currentTarget.value })} />
            <TextInput label="Menge" maxLength={60} value={value.quantity} onChange={(change) => set({ quantity: change.currentTarget.value })} />
          </SimpleGrid>
          <ContactField label="Von wem" value={{ id: value.ownerId, name: value.owner }} onChange={({ id, name }) => set({ ownerId: id, owner: name })} />
          <ContactField label="Wer bringt es" value={{ id: value.bringerId, name: value.bringer }} onChange={({ id, name }) => set({ bringerId: id, bringer: name })} />
          <TextInput label="Hinweis" placeholder="Abholung, Pfand, Schlüssel" maxLength={1_000} value={value.note} onChange={(change) => set({ note: change.currentTarget.value })} />
          <Group justify="flex-end" gap="xs">
            <Button variant="subtle" color="red" onClick={() => void onRemove()}>Entfernen</Button>
            <Button variant="subtle" onClick={onClose}>Abbrechen</Button>
            <Button type="submit">Speichern</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

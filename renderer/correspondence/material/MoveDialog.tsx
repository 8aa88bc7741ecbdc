import { Alert, Checkbox, NumberInput, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import type { Edition, Material } from '../../../shared/correspondence/material/model.ts'
import { changeOf, handsOut, movementKinds, movementLabels, type MovementKind } from '../../../shared/correspondence/material/stock.ts'
import { isoDay } from '../../../shared/dates.ts'
import { office } from '../../app/office.ts'
import { DecisionDialog } from '../../ui/DecisionDialog.tsx'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { ContactField } from '../../ui/ContactField.tsx'
import { languagesText } from './languages.ts'

/** Enters copies that come or go. More than there are only after saying so. */
export function MoveDialog({ material, edition, first, onClose }: { material: Material; edition: Edition; first: MovementKind; onClose(): void }): ReactNode {
  const [kind, setKind] = useState<MovementKind>(first)
  const [amount, setAmount] = useState<number | string>(first === 'count' ? edition.balance : 1)
  const [on, setOn] = useState<string | null>(isoDay(new Date()))
  const [party, setParty] = useState<{ id: string | null; name: string }>({ id: null, name: '' })
  const [note, setNote] = useState('')
  const [despite, setDespite] = useState(false)
  const count = Number(amount)
  const after = edition.balance + changeOf(kind, count, edition.balance)
  const lacking = after < 0 && after < edition.balance
  const whom = kind === 'in' ? 'Von' : kind === 'display' || kind === 'return' ? 'Ort' : 'An'
  const save = async (): Promise<void> => {
    try {
      const { change, balance } = await office.correspondence.material.move({
        materialId: material.id, despite, movement: { editionId: edition.id, kind, amount: count, on: on ?? isoDay(new Date()), contactId: party.id, party: party.name, note },
      })
      showUndoNotice(`${movementLabels[kind]}: ${count} Stück. Bestand jetzt ${balance}.`, 'office', change)
      onClose()
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <DecisionDialog
      title={`Bewegung: ${languagesText(edition.languages)}${edition.edition === '' ? '' : `, ${edition.edition}`}`} confirm="Buchen"
      disabled={amount === '' || (kind !== 'count' && count <= 0) || on === null || (lacking && !despite)} onConfirm={() => void save()} onClose={onClose}
    >
      <Stack gap="sm">
        <Select label="Was" allowDeselect={false} data={movementKinds.map((value) => ({ value, label: movementLabels[value], disabled: edition.outdatedOn !== null && handsOut(value) }))} value={kind} onChange={(value) => value && setKind(value as MovementKind)} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <NumberInput label={kind === 'count' ? 'Gezählt' : 'Anzahl'} data-autofocus min={0} allowDecimal={false} value={amount} description={`Bestand ${edition.balance}, danach ${after}`} onChange={setAmount} />
          <DateInput label="Am" description=" " valueFormat="DD.MM.YYYY" value={on} onChange={setOn} />
        </SimpleGrid>
        {kind !== 'count' && kind !== 'discard' && <ContactField label={whom} value={party} onChange={setParty} />}
        <TextInput label={kind === 'count' || kind === 'discard' ? 'Grund' : 'Bemerkung'} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        {lacking && (
          <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title="So viele sind nicht da" role="alert">
            <Checkbox label={`Trotzdem buchen; der Bestand steht dann bei ${after} und ist nachzuzählen`} checked={despite} onChange={({ currentTarget }) => setDespite(currentTarget.checked)} />
          </Alert>
        )}
      </Stack>
    </DecisionDialog>
  )
}

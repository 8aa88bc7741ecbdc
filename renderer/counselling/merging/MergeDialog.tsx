import { Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { CaseSelect } from '../CaseSelect.tsx'
import { MergePreview } from './MergePreview.tsx'

/** Makes one case of two: first the other one is chosen, then which of both stays and what becomes of the rest. */
export function MergeDialog({ caseId, opened, onClose, onMerged }: { caseId: string; opened: boolean; onClose(): void; onMerged(keptId: string): void }) {
  return (
    <Modal.Root opened={opened} onClose={onClose} size={860} centered>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body pt="md">
          <Modal.Title mb="sm" fw={600} fz="lg">Fälle zusammenführen</Modal.Title>
          <Choosing caseId={caseId} onClose={onClose} onMerged={onMerged} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

function Choosing({ caseId, onClose, onMerged }: { caseId: string; onClose(): void; onMerged(keptId: string): void }) {
  const [other, setOther] = useState<string | null>(null)
  const [swapped, setSwapped] = useState(false)
  const [keepId, otherId] = swapped && other !== null ? [other, caseId] : [caseId, other]
  return (
    <Stack gap="md">
      <Text size="sm">Wurde dieselbe Person zweimal angelegt, kommen beide Fälle in einen. Es geht nichts verloren.</Text>
      <CaseSelect label="Der andere Fall" required except={caseId} value={other} onChange={setOther} />
      {otherId !== null && <MergePreview key={`${keepId} ${otherId}`} keepId={keepId} otherId={otherId} onSwap={() => setSwapped(!swapped)} onCancel={onClose} onMerged={onMerged} />}
    </Stack>
  )
}

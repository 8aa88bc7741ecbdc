import { Button, Group, Text, TextInput } from '@mantine/core'
import { IconLockOpen } from '@tabler/icons-react'
import { useState } from 'react'
import type { OpenedIdentity } from '../../../shared/counselling/identity/contract.ts'
import type { MergeSide } from '../../../shared/counselling/merging/contract.ts'
import { differingParts, identityParts } from '../../../shared/counselling/merging/fields.ts'
import { office } from '../../app/office.ts'
import { useVisitorMode } from '../../app/visitor.ts'
import { showFailure } from '../../ui/notices.tsx'
import { identityLines } from './identityLines.ts'
import type { PartsChosen } from './mergeOrder.ts'
import { PartChoices } from './PartChoices.tsx'

/** Both identity cards, opened on purpose, by case. */
export type OpenedPair = Readonly<Record<string, OpenedIdentity>>

/** What becomes of the identity: nothing to decide as long as only one case has a card; two are opened and compared. */
export function BothIdentities({ keep, other, opened, choices, onOpened, onChoose, onSubmit }: {
  keep: MergeSide
  other: MergeSide
  opened: OpenedPair | null
  choices: PartsChosen['identity']
  onOpened(pair: OpenedPair): void
  onChoose(choices: PartsChosen['identity']): void
  onSubmit(): void
}) {
  const visitor = useVisitorMode()
  const [reason, setReason] = useState('Zusammenführen zweier Fälle')
  if (!keep.identity && !other.identity) return <Text size="sm">Keiner der beiden Fälle hat eine Identität.</Text>
  if (!keep.identity || !other.identity) return <Text size="sm">Die Identität von {keep.identity ? keep.number : other.number} gilt für den gemeinsamen Fall.</Text>
  const [left, right] = [opened?.[keep.id]?.fields, opened?.[other.id]?.fields]
  if (left && right && !visitor) {
    if (differingParts(identityParts, left, right).length === 0) return <Text size="sm">Die beiden Identitäten widersprechen sich nicht; was nur eine weiß, kommt dazu.</Text>
    return <PartChoices parts={identityParts} keep={left} other={right} choices={choices} lines={identityLines} onChoose={onChoose} onSubmit={onSubmit} />
  }
  const open = async (): Promise<void> => {
    try {
      const card = async ({ id }: MergeSide) => [id, await office.counselling.identity.open({ caseId: id, reason })] as const
      onOpened(Object.fromEntries([await card(keep), await card(other)]))
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <>
      <Text size="sm">Beide Fälle haben eine Identität. Zum Vergleich werden beide geöffnet; das steht in beiden Protokollen.</Text>
      {visitor && <Text size="sm" c="dimmed">Im Publikumsmodus bleiben sie geschlossen.</Text>}
      <Group align="flex-end" gap="xs">
        <TextInput label="Anlass" w={280} maxLength={300} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
        <Button variant="default" disabled={visitor} leftSection={<IconLockOpen size={18} aria-hidden />} onClick={() => void open()}>Beide Identitäten öffnen</Button>
      </Group>
    </>
  )
}

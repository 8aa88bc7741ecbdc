import { ActionIcon, Autocomplete, Checkbox, Group, SegmentedControl, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import { lazy, Suspense, type ReactNode } from 'react'
import { partKindLabels, partKinds, type BlockPart } from '../../../shared/correspondence/blocks/model.ts'
import classes from './Blocks.module.css'
import { fieldNames } from './newBlock.ts'

const LetterEditor = lazy(async () => ({ default: (await import('../LetterEditor.tsx')).LetterEditor }))

/** One part of a text block: when it stands in the text, how its check box is called, and its words. */
export function PartCard({ part, number, first, last, readOnly, groups, onChange, onMove, onRemove }: {
  part: BlockPart; number: number; first: boolean; last: boolean; readOnly: boolean; groups: readonly string[]
  onChange(patch: Partial<BlockPart>): void; onMove(by: -1 | 1): void; onRemove(): void
}): ReactNode {
  const { kind, label, group, preset, runOn, body } = part
  return (
    <section className={classes.part} aria-label={`Teil ${number}`}>
      <Group gap={8} justify="space-between" mb={8}>
        <Group gap={10}>
          <Text fw={600} size="sm">Teil {number}</Text>
          <SegmentedControl size="xs" aria-label={`Teil ${number} steht`} value={kind} readOnly={readOnly} data={partKinds.map((value) => ({ value, label: partKindLabels[value] }))} onChange={(value) => onChange({ kind: value as BlockPart['kind'] })} />
        </Group>
        {!readOnly && (
          <Group gap={4}>
            <ActionIcon variant="subtle" color="gray" aria-label={`Teil ${number} nach oben`} disabled={first} onClick={() => onMove(-1)}><IconArrowUp size={16} aria-hidden /></ActionIcon>
            <ActionIcon variant="subtle" color="gray" aria-label={`Teil ${number} nach unten`} disabled={last} onClick={() => onMove(1)}><IconArrowDown size={16} aria-hidden /></ActionIcon>
            <ActionIcon variant="subtle" color="gray" aria-label={`Teil ${number} entfernen`} disabled={first && last} onClick={onRemove}><IconTrash size={16} aria-hidden /></ActionIcon>
          </Group>
        )}
      </Group>
      {kind !== 'always' && (
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" mb={8}>
          {kind === 'alternative' && <Autocomplete label="Frage" placeholder="z. B. Votum" data={[...groups]} value={group} readOnly={readOnly} onChange={(value) => onChange({ group: value })} />}
          <TextInput label="Beschriftung" placeholder="sonst die ersten Wörter" value={label} readOnly={readOnly} onChange={(event) => onChange({ label: event.currentTarget.value })} />
        </SimpleGrid>
      )}
      <Group gap="lg" mb={8}>
        {kind !== 'always' && <Checkbox size="sm" label="Vorgewählt" checked={preset} disabled={readOnly} onChange={(event) => onChange({ preset: event.currentTarget.checked })} />}
        {!first && <Checkbox size="sm" label="Als Satz im Absatz davor" checked={runOn} disabled={readOnly} onChange={(event) => onChange({ runOn: event.currentTarget.checked })} />}
      </Group>
      <Suspense fallback={<Textarea label={`Text von Teil ${number}`} disabled minRows={3} value="Der Editor wird geladen …" readOnly />}>
        <LetterEditor label={`Text von Teil ${number}`} short value={body} readOnly={readOnly} values={fieldNames} onChange={(value) => onChange({ body: value })} />
      </Suspense>
    </section>
  )
}

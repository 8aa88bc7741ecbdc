import { Button, Checkbox, Group, Radio, Text } from '@mantine/core'
import { IconHandStop } from '@tabler/icons-react'
import { useDeferredValue, useMemo, type ReactNode } from 'react'
import { isBlank, partLabel } from '../../../shared/correspondence/blocks/compose.ts'
import { locate, type UsePlaces } from '../../../shared/correspondence/blocks/locate.ts'
import type { BlockPart, BlockUse } from '../../../shared/correspondence/blocks/model.ts'
import { isStanding } from '../../../shared/correspondence/blocks/toggle.ts'
import { openRecord } from '../../app/openRecord.ts'
import { useDesk } from '../useDesk.ts'
import classes from './Blocks.module.css'
import type { EditorBlocks } from './useBlocks.ts'

/** The conditions of the text blocks in a letter as check boxes beside the draft; nothing while no block has any. */
export function BlockConditions({ blocks }: { blocks: EditorBlocks }): ReactNode {
  // Looking for the parts may take a moment in a long letter: typing goes first.
  const body = useDeferredValue(blocks.body)
  const { uses } = blocks
  const places = useMemo(() => locate(body, uses), [body, uses])
  const shown = uses.flatMap((use) => {
    const own = places.get(use.id) ?? new Map()
    const gone = !use.parts.some(({ id }) => isStanding(own, id))
    return use.parts.some(({ kind }) => kind !== 'always') || gone ? [{ use, own, gone }] : []
  })
  if (shown.length === 0) return null
  return (
    <section className={classes.conditions} aria-label="Bedingungen der Textbausteine">
      {shown.map(({ use, own, gone }) => <Conditions key={use.id} use={use} places={own} gone={gone} blocks={blocks} />)}
    </section>
  )
}

function Conditions({ use, places, gone, blocks }: { use: BlockUse; places: UsePlaces; gone: boolean; blocks: EditorBlocks }): ReactNode {
  const { side } = useDesk()
  const groups = [...new Set(use.parts.filter(({ kind }) => kind === 'alternative').map(({ group }) => group))]
  const firstOf = (group: string): string | undefined => use.parts.find((part) => part.kind === 'alternative' && part.group === group)?.id
  const fixed = use.parts.filter((part) => part.kind === 'always' && places.get(part.id)?.state === 'edited')
  return (
    <fieldset className={classes.use} disabled={blocks.readOnly}>
      <legend className={classes.legend}>{use.title}</legend>
      {gone && (
        <Group gap={8} mb={6}>
          <Text size="sm" c="dimmed">Steht nicht mehr im Text. Ein Häkchen setzt den Teil ans Ende.</Text>
          <Button size="compact-xs" variant="default" onClick={() => blocks.forget(use)}>Aus der Liste nehmen</Button>
        </Group>
      )}
      {fixed.length > 0 && <ByHand text="Der feste Teil wurde von Hand geändert." />}
      {use.parts.map((part) => {
        if (isBlank(part) || part.kind === 'always') return null
        if (part.kind === 'optional') return <Box key={part.id} part={part} use={use} places={places} blocks={blocks} />
        return firstOf(part.group) === part.id && groups.includes(part.group) ? <Choice key={part.id} group={part.group} use={use} places={places} blocks={blocks} /> : null
      })}
      {side === 'office' && <Button size="compact-xs" variant="subtle" mt={4} ml={-8} onClick={() => openRecord({ type: 'text-block', id: use.blockId })}>Textbaustein öffnen (Fassung {use.blockVersion})</Button>}
    </fieldset>
  )
}

interface PartProps { use: BlockUse; places: UsePlaces; blocks: EditorBlocks }

function Box({ part, use, places, blocks }: PartProps & { part: BlockPart }): ReactNode {
  const edited = places.get(part.id)?.state === 'edited'
  return (
    <>
      <Checkbox
        size="sm" mb={4} label={partLabel(part)} checked={isStanding(places, part.id)} disabled={edited}
        onChange={(event) => blocks.toggle(use, part.id, event.currentTarget.checked)}
      />
      {edited && <ByHand text="Von Hand geändert: bleibt im Text, bis Sie ihn dort löschen." />}
    </>
  )
}

/** Alternatives: one of them stands in the text. */
function Choice({ group, use, places, blocks }: PartProps & { group: string }): ReactNode {
  const parts = use.parts.filter((part) => part.kind === 'alternative' && part.group === group && !isBlank(part))
  const current = parts.find(({ id }) => isStanding(places, id))?.id ?? null
  const edited = parts.some(({ id }) => places.get(id)?.state === 'edited')
  return (
    <Radio.Group label={group || 'Eines davon'} size="sm" mb={6} value={current} onChange={(id) => blocks.toggle(use, id, true)}>
      {parts.map((part) => <Radio key={part.id} mt={4} size="sm" value={part.id} label={partLabel(part)} disabled={edited} />)}
      {edited && <ByHand text="Von Hand geändert: ein Wechsel würde Ihre Änderung verlieren." />}
    </Radio.Group>
  )
}

function ByHand({ text }: { text: string }): ReactNode {
  return <p className={classes.byHand}><IconHandStop size={14} aria-hidden /> {text}</p>
}

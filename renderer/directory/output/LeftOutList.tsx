import { Button, Table } from '@mantine/core'
import { IconBan, IconChevronDown, IconChevronUp, IconHelpCircle, IconMailOff, IconRoute, IconUserOff, type Icon } from '@tabler/icons-react'
import { useState } from 'react'
import { leftOutKindLabels } from '../../../shared/directory/output/labels.ts'
import type { LeftOut, LeftOutKind } from '../../../shared/directory/output/model.ts'
import { Personal } from '../../ui/Personal.tsx'
import classes from './Output.module.css'

const icons: Record<LeftOutKind, Icon> = { refused: IconBan, undecided: IconHelpCircle, lacking: IconMailOff, otherwise: IconRoute, excluded: IconUserOff }
/** Longer lists are for the file, not for the eye. */
const shown = 200

/** Who is left out, and why. */
export function LeftOutList({ leftOut, open = false }: { leftOut: readonly LeftOut[]; open?: boolean }) {
  const [opened, setOpened] = useState(open)
  if (leftOut.length === 0) return null
  return (
    <div>
      <Button size="compact-sm" variant="subtle" aria-expanded={opened} rightSection={opened ? <IconChevronUp size={15} aria-hidden /> : <IconChevronDown size={15} aria-hidden />} onClick={() => setOpened(!opened)}>
        Wer nicht ausgegeben wird, und warum
      </Button>
      {opened && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
        <section className={classes.left} tabIndex={0} aria-label="Nicht ausgegeben">
          <Table>
            <Table.Thead><Table.Tr><Table.Th>Name</Table.Th><Table.Th>Art</Table.Th><Table.Th>Grund</Table.Th></Table.Tr></Table.Thead>
            <Table.Tbody>
              {leftOut.slice(0, shown).map(({ id, name, kind, reason }) => {
                const KindIcon = icons[kind]
                return (
                  <Table.Tr key={id}>
                    <Table.Td><Personal>{name}</Personal></Table.Td>
                    <Table.Td><KindIcon size={15} aria-hidden /> {leftOutKindLabels[kind]}</Table.Td>
                    <Table.Td>{reason}</Table.Td>
                  </Table.Tr>
                )
              })}
              {leftOut.length > shown && <Table.Tr><Table.Td colSpan={3}>… und {(leftOut.length - shown).toLocaleString('de-DE')} weitere</Table.Td></Table.Tr>}
            </Table.Tbody>
          </Table>
        </section>
      )}
    </div>
  )
}

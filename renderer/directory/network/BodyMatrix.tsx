import { Anchor, Text, UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconCircleCheckFilled } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { compareNames } from '../../../shared/directory/names.ts'
import type { Picture } from '../../../shared/directory/network/model.ts'
import { Personal } from '../../ui/Personal.tsx'
import classes from './Network.module.css'

/** Persons × bodies as a table: easier to read than a picture, and to sort by name, by number of seats and by a body. */
export function BodyMatrix({ picture, onOpen }: { picture: Picture; onOpen: (id: string) => void }) {
  const [order, setOrder] = useState('seats')
  const bodies = useMemo(() => picture.nodes.filter(({ kind }) => kind !== 'person'), [picture])
  const people = useMemo(() => {
    const seats = new Map<string, Map<string, string>>()
    for (const { from, to, kind, title } of picture.edges) {
      if (kind !== 'role') continue
      const held = seats.get(from) ?? new Map<string, string>()
      held.set(to, [held.get(to), title].filter(Boolean).join(', '))
      seats.set(from, held)
    }
    return picture.nodes.filter(({ kind }) => kind === 'person').map((node) => ({ ...node, seats: seats.get(node.id) ?? new Map<string, string>() }))
  }, [picture])
  const sorted = [...people].sort((a, b) =>
    order === 'name' ? compareNames(a.name, b.name)
      : order === 'seats' ? b.seats.size - a.seats.size || compareNames(a.name, b.name)
        : Number(b.seats.has(order)) - Number(a.seats.has(order)) || compareNames(a.name, b.name))
  const head = (key: string, label: string) => (
    <UnstyledButton fz={13} fw={600} onClick={() => setOrder(key)}>
      {label} {order === key && <IconArrowDown size={13} aria-hidden />}
    </UnstyledButton>
  )
  const sorting = (key: string) => order !== key ? 'none' as const : key === 'name' ? 'ascending' as const : 'descending' as const
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1).
    <div className={classes.matrix} tabIndex={0} role="region" aria-label="Personen und Gremien">
      <table>
        <thead>
          <tr>
            <th scope="col" aria-sort={sorting('name')}>{head('name', 'Person')}</th>
            <th scope="col" aria-sort={sorting('seats')}>{head('seats', 'Sitze')}</th>
            {bodies.map((body) => <th key={body.id} scope="col" aria-sort={sorting(body.id)}>{head(body.id, body.name)}</th>)}
          </tr>
        </thead>
        <tbody>
          {sorted.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                <Anchor component="button" type="button" size="sm" ta="left" onClick={() => onOpen(person.id)}><Personal>{person.name}</Personal></Anchor>
                {person.detail && <Text size="xs" c="dimmed">{person.detail}</Text>}
              </th>
              <td>{person.seats.size}</td>
              {bodies.map((body) => (
                <td key={body.id}>
                  {person.seats.has(body.id) && (
                    <span className={classes.seat}><IconCircleCheckFilled size={15} className={classes.icon} aria-hidden />{person.seats.get(body.id) || 'Mitglied'}</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

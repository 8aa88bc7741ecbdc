import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { materialFlagLabels } from '../../shared/correspondence/material/model.ts'
import { api } from '../app/office.ts'
import { openRecord } from '../app/openRecord.ts'
import { Card, CardList, CardRow } from './Card.tsx'

const shown = 5

/** Embargoes that end, releases that wait, leaflets to be looked at or ordered. Nothing where there is none. */
export function PressCard() {
  const { data: press } = useQuery(api.correspondence.press.due.queryOptions({ input: { limit: shown } }))
  const { data: material } = useQuery(api.correspondence.material.due.queryOptions({ input: { limit: shown } }))
  if (!press || !material || press.total + material.total === 0) return null
  return (
    <Card title="Presse und Infomaterial" note={`${press.total + material.total} zu tun`}>
      <CardList label="Presse und Infomaterial">
        {press.lines.map(({ id, type, title, detail, what, urgent }) => (
          <CardRow key={`${id}${what}`} title={title || 'Ohne Überschrift'} detail={detail} onOpen={() => openRecord({ type, id })} aside={<Text size="sm" component="span" fw={urgent ? 600 : 400}>{what}</Text>} />
        ))}
        {material.materials.map(({ id, title, flags, stock }) => (
          <CardRow key={id} title={title} detail={`Infomaterial · ${stock} Stück`} onOpen={() => openRecord({ type: 'material', id })} aside={<Text size="sm" component="span">{flags[0] === undefined ? '' : materialFlagLabels[flags[0]]}</Text>} />
        ))}
      </CardList>
    </Card>
  )
}

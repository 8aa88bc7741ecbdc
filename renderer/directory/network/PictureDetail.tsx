import { Anchor, Button, Stack, Text, Title } from '@mantine/core'
import { IconArrowRight, IconFocus2 } from '@tabler/icons-react'
import type { Picture, PictureNode } from '../../../shared/directory/network/model.ts'
import { Personal } from '../../ui/Personal.tsx'
import { neighbours, nodeKindLabels } from './neighbours.ts'
import classes from './Network.module.css'

/** Beside the picture: the chosen contact and, in words, what it is linked to. */
export function PictureDetail({ picture, node, isCenter, onChoose, onFocus, onOpen }: {
  picture: Picture
  node: PictureNode
  isCenter: boolean
  onChoose: (id: string) => void
  onFocus: (id: string) => void
  onOpen: (id: string) => void
}) {
  const linked = neighbours(picture, node.id)
  return (
    <section className={`${classes.detailPane} no-print`} aria-label="Gewählter Kontakt">
      <Title order={3} size="h4"><Personal>{node.name}</Personal></Title>
      <Text size="sm" c="dimmed">{[nodeKindLabels[node.kind], node.detail].filter(Boolean).join(' · ')}</Text>
      <Stack gap={6} my="sm">
        <Button size="compact-sm" leftSection={<IconArrowRight size={15} aria-hidden />} onClick={() => onOpen(node.id)}>Kontakt öffnen</Button>
        {!isCenter && <Button size="compact-sm" variant="default" leftSection={<IconFocus2 size={15} aria-hidden />} onClick={() => onFocus(node.id)}>Umfeld zeigen</Button>}
      </Stack>
      <Text size="sm" fw={600}>{linked.length === 1 ? '1 Verbindung' : `${linked.length} Verbindungen`}</Text>
      <ul className={classes.people} aria-label="Verbindungen">
        {linked.map((other) => (
          <li key={other.id}>
            <Anchor component="button" type="button" size="sm" ta="left" onClick={() => onChoose(other.id)}><Personal>{other.name}</Personal></Anchor>
            <Text size="xs" c="dimmed">{[other.link, other.detail].filter(Boolean).join(' · ')}</Text>
          </li>
        ))}
      </ul>
    </section>
  )
}

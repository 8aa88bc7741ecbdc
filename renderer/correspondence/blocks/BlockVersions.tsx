import { Anchor, List, Stack, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { TextBlock } from '../../../shared/correspondence/blocks/model.ts'
import { germanDateTime } from '../../../shared/dates.ts'
import { BlockPreview } from './BlockPreview.tsx'

/** The letters that hold a text block, each with its version, and what the versions say, the newest first. */
export function BlockVersions({ block }: { block: TextBlock }): ReactNode {
  return (
    <Stack gap="sm" maw={760}>
      <Title order={3} size="h5">Verwendet in</Title>
      {block.letters.length === 0 ? <Text size="sm" c="dimmed">Noch in keinem Schreiben.</Text> : (
        <List size="sm">
          {block.letters.map((letter) => (
            <List.Item key={`${letter.id}-${letter.blockVersion}`}>
              <Anchor component={Link} {...({ to: '/correspondence', search: { id: letter.id } } as object)}>{letter.number} · {letter.subject || 'Ohne Betreff'}</Anchor>, Fassung {letter.blockVersion}
            </List.Item>
          ))}
        </List>
      )}
      {block.letters.length > 0 && <Text size="sm" c="dimmed">Wird der Textbaustein geändert, bleiben diese Schreiben, wie sie sind; die Änderung wird eine neue Fassung.</Text>}
      {block.versions.map((version) => (
        <div key={version.id}>
          <Title order={3} size="h5">Fassung {version.number}{version.number === block.number ? ' (gilt)' : ''}</Title>
          <Text size="xs" c="dimmed" mb={4}>{germanDateTime(version.changedAt)} · {version.changedBy} · {version.used === 0 ? 'in keinem Schreiben' : `in ${version.used} Schreiben`}</Text>
          <BlockPreview parts={version.parts} />
        </div>
      ))}
    </Stack>
  )
}

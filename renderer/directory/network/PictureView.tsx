import { Alert, Button, Group, Loader, SegmentedControl, Select, Text } from '@mantine/core'
import { IconArrowLeft, IconInfoCircle } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { detailOptions } from '../../../shared/directory/details.ts'
import { pictureLimit } from '../../../shared/directory/network/model.ts'
import { organisationTypesOn } from '../../../shared/directory/organisation-types.ts'
import { api } from '../../app/office.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { BodyMatrix } from './BodyMatrix.tsx'
import { ContactPicker } from './ContactPicker.tsx'
import classes from './Network.module.css'
import { PictureCanvas } from './PictureCanvas.tsx'

/** Who sits in which body, as a picture or as a table; or what surrounds one contact. */
export function PictureView({ id, day, matrix, onFocus, onOpen }: {
  id: string | null
  day: string
  matrix: boolean
  onFocus: (id: string | null) => void
  onOpen: (id: string) => void
}) {
  const [depth, setDepth] = useState<1 | 2>(1)
  const [typeCode, setTypeCode] = useState<string | null>(null)
  const [area, setArea] = useState<string | null>(null)
  const [tag, setTag] = useState<string | null>(null)
  const center = matrix ? null : id
  const picture = useQuery(api.directory.network.picture.queryOptions({ input: { center, depth, typeCode, area, tag, day }, placeholderData: keepPreviousData }))
  const { data: tags = [] } = useQuery(api.directory.tags.queryOptions())
  const types = organisationTypesOn(day).map(({ group, items }) => ({ group, items: items.map(({ code, label }) => ({ value: code, label })) }))
  const found = picture.data
  const middle = found?.nodes.find((node) => node.id === center)
  return (
    <>
      <div className={`${classes.filters} no-print`}>
        {center === null ? (
          <>
            <Select label="Art" clearable searchable placeholder="alle Gremien und Netzwerke" data={types} value={typeCode} onChange={setTypeCode} />
            <Select label="Arbeitsfeld" clearable searchable placeholder="alle" data={detailOptions('areas', day)} value={area} onChange={setArea} />
            <Select label="Schlagwort" clearable searchable placeholder="alle" data={tags} value={tag} onChange={setTag} />
            {!matrix && <ContactPicker label="Umfeld eines Kontakts" placeholder="Name suchen" onChoose={onFocus} />}
          </>
        ) : (
          <Group gap="sm">
            <Button variant="default" size="compact-sm" leftSection={<IconArrowLeft size={15} aria-hidden />} onClick={() => onFocus(null)}>Alle Gremien</Button>
            <Text size="sm" fw={600}>{middle ? `Umfeld von ${middle.name}` : ''}</Text>
            <SegmentedControl
              size="xs" aria-label="Wie weit" value={String(depth)} onChange={(value) => setDepth(value === '2' ? 2 : 1)}
              data={[{ value: '1', label: 'direkt verbunden' }, { value: '2', label: 'über zwei Ecken' }]}
            />
          </Group>
        )}
      </div>
      {picture.error && <FailureAlert error={picture.error} />}
      {!found && !picture.error && <Loader size="sm" aria-label="Netzwerk wird geladen" />}
      {found && found.total > pictureLimit && (
        <Alert icon={<IconInfoCircle aria-hidden />} title={`Das betrifft ${found.total.toLocaleString('de-DE')} Kontakte oder mehr; gezeichnet werden höchstens ${pictureLimit}.`}>
          Bitte grenzen Sie ein: nach Art, Arbeitsfeld oder Schlagwort, oder wählen Sie das Umfeld eines einzelnen Kontakts.
        </Alert>
      )}
      {found && found.total === 0 && (
        <Text c="dimmed">
          Hier ist an diesem Tag nichts eingetragen. Legen Sie Beirat, Netzwerk oder Arbeitsgruppe als Organisation an und tragen Sie die Mitglieder dort
          unter „Personen“ ein.
        </Text>
      )}
      {found && found.nodes.length > 0 && (matrix
        ? <BodyMatrix picture={found} onOpen={onOpen} />
        : <PictureCanvas key={`${center}${depth}${typeCode}${area}${tag}${day}`} picture={found} center={center} onFocus={onFocus} onOpen={onOpen} />)}
    </>
  )
}

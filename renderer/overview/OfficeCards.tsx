import { Badge } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { germanDate, germanDateTime } from '../../shared/dates.ts'
import { api } from '../app/office.ts'
import { openRecord } from '../app/openRecord.ts'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { Personal } from '../ui/Personal.tsx'
import { Card, CardEmpty, CardList, CardRow } from './Card.tsx'

const shown = 6

/** Letters that somebody began and nobody has finished. */
export function WaitingLetters() {
  const input = { status: 'draft', sort: 'date', descending: false, limit: shown } as const
  const { data, error, refetch } = useQuery(api.correspondence.list.queryOptions({ input }))
  return (
    <Card title="Wartet auf Sie" note={data && `${data.total} ${data.total === 1 ? 'Entwurf' : 'Entwürfe'}`}>
      {error && <FailureAlert error={error} retry={() => void refetch()} />}
      {data?.total === 0 && <CardEmpty>Kein Schreiben wartet auf seine Fertigstellung.</CardEmpty>}
      <CardList label="Entwürfe">
        {data?.letters.map((letter) => (
          <CardRow
            key={letter.id}
            title={letter.subject || 'Ohne Betreff'}
            detail={<>{letter.number} · {letter.recipientName ? <Personal>{letter.recipientName}</Personal> : 'noch ohne Empfänger'} · {germanDate(letter.date)}</>}
            aside={
              <Badge variant="light" color="amber" leftSection={<IconPencil size={11} aria-hidden />}>
                Entwurf
              </Badge>
            }
            onOpen={() => openRecord({ type: 'letter', id: letter.id })}
          />
        ))}
      </CardList>
    </Card>
  )
}

/** What was worked on last on the office side. */
export function RecentChanges() {
  const { data, error, refetch } = useQuery(api.records.recent.queryOptions({ input: { limit: shown } }))
  return (
    <Card title="Zuletzt bearbeitet">
      {error && <FailureAlert error={error} retry={() => void refetch()} />}
      {data?.length === 0 && (
        <CardEmpty>Noch nichts bearbeitet. Unter „Kontakte“ lässt sich eine vorhandene Liste importieren.</CardEmpty>
      )}
      <CardList label="Zuletzt bearbeitete Einträge">
        {data?.map((change) => (
          <CardRow
            key={change.change}
            title={<Personal>{change.title}</Personal>}
            detail={`${change.action} · ${change.personName}`}
            aside={germanDateTime(change.at)}
            onOpen={() => openRecord(change.record)}
          />
        ))}
      </CardList>
    </Card>
  )
}

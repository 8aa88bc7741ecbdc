import { Button, Group, Loader, Progress, Text, Title } from '@mantine/core'
import { IconArrowLeft, IconCheck } from '@tabler/icons-react'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Series } from '../../../../shared/events/model.ts'
import type { EntryStatus } from '../../../../shared/events/series/entries.ts'
import type { SeriesPartner } from '../../../../shared/events/series/model.ts'
import { api, office } from '../../../app/office.ts'
import { useOfficeLand } from '../../../app/useOfficeLand.ts'
import { DropFiles, Troubles } from '../../../ui/DropFiles.tsx'
import { FailureAlert } from '../../../ui/FailureAlert.tsx'
import { attempt } from '../../../ui/attempt.ts'
import classes from '../../Events.module.css'
import parts from '../Series.module.css'
import { EntryCard } from './EntryCard.tsx'
import { useReading } from './useReading.ts'

const order: readonly EntryStatus[] = ['unclear', 'new', 'changed', 'nothing', 'same']

/** „Antworten einlesen": many forms at once, a look at what each would do, and one step that takes over what is clear. */
export function ReadEntries({ series, partners, onClose }: { series: Series; partners: readonly SeriesPartner[]; onClose(): void }): ReactNode {
  const seriesId = series.id
  const land = useOfficeLand()
  const reading = useReading(seriesId)
  const [busy, setBusy] = useState(false)
  const { entries } = reading
  const plan = useQuery(api.events.programme.entries.plan.queryOptions({ input: entries.length === 0 ? skipToken : { seriesId, entries }, placeholderData: keepPreviousData, staleTime: 0 }))
  const planned = (plan.data ?? []).filter(({ key }) => entries.some((entry) => entry.key === key)).toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status))
  const clear = planned.filter(({ status }) => status !== 'unclear')
  const unclear = planned.length - clear.length
  const count = (status: EntryStatus): number => planned.filter((each) => each.status === status).length
  const take = async (): Promise<void> => {
    setBusy(true)
    let left: readonly string[] | null = null
    await attempt(async () => {
      const taken = await office.events.programme.entries.take({ seriesId, entries, land })
      left = taken.left
      return taken
    }, `Übernommen: ${count('new')} neu, ${count('changed')} geändert.${unclear > 0 ? ` ${unclear} ${unclear === 1 ? 'bleibt' : 'bleiben'} hier stehen.` : ''}`)
    setBusy(false)
    if (left !== null) {
      reading.keepOnly(left)
      if ((left as readonly string[]).length === 0) onClose()
    }
  }
  return (
    <section className={classes.page} aria-label="Antworten einlesen">
      <Group gap="xs">
        <Button variant="default" size="compact-md" leftSection={<IconArrowLeft size={16} aria-hidden />} onClick={onClose}>Zurück</Button>
        <Title order={3} size="h4">Antworten einlesen</Title>
      </Group>
      <DropFiles hint="Ausgefüllte Formulare, viele auf einmal: Excel (XLSX, XLS), LibreOffice (ODS), Word (DOCX). Auch ältere und eigene Formulare mit ähnlichen Bezeichnungen." busy={reading.progress !== null || busy} label="Ausgefüllte Formulare" onFiles={(files) => void reading.read(files)} />
      {reading.progress && <Progress value={(100 * reading.progress.done) / reading.progress.total} aria-label={`${reading.progress.done} von ${reading.progress.total} Dateien gelesen`} />}
      <Troubles troubles={reading.troubles} />
      {plan.error ? <FailureAlert error={plan.error} retry={() => void plan.refetch()} /> : null}
      {entries.length > 0 && plan.data === undefined && !plan.error && <Loader size="sm" aria-label="Beiträge werden geprüft" />}
      {planned.length > 0 && (
        <>
          <Group justify="space-between" gap="xs">
            <Text role="status" size="sm">{[[count('new'), 'neu'], [count('changed'), 'geändert'], [count('same'), 'unverändert'], [count('nothing'), 'ohne Beitrag'], [unclear, 'unklar']].filter(([number]) => Number(number) > 0).map(([number, word]) => `${number} ${word}`).join(' · ')}</Text>
            <Button leftSection={<IconCheck size={17} aria-hidden />} disabled={clear.length === 0 || plan.isFetching} loading={busy} onClick={() => void take()}>{clear.length === 1 ? '1 Beitrag übernehmen' : `${clear.length} Beiträge übernehmen`}</Button>
          </Group>
          {unclear > 0 && <Text size="sm" c="dimmed">Unklare werden nicht übernommen. Sie bleiben hier, bis sie ergänzt oder entfernt sind.</Text>}
          <ul className={parts.entries} aria-label="Gelesene Beiträge">
            {planned.map((each) => {
              const raw = entries.find(({ key }) => key === each.key)
              return raw && <EntryCard key={each.key} planned={each} raw={raw} partners={partners} onChange={(patch) => reading.change(each.key, patch)} onRemove={() => reading.remove(each.key)} />
            })}
          </ul>
        </>
      )}
    </section>
  )
}

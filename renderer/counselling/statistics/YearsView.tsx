import { Badge, Button, Group, Modal, NumberInput, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconAlertTriangle, IconSnowflake } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { dimensions } from '../../../shared/counselling/statistics/dimensions.ts'
import type { Snapshot } from '../../../shared/counselling/statistics/model.ts'
import { hours, periodLabel } from '../../../shared/counselling/statistics/printed.ts'
import { germanDate, germanDateTime } from '../../../shared/dates.ts'
import { api, office } from '../../app/office.ts'
import { useSession } from '../../app/session.ts'
import { FailureAlert, fieldErrorsOf } from '../../ui/FailureAlert.tsx'
import { showFailure, showNotice } from '../../ui/notices.tsx'
import { useToday } from '../useToday.ts'
import { changeText, shownFigure } from './CategoryTable.tsx'
import classes from '../../ui/Figures.module.css'

/** Years whose figures stay, what has changed since, and what has left the office. */
export function YearsView() {
  const { data, error, refetch } = useQuery(api.counselling.statistics.snapshots.queryOptions())
  const mayFreeze = useSession().person.role === 'leitung'
  const [freezing, setFreezing] = useState(false)
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start">
        <Text size="sm" maw={760}>
          Ein eingefrorenes Jahr behält seine Zahlen, auch wenn Fälle später gelöscht werden. Gespeichert werden nur Summen, keine Angaben zu Personen; ändern oder löschen lässt es sich nicht. Die
          Zahlen stehen im Überblick und in den Tabellen als Zeitraum zur Wahl.
        </Text>
        {mayFreeze && <Button leftSection={<IconSnowflake size={18} aria-hidden />} onClick={() => setFreezing(true)}>Jahr einfrieren …</Button>}
      </Group>
      {error ? <FailureAlert error={error} retry={() => void refetch()} /> : null}
      {data?.snapshots.length === 0 && <Text c="dimmed" component="output">Noch ist kein Jahr eingefroren.</Text>}
      {data?.snapshots.map((snapshot) => <FrozenYear key={snapshot.id} snapshot={snapshot} mayCompare={mayFreeze} />)}
      <Publications />
      {freezing && <FreezeDialog proposed={data?.proposed ?? null} onClose={() => setFreezing(false)} />}
    </Stack>
  )
}

function FrozenYear({ snapshot, mayCompare }: { snapshot: Snapshot; mayCompare: boolean }) {
  const { id, year, edition, madeAt, madeByName, reason, hash, intact, contacts, cases, persons, minutes } = snapshot
  const [comparing, setComparing] = useState(false)
  const title = `Jahr ${year}${edition > 1 ? `, ${edition}. Fassung` : ''}`
  return (
    <section className={classes.card} aria-label={title}>
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <Title order={2} size="h4">{title}</Title>
          {intact
            ? <Badge variant="light" leftSection={<IconSnowflake size={13} aria-hidden />}>unverändert</Badge>
            : <Badge variant="light" color="red" leftSection={<IconAlertTriangle size={13} aria-hidden />}>Zahlen beschädigt</Badge>}
        </Group>
        {mayCompare && intact && <Button variant="default" size="compact-sm" aria-expanded={comparing} onClick={() => setComparing(!comparing)}>Mit heute vergleichen</Button>}
      </Group>
      <Text size="sm" mt={4}>
        {shownFigure(contacts)} Kontakte · {shownFigure(cases)} Fälle · {shownFigure(persons)} Personen · {shownFigure(Math.round(hours(minutes)))} Stunden
      </Text>
      <Text size="sm" c="dimmed">Eingefroren am {germanDateTime(madeAt)} von {madeByName}{reason === '' ? '' : `. Grund: ${reason}`}</Text>
      <Text c="dimmed" className={classes.hash}>Prüfsumme {hash}</Text>
      {comparing && <Comparison id={id} />}
    </section>
  )
}

function Comparison({ id }: { id: string }) {
  const { data, error } = useQuery(api.counselling.statistics.compareSnapshot.queryOptions({ input: { id } }))
  if (error) return <FailureAlert error={error} />
  if (!data) return null
  if (data.total === 0) return <Text size="sm" mt={8} component="output">Heute gezählt ergeben sich dieselben Zahlen.</Text>
  return (
    <table className={classes.table}>
      <caption className={classes.caption}>Seit dem Einfrieren geändert: {data.total === 1 ? 'eine Zahl' : `${data.total} Zahlen`}{data.total > data.differences.length ? `, die ersten ${data.differences.length}` : ''} (Kontakte, nur intern)</caption>
      <thead>
        <tr><th scope="col">Merkmal</th><th scope="col">Wert</th><th scope="col" className={classes.number}>eingefroren</th><th scope="col" className={classes.number}>heute</th><th scope="col" className={classes.number}>Änderung</th></tr>
      </thead>
      <tbody>
        {data.differences.map(({ dimension, label, frozen, now }) => (
          <tr key={`${dimension} ${label} ${frozen} ${now}`}>
            <td>{dimension === null ? '' : dimensions[dimension].label}</td><th scope="row">{label}</th>
            <td className={classes.number}>{shownFigure(frozen)}</td><td className={classes.number}>{shownFigure(now)}</td><td className={classes.number}>{changeText(now - frozen)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Publications() {
  const { data } = useQuery(api.counselling.statistics.publications.queryOptions())
  return (
    <section className={classes.card} aria-label="Ausgegebene Tabellen">
      <Title order={2} size="h4">Ausgegebene Tabellen</Title>
      <Text size="sm" c="dimmed" mt={2}>Jede neue Tabelle wird mit diesen verglichen. Weicht sie nur um wenige Personen ab, steht vor dem Ausgeben ein Hinweis da.</Text>
      {data?.length === 0 && <Text size="sm" mt={8} component="output">Noch wurde keine Tabelle zur Veröffentlichung ausgegeben.</Text>}
      {data !== undefined && data.length > 0 && (
        <table className={classes.table}>
          <thead><tr><th scope="col">Tabelle</th><th scope="col">Zeitraum</th><th scope="col">Ausgegeben</th><th scope="col">Als</th><th scope="col" className={classes.number}>Kleinste Fallzahl</th></tr></thead>
          <tbody>
            {data.map(({ id, title, from, to, at, byName, format, threshold }) => (
              <tr key={id}><th scope="row">{title}</th><td>{periodLabel(from, to)}</td><td>{germanDate(at)}, {byName}</td><td>{format}</td><td className={classes.number}>{threshold}</td></tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function FreezeDialog({ proposed, onClose }: { proposed: number | null; onClose(): void }) {
  const last = Number(useToday().slice(0, 4)) - 1
  const queries = useQueryClient()
  const [year, setYear] = useState(proposed ?? last)
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [busy, setBusy] = useState(false)
  const freeze = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    try {
      const made = await office.counselling.statistics.freeze({ year, reason })
      await queries.invalidateQueries({ queryKey: api.counselling.statistics.key() })
      showNotice(`Jahr ${made.year} eingefroren: ${shownFigure(made.contacts)} Kontakte.`)
      onClose()
    } catch (error) {
      const found = fieldErrorsOf(error)
      if (Object.keys(found).length > 0) setErrors(found)
      else showFailure(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal.Root opened onClose={onClose} centered>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body pt="md">
          <Modal.Title mb="sm" fw={600} fz="lg">Jahr einfrieren</Modal.Title>
          <form onSubmit={(event) => void freeze(event)} noValidate>
            <Stack gap="sm">
              <Text size="sm">Die Zahlen werden so festgehalten, wie sie heute gezählt werden, und lassen sich danach nicht mehr ändern. Tragen Sie Beratungen des Jahres vorher nach.</Text>
              <NumberInput label="Jahr" value={year} min={1990} max={last} allowDecimal={false} hideControls={false} error={errors.year} onChange={(value) => typeof value === 'number' && setYear(value)} data-autofocus />
              <TextInput label="Grund" description="nötig, wenn das Jahr schon eingefroren ist: es entsteht eine weitere Fassung" value={reason} error={errors.reason} onChange={(event) => setReason(event.currentTarget.value)} />
              <Group justify="flex-end" gap="xs">
                <Button variant="default" onClick={onClose}>Abbrechen</Button>
                <Button type="submit" loading={busy}>Einfrieren</Button>
              </Group>
            </Stack>
          </form>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

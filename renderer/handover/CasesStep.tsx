import { Alert, Badge, Button, Group, Stack, Table, Text, Textarea, Title } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { IconSignature, IconTransfer } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { ConsentState, LeftCase } from '../../shared/counselling/handover/contract.ts'
import { germanDate } from '../../shared/dates.ts'
import { addDays } from '../../shared/holidays/days.ts'
import { api, office } from '../app/office.ts'
import { useDraft } from '../app/useDraft.ts'
import { showFailure, showNotice, showUndoNotice } from '../ui/notices.tsx'
import { CasePapers } from './CasePapers.tsx'
import type { HandoverDraft } from './useHandover.ts'

/** A release that is prepared now may be signed and used for so long after the day of the handover. */
const consentDays = 365

const consentWords: Readonly<Record<ConsentState, { label: string; color: string }>> = {
  given: { label: 'Einwilligung erteilt', color: 'petrol' }, prepared: { label: 'Unterschrift fehlt', color: 'amber' },
  none: { label: 'nicht gefragt', color: 'gray' }, ended: { label: 'widerrufen oder abgelaufen', color: 'red' }, restricted: { label: 'eingeschränkt (Art. 18)', color: 'red' },
}

/** Open cases by consent. Nothing of this step is kept on the office side. */
export function CasesStep({ draft, leaverName }: { draft: HandoverDraft; leaverName: string }) {
  const queries = useQueryClient()
  const { data: cases } = useQuery(api.counselling.handover.cases.queryOptions({ input: { leaverId: draft.leaverId, successorName: draft.successorName } }))
  const kept = useDraft<Record<string, string>>('counselling', 'handover')
  const [notes, setNotes] = useState<Record<string, string>>({})
  const [busy, setBusy] = useState(false)
  const { restored } = kept
  useEffect(() => {
    if (restored) setNotes(restored)
  }, [restored])
  if (!cases) return null
  const given = cases.filter(({ consent }) => consent === 'given')
  const unasked = cases.filter(({ consent }) => consent === 'none' || consent === 'ended')

  async function run(work: () => Promise<void>): Promise<void> {
    setBusy(true)
    await work().catch(showFailure)
    await queries.invalidateQueries({ queryKey: api.counselling.handover.key() })
    setBusy(false)
  }

  const prepare = () => run(async () => {
    const { prepared } = await office.counselling.handover.prepare({ caseIds: unasked.map(({ id }) => id), successorName: draft.successorName, until: addDays(draft.on, consentDays) })
    showNotice(`${prepared} ${prepared === 1 ? 'Entbindung' : 'Entbindungen'} vorbereitet. Bogen und Unterschrift finden Sie im Fall unter „Entbindungen“.`)
  })

  const give = (personId: string) => run(async () => {
    const { change, cases: count } = await office.counselling.handover.give({ caseIds: given.map(({ id }) => id), leaverId: draft.leaverId, personId })
    showUndoNotice(`${count} ${count === 1 ? 'Fall' : 'Fälle'} an ${draft.successorName} übergeben.`, 'counselling', change)
  })

  function note(id: string, words: string): void {
    const next = { ...notes, [id]: words }
    setNotes(next)
    kept.keep(next)
  }

  const { successorId } = draft
  return (
    <Stack gap="lg">
      <Alert variant="light" title="Nur mit Einwilligung">
        Ein Fall geht über, wenn die ratsuchende Person {draft.successorName} durch eine Entbindung dazu ermächtigt hat. Ohne sie nennt das Dossier nur die Zahl solcher Fälle und die Tage, an denen Fristen laufen.
      </Alert>
      <CaseTable cases={cases} />
      <Group>
        {unasked.length > 0 && (
          <Button variant="default" loading={busy} leftSection={<IconSignature size={18} aria-hidden />} onClick={() => void prepare()}>
            {unasked.length === 1 ? '1 Entbindung' : `${unasked.length} Entbindungen`} vorbereiten
          </Button>
        )}
        {successorId !== null && given.length > 0 && (
          <Button variant="default" loading={busy} leftSection={<IconTransfer size={18} aria-hidden />} onClick={() => void give(successorId)}>
            {given.length === 1 ? '1 Fall' : `${given.length} Fälle`} mit Einwilligung übergeben
          </Button>
        )}
      </Group>
      {given.length > 0 && (
        <Stack gap="xs">
          <Title order={3} size="md">Zu wissen</Title>
          {given.map(({ id, number, alias }) => (
            <Textarea key={id} label={`${number} · ${alias}`} autosize minRows={1} maxRows={6} value={notes[id] ?? ''} onChange={(event) => note(id, event.currentTarget.value)} />
          ))}
        </Stack>
      )}
      <CasePapers plan={{ leaverId: draft.leaverId, leaverName, successorName: draft.successorName, on: draft.on, notes }} asking={cases.length > given.length} />
    </Stack>
  )
}

function CaseTable({ cases }: { cases: readonly LeftCase[] }) {
  if (cases.length === 0) return <Text size="sm" c="dimmed">Es gibt keine offenen Fälle.</Text>
  return (
    <Table aria-label="Offene Fälle" verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Fall</Table.Th>
          <Table.Th>Zuletzt</Table.Th>
          <Table.Th>Nächste Frist</Table.Th>
          <Table.Th>Einwilligung</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {cases.map(({ id, number, alias, lastContact, nextDeadline, deadlines, consent }) => (
          <Table.Tr key={id}>
            <Table.Td>{number} · {alias}</Table.Td>
            <Table.Td>{lastContact === '' ? '–' : germanDate(lastContact)}</Table.Td>
            <Table.Td>{nextDeadline === null ? '–' : `${germanDate(nextDeadline)}${deadlines > 1 ? ` (${deadlines})` : ''}`}</Table.Td>
            <Table.Td><Badge variant="light" tt="none" color={consentWords[consent].color}>{consentWords[consent].label}</Badge></Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

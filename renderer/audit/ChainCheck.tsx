import { Alert, Button, Group, List, Stack, Text, TextInput } from '@mantine/core'
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AuditCheck, MarkProof } from '../../shared/audit/model.ts'
import { germanDate, germanDateTime } from '../../shared/dates.ts'
import type { Side } from '../../shared/records/model.ts'
import { api, office } from '../app/office.ts'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { showFailure } from '../ui/notices.tsx'

/** Whether the chain holds, in words, and what it was compared with. */
export function ChainCheck({ side }: { side: Side }) {
  const { data, error, refetch, isFetching } = useQuery(api.audit[side].check.queryOptions({ staleTime: 0 }))
  if (error) return <FailureAlert error={error} retry={() => void refetch()} />
  if (!data) return null
  return (
    <Alert {...data.sound ? {} : { color: 'red' }} variant="light" role="status" icon={data.sound ? <IconShieldCheck aria-hidden /> : <IconShieldX aria-hidden />}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm" fw={600}>{data.sound ? 'Das Protokoll ist unversehrt.' : 'Das Protokoll wurde verändert oder ist nicht vollständig.'}</Text>
        <Text size="sm">{comparedWith(data)}</Text>
        {data.findings.length > 0 && <List size="sm">{data.findings.map(({ seq, text }) => <List.Item key={`${seq} ${text}`}>{text}</List.Item>)}</List>}
        {!data.sound && <Text size="sm">Bitte verändern Sie nichts, bewahren Sie die Sicherungen auf und verständigen Sie IT und Datenschutzbeauftragte.</Text>}
        {data.mark !== '' && (
          <Text size="sm">
            Prüfwert: <strong style={{ fontFamily: 'monospace', userSelect: 'text' }}>{data.mark}</strong>. Wer ihn außerhalb notiert oder das Protokoll ausdruckt, kann später zeigen, dass bis hierher nichts fehlt.
          </Text>
        )}
        <Group align="flex-end" gap="sm">
          <ProveMark side={side} />
          <Button variant="default" loading={isFetching} onClick={() => void refetch()}>Erneut prüfen</Button>
        </Group>
      </Stack>
    </Alert>
  )
}

function comparedWith({ entries, since, prunedThrough, anchors, at }: AuditCheck): string {
  const parts = [`${entries} Einträge${since === null ? '' : ` seit ${germanDate(since)}`}, jeder mit dem davor verkettet.`]
  if (prunedThrough > 0) parts.push(`Ältere, bis Nr. ${prunedThrough}, wurden nach Ablauf der Frist entfernt.`)
  if (anchors.other) parts.push('Das Ende stimmt mit dem überein, was die andere Datenbank zuletzt vermerkt hat.')
  if (anchors.newestBackup !== null) parts.push(`Verglichen mit ${anchors.backups === 1 ? 'einer Sicherung' : `${anchors.backups} Sicherungen`}, zuletzt vom ${germanDate(anchors.newestBackup)}.`)
  return `${parts.join(' ')} Geprüft ${germanDateTime(at)}.`
}

const proofWords: Record<MarkProof['state'], (proof: MarkProof) => string> = {
  fits: ({ seq, at }) => `Stimmt: Eintrag ${seq}${at === null ? '' : ` vom ${germanDateTime(at)}`} ist unverändert da, und alles davor.`,
  pruned: ({ seq }) => `Eintrag ${seq} wurde nach Ablauf der Frist entfernt und lässt sich nicht mehr vergleichen.`,
  unknown: ({ seq }) => `Stimmt nicht: Der Eintrag ${seq} dieses Prüfwerts ist in diesem Protokoll nicht enthalten.`,
  misread: () => 'Das ist kein Prüfwert dieses Protokolls. Er beginnt mit P (Büro) oder B (Beratung) und hat danach vier Gruppen.',
}

/** Compares with what somebody has noted outside. */
function ProveMark({ side }: { side: Side }) {
  const [typed, setTyped] = useState('')
  const [proof, setProof] = useState<MarkProof | null>(null)
  const prove = async (): Promise<void> => {
    try {
      setProof(await office.audit[side].prove({ mark: typed }))
    } catch (error) {
      showFailure(error)
    }
  }
  const said = proof && proofWords[proof.state](proof)
  return (
    <form onSubmit={(event) => { event.preventDefault(); if (typed.trim() !== '') void prove() }}>
      <Group align="flex-end" gap="sm">
        <TextInput
          label="Früheren Prüfwert vergleichen" placeholder={`${side === 'office' ? 'P' : 'B'}123-ABCD-EFGH-JKMN-PQRS`} w={300} maw="100%" value={typed}
          onChange={(event) => { setTyped(event.currentTarget.value); setProof(null) }}
        />
        <Button type="submit" variant="default" disabled={typed.trim() === ''}>Vergleichen</Button>
      </Group>
      {proof && <Text size="sm" mt={4} fw={600} role="status">{said}</Text>}
    </form>
  )
}

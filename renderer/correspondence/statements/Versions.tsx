import { Alert, Badge, Button, Group, Select, Text, TextInput, Title } from '@mantine/core'
import { IconAlertTriangle, IconBookmark, IconEye, IconShieldCheck, IconSignature } from '@tabler/icons-react'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { bodyText } from '../../../shared/correspondence/body.ts'
import type { LetterFields } from '../../../shared/correspondence/letter.ts'
import { compareTexts, countChanges } from '../../../shared/correspondence/statements/compare.ts'
import type { LetterVersion } from '../../../shared/correspondence/statements/model.ts'
import { germanDateTime } from '../../../shared/dates.ts'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { Personal } from '../../ui/Personal.tsx'
import parts from '../parts.module.css'
import { useDesk } from '../useDesk.ts'
import { keyed } from '../keyed.ts'
import classes from './Statement.module.css'

const kinds = { kept: { label: 'Festgehalten', icon: IconBookmark }, submitted: { label: 'Vorgelegt', icon: IconEye }, final: { label: 'Schlussgezeichnet', icon: IconSignature } }
const now = 'now'

/** „Fassungen" of a letter: kept texts, two of them compared word by word, and whether the final one is as it was frozen. */
export function Versions({ letterId }: { letterId: string | null }): ReactNode {
  const { api, office, side } = useDesk()
  const { data: versions = [] } = useQuery(api.versions.list.queryOptions({ input: letterId === null ? skipToken : { letterId } }))
  const [note, setNote] = useState('')
  if (letterId === null) return <Text m="md" c="dimmed">Noch kein Entwurf, also auch keine Fassung.</Text>
  const keep = async (): Promise<void> => {
    try {
      const { change } = await office.versions.keep({ letterId, note })
      setNote('')
      showUndoNotice('Fassung festgehalten', side, change)
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <div className={parts.page}>
      <Frozen letterId={letterId} />
      <form onSubmit={(event) => { event.preventDefault(); void keep() }}>
        <Group align="flex-end" gap="xs">
          <TextInput className={parts.grow} label="Jetzige Fassung festhalten" placeholder="Bemerkung, z. B. nach Gespräch mit dem Rechtsamt" maxLength={200} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
          <Button type="submit" variant="default">Festhalten</Button>
        </Group>
      </form>
      {versions.length === 0 ? <Text size="sm" c="dimmed">Noch keine festgehaltene Fassung. Beim Vorlegen und bei der Schlusszeichnung entsteht sie von selbst.</Text> : <VersionList versions={versions} />}
      {versions.length > 0 && <Comparison letterId={letterId} versions={versions} />}
    </div>
  )
}

function VersionList({ versions }: { versions: readonly LetterVersion[] }): ReactNode {
  return (
    <ul className={parts.rows} aria-label="Fassungen">
      {versions.map(({ id, number, kind, note, madeAt, madeBy, hash }) => {
        const { label, icon: Sign } = kinds[kind]
        return (
          <li key={id} className={parts.row}>
            <Text size="sm" fw={600}>Fassung {number}</Text>
            <Badge variant="light" color={kind === 'final' ? 'petrol' : 'gray'} leftSection={<Sign size={13} aria-hidden />}>{label}</Badge>
            <div className={parts.grow}><Text size="xs" c="dimmed">{germanDateTime(madeAt)} · <Personal>{madeBy}</Personal>{note === '' ? '' : ` · ${note}`}</Text></div>
            <Text size="xs" c="dimmed" ff="monospace" title={`SHA-256: ${hash}`}>{hash.slice(0, 12)}</Text>
          </li>
        )
      })}
    </ul>
  )
}

/** Says whether the newest final version is as it was frozen: calculated anew each time. */
export function Frozen({ letterId }: { letterId: string }): ReactNode {
  const { api } = useDesk()
  const { data } = useQuery(api.versions.check.queryOptions({ input: { letterId } }))
  if (!data) return null
  const { number, frozenAt, frozenBy, hash, intact, unchanged } = data
  if (!intact) return <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={`Fassung ${number} stimmt nicht mehr mit ihrer Prüfsumme überein.`}>Bitte informieren Sie die IT und prüfen Sie eine Sicherung.</Alert>
  return (
    <Alert color={unchanged ? 'petrol' : 'amber'} icon={unchanged ? <IconShieldCheck aria-hidden /> : <IconAlertTriangle aria-hidden />} title={unchanged ? `Unverändert seit ${germanDateTime(frozenAt)}` : `Seit der Fassung ${number} vom ${germanDateTime(frozenAt)} geändert`}>
      <Text size="sm">Fassung {number}, eingefroren von {frozenBy}. Prüfsumme (SHA-256, eben nachgerechnet): <Text span ff="monospace" size="xs" style={{ overflowWrap: 'anywhere' }}>{hash}</Text></Text>
    </Alert>
  )
}

function Comparison({ letterId, versions }: { letterId: string; versions: readonly LetterVersion[] }): ReactNode {
  const { api } = useDesk()
  const [before, setBefore] = useState<string>(versions[1]?.id ?? versions[0]?.id ?? now)
  const [after, setAfter] = useState<string>(versions.length > 1 ? versions[0]?.id ?? now : now)
  const { data: letter } = useQuery(api.get.queryOptions({ input: { id: letterId } }))
  const first = useQuery(api.versions.content.queryOptions({ input: before === now ? skipToken : { id: before } })).data
  const second = useQuery(api.versions.content.queryOptions({ input: after === now ? skipToken : { id: after } })).data
  const options = [{ value: now, label: 'Jetziger Text' }, ...versions.map(({ id, number, kind }) => ({ value: id, label: `Fassung ${number} (${kinds[kind].label})` }))]
  const left = before === now ? letter : first
  const right = after === now ? letter : second
  return (
    <section className={parts.section} aria-label="Vergleich">
      <Title order={3} size="h4">Vergleich</Title>
      <Group gap="xs">
        <Select label="Früher" data={options} value={before} onChange={(value) => value && setBefore(value)} />
        <Select label="Später" data={options} value={after} onChange={(value) => value && setAfter(value)} />
      </Group>
      {left && right && <Difference before={asText(left)} after={asText(right)} />}
    </section>
  )
}

function Difference({ before, after }: { before: string; after: string }): ReactNode {
  const stretches = compareTexts(before, after)
  const { added, removed } = countChanges(stretches)
  return (
    <>
      <Text size="sm" component="output">{added + removed === 0 ? 'Der Wortlaut ist gleich.' : `${added} ${added === 1 ? 'Wort' : 'Wörter'} eingefügt (unterstrichen), ${removed} gestrichen (durchgestrichen).`}</Text>
      <section className={classes.difference} aria-label="Unterschiede">
        {keyed(stretches).map(({ key, item: { kind, text } }) => {
          if (kind === 'added') return <ins key={key}>{text}</ins>
          return kind === 'removed' ? <del key={key}>{text}</del> : <span key={key}>{text}</span>
        })}
      </section>
    </>
  )
}

/** What a letter says, as far as it is written by hand. */
function asText({ subject, salutation, body, closing, signatureAddition, signatureName, enclosures }: LetterFields): string {
  return [subject, salutation, bodyText(body), closing, [signatureAddition, signatureName].filter(Boolean).join(' '), enclosures.length > 0 ? `Anlagen: ${enclosures.join(', ')}` : ''].filter(Boolean).join('\n\n')
}

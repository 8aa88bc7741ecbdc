import { Anchor, Button, Checkbox, Chip, Group, Loader, Text } from '@mantine/core'
import { IconArchive, IconArrowBackUp, IconFileShredder, IconTrashX } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { disposalModes, reviewGroups, type CaseReviewGroup, type DisposalItem } from '../../../shared/counselling/privacy/model.ts'
import { privacyLabel } from '../../../shared/counselling/privacy/rules.ts'
import { germanDate } from '../../../shared/dates.ts'
import { api, office } from '../../app/office.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { Personal } from '../../ui/Personal.tsx'
import tables from '../../ui/PlainTable.module.css'
import { act } from './act.ts'
import { ArchiveDialog } from './ArchiveDialog.tsx'
import { DestroyDialog } from './DestroyDialog.tsx'
import { ProposeDialog } from './ProposeDialog.tsx'

const groupLabels: Record<CaseReviewGroup, string> = {
  due: 'Frist abgelaufen', proposed: 'zur Löschung vorgeschlagen', held: 'Löschsperre', restricted: 'eingeschränkt', tasks: 'Aufgaben',
}
const pageSize = 100
const keyOf = ({ target }: DisposalItem): string => `${target.type}:${target.id}`

/**
 * What is beyond its period, proposed, held, restricted or has something to be done; somebody decides on each. The first view is of
 * the first of these that has something in it.
 */
export function ReviewList() {
  const [wanted, setWanted] = useState<CaseReviewGroup | null>(null)
  const [offset, setOffset] = useState(0)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [step, setStep] = useState<'propose' | 'archive' | 'destroy' | null>(null)
  const { data, error } = useQuery(api.counselling.privacy.review.queryOptions({ input: { group: wanted, offset, limit: pageSize }, placeholderData: keepPreviousData }))
  if (error) return <FailureAlert error={error} />
  if (!data) return <Loader size="sm" aria-label="Liste wird geladen" />
  const { group, items, counts } = data
  const picked = items.filter((item) => chosen.has(keyOf(item)))
  const targets = picked.map(({ target }) => target)
  const cases = picked.filter(({ target, mine }) => target.type === 'case' && mine)
  const all = items.length > 0 && picked.length === items.length
  const show = (next: CaseReviewGroup, from = 0): void => { setWanted(next); setOffset(from); setChosen(new Set()) }
  // Once something was decided the view stays where it is, even if nothing is left in it.
  const decide = (next: NonNullable<typeof step>): void => { setWanted(group); setStep(next) }
  const close = (done: boolean): void => { setStep(null); if (done) setChosen(new Set()) }
  return (
    <>
      <Text size="sm" c="dimmed" maw={820}>
        Das Programm schlägt nur vor. Gelöscht wird in zwei Schritten: eine Person schlägt vor, eine zweite mit Zugang zur Beratung bestätigt. Ist sonst niemand da, bestätigt dieselbe Person am nächsten Tag mit ihrem Namen.
      </Text>
      <Chip.Group value={group} onChange={(value) => show(value as CaseReviewGroup)}>
        <Group mt="sm" gap={6} role="radiogroup" aria-label="Anlass">
          {reviewGroups.map((value) => <Chip key={value} size="sm" value={value}>{groupLabels[value]} ({counts[value].toLocaleString('de-DE')})</Chip>)}
        </Group>
      </Chip.Group>
      <Group gap={6} my="sm">
        <Text size="sm" aria-live="polite">{picked.length === 0 ? 'Auswählen, dann entscheiden:' : `${picked.length} ausgewählt`}</Text>
        <Button size="compact-sm" disabled={picked.length === 0 || picked.some(({ mine }) => !mine)} leftSection={<IconTrashX size={15} aria-hidden />} onClick={() => decide('propose')}>Zur Löschung vorschlagen</Button>
        <Button size="compact-sm" variant="default" disabled={cases.length === 0 || cases.length < picked.length} leftSection={<IconArchive size={15} aria-hidden />} onClick={() => decide('archive')}>Archiv</Button>
        {group === 'proposed' && (
          <>
            <Button size="compact-sm" variant="default" disabled={picked.length === 0} leftSection={<IconArrowBackUp size={15} aria-hidden />} onClick={() => void act(() => office.counselling.privacy.withdraw({ targets }), 'Vorschlag zurückgenommen').then(close)}>Vorschlag zurücknehmen</Button>
            <Button size="compact-sm" variant="default" c="var(--mantine-color-error)" disabled={picked.length === 0} leftSection={<IconFileShredder size={15} aria-hidden />} onClick={() => decide('destroy')}>Prüfen und endgültig löschen</Button>
          </>
        )}
      </Group>
      {items.length === 0 ? <Text mt="md">Hier ist derzeit nichts zu prüfen.</Text> : (
        <div className={tables.tableFrame}>
          <table className={tables.table} aria-label={groupLabels[group]}>
            <thead>
              <tr>
                <th scope="col"><Checkbox aria-label="Alle auswählen" checked={all} indeterminate={!all && picked.length > 0} onChange={() => setChosen(all ? new Set() : new Set(items.map(keyOf)))} /></th>
                <th scope="col">Was</th><th scope="col">Letzter Kontakt</th><th scope="col">Aufbewahrung</th><th scope="col">Stand</th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => <Row key={keyOf(item)} item={item} chosen={chosen.has(keyOf(item))} onToggle={() => setChosen(toggled(chosen, keyOf(item)))} />)}
            </tbody>
          </table>
        </div>
      )}
      {counts[group] > pageSize && (
        <Group mt="sm" gap="xs">
          <Button size="compact-sm" variant="default" disabled={offset === 0} onClick={() => show(group, offset - pageSize)}>Vorige</Button>
          <Text size="sm">{offset + 1} bis {Math.min(offset + pageSize, counts[group])} von {counts[group].toLocaleString('de-DE')}</Text>
          <Button size="compact-sm" variant="default" disabled={offset + pageSize >= counts[group]} onClick={() => show(group, offset + pageSize)}>Nächste</Button>
        </Group>
      )}
      {step === 'propose' && <ProposeDialog targets={targets} onClose={close} />}
      {step === 'archive' && <ArchiveDialog caseIds={cases.map(({ target }) => target.id)} onClose={close} />}
      {step === 'destroy' && <DestroyDialog targets={targets} onClose={close} />}
    </>
  )
}

function Row({ item, chosen, onToggle }: { item: DisposalItem; chosen: boolean; onToggle(): void }) {
  const { target, name, alias, mine, lastContact, retention, proposal, archive, obstacles, tasks } = item
  const navigate = useNavigate()
  const open = (): void => void (target.type === 'consultation' ? navigate({ to: '/counselling/consultations', search: { id: target.id } }) : navigate({ to: '/counselling', search: { id: target.id } }))
  return (
    <tr data-chosen={chosen || undefined}>
      <td><Checkbox aria-label={`${name} auswählen`} checked={chosen} onChange={onToggle} /></td>
      <th scope="row">
        {mine && target.type !== 'attachment' ? <Anchor component="button" type="button" size="sm" ta="left" onClick={open}>{name}</Anchor> : name}
        {alias !== '' && <Text size="xs" c="dimmed"><Personal>„{alias}“</Personal></Text>}
        {!mine && <Text size="xs" c="dimmed">Fall einer anderen Person</Text>}
      </th>
      <td>{germanDate(lastContact)}</td>
      <td title={retention.text}>{retention.label}<Text size="xs" c="dimmed">{retention.until === null ? 'ohne Ende' : `bis ${germanDate(retention.until)}${retention.over ? ' – abgelaufen' : ''}`}</Text></td>
      <td>
        {proposal && <div>Vorgeschlagen am {germanDate(proposal.at)} von {proposal.by}: {privacyLabel('reasons', proposal.reason)}; {disposalModes[proposal.mode]}</div>}
        {archive && <div>Archiv: {privacyLabel('archiveDecisions', archive.decision)}</div>}
        {obstacles.length > 0 && <div>Noch nicht löschbar: {obstacles.join('; ')}</div>}
        {tasks.map((task) => <div key={task}>{task}</div>)}
      </td>
    </tr>
  )
}

function toggled(chosen: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(chosen)
  if (!next.delete(key)) next.add(key)
  return next
}

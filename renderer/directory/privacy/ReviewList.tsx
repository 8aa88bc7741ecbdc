import { Anchor, Button, Checkbox, Group, Loader, Select, Text } from '@mantine/core'
import { IconCalendarTime, IconCheck, IconFileShredder, IconTargetArrow, IconTrashX } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { germanDate } from '../../../shared/dates.ts'
import { reviewGroups, type ReviewGroup, type ReviewItem } from '../../../shared/directory/privacy/model.ts'
import { erasureReasonLabel, reviewRule } from '../../../shared/directory/privacy/rules.ts'
import { api, office } from '../../app/office.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { Personal } from '../../ui/Personal.tsx'
import { AssignPurpose } from './AssignPurpose.tsx'
import { attempt } from '../../ui/attempt.ts'
import { DestroyDialog } from './DestroyDialog.tsx'
import { PostponeDialog } from './PostponeDialog.tsx'
import classes from '../../ui/PlainTable.module.css'
import { ProposeDialog } from './ProposeDialog.tsx'

const pageSize = 100
type Step = 'purpose' | 'postpone' | 'propose' | 'destroy'

const groupLabel = (group: ReviewGroup): string =>
  group === 'all' ? 'Alle' : group === 'proposed' ? 'zur Löschung vorgeschlagen' : group === 'restricted' ? 'Verarbeitung eingeschränkt' : reviewRule(group).label

/** Contacts without purpose or beyond their period; somebody decides on each, nothing happens by itself. */
export function ReviewList() {
  const [group, setGroup] = useState<ReviewGroup>('all')
  const [offset, setOffset] = useState(0)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [step, setStep] = useState<Step | null>(null)
  const { data, error } = useQuery(api.directory.privacy.review.queryOptions({ input: { group, offset, limit: pageSize }, placeholderData: keepPreviousData }))
  if (error) return <FailureAlert error={error} />
  if (!data) return <Loader size="sm" aria-label="Prüfliste wird geladen" />
  const { items, counts } = data
  const ids = items.filter(({ id }) => chosen.has(id)).map(({ id }) => id)
  const all = items.length > 0 && ids.length === items.length
  const close = (done: boolean): void => {
    setStep(null)
    if (done) setChosen(new Set())
  }
  const withdraw = (): void => void attempt(() => office.directory.privacy.withdraw({ ids }), 'Löschvorschlag zurückgenommen').then(close)
  const proposed = items.filter(({ id, proposal }) => chosen.has(id) && proposal !== null).length
  return (
    <>
      <Text size="sm" c="dimmed" maw={760}>
        Hier stehen Kontakte, bei denen ein Zweck fehlt oder eine Frist erreicht ist. Das Programm schlägt nur vor; was mit einem Kontakt geschieht, entscheiden Sie.
      </Text>
      <Group mt="sm" gap="sm" align="flex-end">
        <Select
          label="Anlass" w={280} value={group} data={reviewGroups.map((value) => ({ value, label: `${groupLabel(value)} (${counts[value].toLocaleString('de-DE')})` }))}
          onChange={(value) => { setGroup(value as ReviewGroup); setOffset(0); setChosen(new Set()) }}
        />
        <Text size="sm" pb={8} aria-live="polite">{ids.length === 0 ? 'Kontakte auswählen, dann entscheiden:' : `${ids.length} ausgewählt`}</Text>
      </Group>
      <Group gap={6} my="sm">
        <Button size="compact-sm" disabled={ids.length === 0} leftSection={<IconTargetArrow size={15} aria-hidden />} onClick={() => setStep('purpose')}>Zweck eintragen</Button>
        <Button size="compact-sm" variant="default" disabled={ids.length === 0} leftSection={<IconCalendarTime size={15} aria-hidden />} onClick={() => setStep('postpone')}>Zurückstellen</Button>
        <Button size="compact-sm" variant="default" disabled={ids.length === 0} leftSection={<IconTrashX size={15} aria-hidden />} onClick={() => setStep('propose')}>Zur Löschung vorschlagen</Button>
        {proposed > 0 && <Button size="compact-sm" variant="default" leftSection={<IconCheck size={15} aria-hidden />} onClick={withdraw}>Vorschlag zurücknehmen</Button>}
        {proposed > 0 && proposed === ids.length && <Button size="compact-sm" variant="default" c="var(--mantine-color-error)" leftSection={<IconFileShredder size={15} aria-hidden />} onClick={() => setStep('destroy')}>Prüfen und endgültig löschen</Button>}
      </Group>
      {items.length === 0 ? <Text mt="md">Hier ist derzeit nichts zu prüfen.</Text> : (
        <div className={classes.tableFrame}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">
                  <Checkbox aria-label="Alle auswählen" checked={all} indeterminate={!all && ids.length > 0} onChange={() => setChosen(all ? new Set() : new Set(items.map(({ id }) => id)))} />
                </th>
                <th scope="col">Kontakt</th><th scope="col">Anlass</th><th scope="col">Stand</th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <Row key={item.id} item={item} chosen={chosen.has(item.id)} onToggle={() => setChosen(toggled(chosen, item.id))} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {counts[group] > pageSize && (
        <Group mt="sm" gap="xs">
          <Button size="compact-sm" variant="default" disabled={offset === 0} onClick={() => { setOffset(offset - pageSize); setChosen(new Set()) }}>Vorige</Button>
          <Text size="sm">{offset + 1} bis {Math.min(offset + pageSize, counts[group])} von {counts[group].toLocaleString('de-DE')}</Text>
          <Button size="compact-sm" variant="default" disabled={offset + pageSize >= counts[group]} onClick={() => { setOffset(offset + pageSize); setChosen(new Set()) }}>Nächste</Button>
        </Group>
      )}
      {step === 'purpose' && <AssignPurpose ids={ids} onClose={close} />}
      {step === 'postpone' && <PostponeDialog ids={ids} onClose={close} />}
      {step === 'propose' && <ProposeDialog ids={ids} onClose={close} />}
      {step === 'destroy' && <DestroyDialog ids={ids} onClose={close} />}
    </>
  )
}

function Row({ item, chosen, onToggle }: { item: ReviewItem; chosen: boolean; onToggle: () => void }) {
  const navigate = useNavigate()
  return (
    <tr data-chosen={chosen || undefined}>
      <td><Checkbox aria-label={`${item.name} auswählen`} checked={chosen} onChange={onToggle} /></td>
      <th scope="row">
        <Anchor component="button" type="button" size="sm" ta="left" onClick={() => void navigate({ to: '/directory', search: { id: item.id } })}><Personal>{item.name}</Personal></Anchor>
        {item.detail && <Text size="xs" c="dimmed">{item.detail}</Text>}
      </th>
      <td>{item.rules.map((rule) => <div key={rule} title={reviewRule(rule).reason}>{reviewRule(rule).label}</div>)}</td>
      <td>
        {item.proposal && <div>Löschung vorgeschlagen am {germanDate(item.proposal.on)} von {item.proposal.by}: {erasureReasonLabel(item.proposal.reason)}{item.proposal.note && `; ${item.proposal.note}`}</div>}
        {item.restricted && <div>Verarbeitung eingeschränkt</div>}
      </td>
    </tr>
  )
}

function toggled(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(chosen)
  if (!next.delete(id)) next.add(id)
  return next
}

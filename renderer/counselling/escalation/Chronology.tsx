import { ActionIcon, Button, Group, Menu, Select, Text, TextInput } from '@mantine/core'
import { IconCheckbox, IconDots, IconEyeSearch, IconFlag, IconGavel, IconHistory, IconPencil, IconPlus, IconSearch, IconSpeakerphone, IconStrikethrough } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { labelOf } from '../../../shared/counselling/catalogues.ts'
import { certainties, entryKinds, filtered, type Certainty, type ChronologyFilter, type EntryKind, type Escalation, type EscalationEntry } from '../../../shared/counselling/escalation/model.ts'
import { displayName } from '../../../shared/directory/names.ts'
import { germanDate, germanDateTime } from '../../../shared/dates.ts'
import { germanDay } from '../../../shared/holidays/days.ts'
import { api } from '../../app/office.ts'
import { Personal } from '../../ui/Personal.tsx'
import { CertaintyMark } from './CertaintyMark.tsx'
import { CorrectEntryDialog, WithdrawEntryDialog } from './EntryDialogs.tsx'
import classes from './Escalation.module.css'
import { LevelBadge } from './LevelBadge.tsx'

const icons: Record<EntryKind, typeof IconFlag> = {
  event: IconFlag, measure: IconCheckbox, informed: IconSpeakerphone, decision: IconGavel, assessment: IconEyeSearch,
}
const kinds = Object.entries(entryKinds).map(([value, label]) => ({ value, label }))
const degrees = Object.entries(certainties).map(([value, label]) => ({ value, label }))

/** What happened, in its order, narrowed down at will; each entry with its former wordings. */
export function Chronology({ escalation, filter, onFilter, onAdd }: {
  escalation: Escalation
  filter: ChronologyFilter
  onFilter(patch: Partial<ChronologyFilter>): void
  onAdd(): void
}) {
  const { id, entries, closedOn } = escalation
  const [dialog, setDialog] = useState<{ what: 'correct' | 'withdraw'; entry: EscalationEntry } | null>(null)
  const shown = filtered(entries, filter)
  const close = (): void => setDialog(null)
  return (
    <>
      <Group gap="xs" align="flex-end">
        <Button size="compact-md" leftSection={<IconPlus size={17} aria-hidden />} disabled={closedOn !== ''} onClick={onAdd}>Eintrag</Button>
        <Select size="xs" w={150} aria-label="Filter: Art" placeholder="alle Arten" clearable clearButtonProps={{ 'aria-label': 'Filter Art leeren' }} data={kinds} value={filter.kind} onChange={(kind) => onFilter({ kind: kind as EntryKind | null })} />
        <Select size="xs" w={190} aria-label="Filter: Gewissheit" placeholder="gesichert oder nicht" clearable clearButtonProps={{ 'aria-label': 'Filter Gewissheit leeren' }} data={degrees} value={filter.certainty} onChange={(certainty) => onFilter({ certainty: certainty as Certainty | null })} />
        <TextInput size="xs" w={170} type="search" aria-label="Chronologie durchsuchen" placeholder="Stichwort" leftSection={<IconSearch size={15} aria-hidden />} value={filter.query} onChange={(event) => onFilter({ query: event.currentTarget.value })} />
        {shown.length < entries.length && <Text size="xs" c="dimmed" component="output">{shown.length} von {entries.length}</Text>}
      </Group>
      <ol className={classes.chronology} aria-label="Chronologie, das Erste zuerst">
        {shown.map((entry) => (
          <Entry key={entry.id} entry={entry} onCorrect={() => setDialog({ what: 'correct', entry })} onWithdraw={() => setDialog({ what: 'withdraw', entry })} />
        ))}
      </ol>
      {dialog?.what === 'correct' && <CorrectEntryDialog id={id} current={dialog.entry} onClose={close} />}
      {dialog?.what === 'withdraw' && <WithdrawEntryDialog id={id} current={dialog.entry} onClose={close} />}
    </>
  )
}

function Entry({ entry, onCorrect, onWithdraw }: { entry: EscalationEntry; onCorrect(): void; onWithdraw(): void }) {
  const { on, at, kind, certainty, text, source, sourceNote, who, contactId, level, withdrawn, corrections, enteredAt, enteredByName } = entry
  const [opened, setOpened] = useState(false)
  const Icon = icons[kind]
  const last = corrections.at(-1)
  return (
    <li className={classes.entry}>
      <span className={classes.when}>{germanDay(on)}{' '}<br />{at === '' ? 'ohne Uhrzeit' : at}</span>
      <span className={classes.icon}><Icon size={17} aria-hidden /></span>
      <div className={classes.what}>
        <Group gap={8}>
          <Text size="sm" fw={600} span>{entryKinds[kind]}</Text>
          <CertaintyMark certainty={certainty} />
          {level !== null && <LevelBadge level={level} />}
        </Group>
        {(who !== '' || contactId !== null) && <Text size="sm" fw={600}><Personal>{who}</Personal>{contactId !== null && <Contact id={contactId} after={who} />}</Text>}
        <Text size="sm" className={withdrawn ? classes.struck : classes.text} component="p"><Personal>{text}</Personal></Text>
        <Text size="xs" c="dimmed">
          Quelle: {labelOf('escalationSources', source)}{sourceNote === '' ? '' : `, ${sourceNote}`} · eingetragen {germanDateTime(enteredAt)}, {enteredByName}
        </Text>
        {withdrawn && last && <Text size="xs" fw={600}>Zurückgenommen {germanDateTime(last.at)}, {last.byName}: {last.reason}</Text>}
        {corrections.length > 0 && (
          <Button size="compact-xs" variant="subtle" mt={2} aria-expanded={opened} leftSection={<IconHistory size={14} aria-hidden />} onClick={() => setOpened(!opened)}>
            {corrections.length === 1 ? 'Frühere Fassung' : `${corrections.length} frühere Fassungen`}
          </Button>
        )}
        {opened && (
          <ul className={classes.former} aria-label="Frühere Fassungen, die erste zuerst">
            {corrections.map((correction) => (
              <li key={correction.id}>
                <Text size="xs" c="dimmed">bis {germanDateTime(correction.at)}, {correction.byName} · Grund: {correction.reason}</Text>
                <Text size="sm">{germanDate(correction.former.on)}{correction.former.at === '' ? '' : `, ${correction.former.at}`} · {certainties[correction.former.certainty]}</Text>
                <Text size="sm" className={classes.text}><Personal>{correction.former.text}</Personal></Text>
              </li>
            ))}
          </ul>
        )}
      </div>
      {!withdrawn && (
        <Menu position="bottom-end">
          <Menu.Target><ActionIcon variant="subtle" aria-label={`Eintrag vom ${germanDate(on)} ändern`}><IconDots size={17} aria-hidden /></ActionIcon></Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={onCorrect}>Berichtigen …</Menu.Item>
            <Menu.Item leftSection={<IconStrikethrough size={16} aria-hidden />} onClick={onWithdraw}>Zurücknehmen …</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  )
}

/** A contact of the directory; one that is gone leaves no name here. */
function Contact({ id, after }: { id: string; after: string }) {
  const { data } = useQuery(api.directory.get.queryOptions({ input: { id }, retry: false }))
  const name = data && !data.trashed ? displayName(data) : ''
  return name === '' || name === after ? null : <Personal>{after === '' ? '' : ' · '}{name}</Personal>
}

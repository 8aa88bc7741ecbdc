import { ActionIcon, Button, Chip, Group, Progress, SegmentedControl, Text, Title, Tooltip } from '@mantine/core'
import { IconArrowsJoin, IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import { certainties, certaintyLabels } from '../../../shared/directory/duplicates/certainty.ts'
import type { PairCounts, PairGroup } from '../../../shared/directory/duplicates/contract.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { SplitView } from '../../ui/SplitView.tsx'
import { WorkArea } from '../../ui/WorkArea.tsx'
import { DirectoryAside } from '../DirectoryAside.tsx'
import { Decided } from './Decided.tsx'
import classes from './Duplicates.module.css'
import { PairTable } from './PairTable.tsx'
import { PairView } from './PairView.tsx'
import { useDuplicates, type Duplicates } from './useDuplicates.ts'

type View = 'open' | 'later' | 'decided'
type Wanted = Exclude<PairGroup, 'later'>

const number = new Intl.NumberFormat('de-DE')

/** „Dubletten": pairs of contacts that may be one, the surest first; each is decided once, and every decision has a way back. */
export function DuplicatesScreen() {
  const [view, setView] = useState<View>('open')
  const [wanted, setWanted] = useState<Wanted>('open')
  const duplicates = useDuplicates(view === 'later' ? 'later' : wanted)
  const { counts, scan } = duplicates
  const show = (next: View): void => {
    setView(next)
    duplicates.open(null)
  }
  return (
    <WorkArea aside={<DirectoryAside />}>
      <div className={classes.list}>
        <div className={classes.head}>
          <Group justify="space-between" wrap="nowrap">
            <Title order={1} size="h2">Dubletten</Title>
            <Tooltip label="Ganzen Bestand neu durchsehen">
              <ActionIcon variant="default" size="lg" aria-label="Ganzen Bestand neu durchsehen" disabled={scan.progress !== null} onClick={() => void scan.run()}><IconRefresh size={18} aria-hidden /></ActionIcon>
            </Tooltip>
          </Group>
          <Group gap="md">
            <SegmentedControl
              aria-label="Was gezeigt wird"
              value={view}
              onChange={(value) => show(value as View)}
              data={[{ value: 'open', label: `Offen${counts ? ` (${number.format(openOf(counts))})` : ''}` }, { value: 'later', label: `Später${counts ? ` (${number.format(counts.later)})` : ''}` }, { value: 'decided', label: 'Entschieden' }]}
            />
            {view === 'open' && counts && openOf(counts) > 0 && (
              <Chip.Group value={wanted} onChange={(value) => setWanted(value as Wanted)}>
                <Group gap={6} role="group" aria-label="Gewissheit">
                  <Chip value="open" size="xs">alle</Chip>
                  {certainties.map((certainty) => <Chip key={certainty} value={certainty} size="xs">{certaintyLabels[certainty]} ({number.format(counts[certainty])})</Chip>)}
                </Group>
              </Chip.Group>
            )}
          </Group>
          {scan.progress && <ScanProgress progress={scan.progress} onStop={scan.stop} />}
        </div>
        {view === 'decided' ? <Decided /> : <Pairs duplicates={duplicates} view={view} />}
      </div>
    </WorkArea>
  )
}

function Pairs({ duplicates, view }: { duplicates: Duplicates; view: 'open' | 'later' }) {
  const { counts, rows, current, merging, scan } = duplicates
  if (rows.error) return <FailureAlert error={rows.error} />
  if (counts === null && scan.progress === null) {
    return (
      <EmptyState
        icon={IconArrowsJoin}
        title="Der Bestand wurde noch nicht durchgesehen"
        text="Ihr Bestand ist groß. Die Suche dauert einige Sekunden; Sie können weiterarbeiten und sie jederzeit anhalten."
        steps={<Button onClick={() => void scan.run()}>Bestand durchsehen</Button>}
      />
    )
  }
  if (rows.total === 0 && current === null && scan.progress === null) {
    return <EmptyState icon={IconArrowsJoin} title={view === 'later' ? 'Nichts zurückgestellt' : 'Keine offenen Paare'} text={view === 'later' ? 'Paare, die Sie auf später verschieben, stehen hier.' : 'Kontakte, die doppelt vorhanden sein könnten, stehen hier. Zusammengeführt wird nie von selbst.'} />
  }
  // Two contacts side by side need the whole width.
  if (merging && current !== null) return <div className={classes.merge}><PairView key={current} pair={current} duplicates={duplicates} /></div>
  return (
    <SplitView
      name="directory.duplicates"
      initial={560}
      smallest={300}
      recordSmallest={420}
      list={<PairTable duplicates={duplicates} />}
      record={current === null ? <p className={classes.hint}>Wählen Sie ein Paar aus der Liste.</p> : <PairView key={current} pair={current} duplicates={duplicates} />}
    />
  )
}

function ScanProgress({ progress: { done, total }, onStop }: { progress: { done: number, total: number }; onStop: () => void }) {
  // Reading and comparing each count once a contact.
  const contacts = total / 2
  return (
    <Group gap="md" wrap="nowrap">
      <Progress flex={1} size="lg" value={total === 0 ? 0 : (done / total) * 100} aria-label="Fortschritt der Suche" />
      <Text size="sm" role="status" className={classes.certainty}>{done <= contacts ? `${number.format(done)} von ${number.format(contacts)} gelesen` : `${number.format(done - contacts)} von ${number.format(contacts)} verglichen`}</Text>
      <Button variant="default" onClick={onStop}>Anhalten</Button>
    </Group>
  )
}

function openOf({ sure, likely, possible }: PairCounts): number {
  return sure + likely + possible
}

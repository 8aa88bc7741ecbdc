import { Badge, Button, Group, Menu, Paper, Text, Title } from '@mantine/core'
import { IconDots, IconHistory } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import type { Edition, Material } from '../../../shared/correspondence/material/model.ts'
import { flagsOf, type MovementKind } from '../../../shared/correspondence/material/stock.ts'
import { addMonths } from '../../../shared/correspondence/material/review.ts'
import { germanDate, isoDay } from '../../../shared/dates.ts'
import { office } from '../../app/office.ts'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { Papers } from '../papers/Papers.tsx'
import { EditionDialog } from './EditionDialog.tsx'
import { Flags } from './Flags.tsx'
import { languagesText } from './languages.ts'
import { MoveDialog } from './MoveDialog.tsx'

/** After a review an edition is looked at again in so many months. */
const reviewMonths = 12

/** One edition: how many there are, where they lie, and what can be done with them. */
export function EditionCard({ material, edition }: { material: Material; edition: Edition }): ReactNode {
  const [dialog, setDialog] = useState<MovementKind | 'change' | null>(null)
  const [papers, setPapers] = useState(false)
  const today = isoDay(new Date())
  const outdated = edition.outdatedOn !== null
  const attempt = async (work: (version: number) => Promise<{ change: string | null }>, notice: string): Promise<void> => {
    try {
      const { change } = await work((await office.correspondence.material.get({ id: material.id })).version)
      showUndoNotice(notice, 'office', change)
    } catch (error) {
      showFailure(error)
    }
  }
  const { id: materialId } = material
  const { languages, edition: name, issuedOn, format, shelf, minStock, reviewOn, note } = edition
  const next = addMonths(today, reviewMonths)
  const reviewed = (version: number) => office.correspondence.material.updateEdition({ id: materialId, version, editionId: edition.id, edition: { languages, edition: name, issuedOn, format, shelf, minStock, reviewOn: next, note } })
  const facts = [edition.edition, issuedOn === null ? '' : `Stand ${germanDate(issuedOn)}`, format, shelf === '' ? '' : `Platz: ${shelf}`, minStock === 0 ? '' : `mindestens ${minStock}`, reviewOn === null ? '' : `prüfen bis ${germanDate(reviewOn)}`]
  const label = `Ausgabe ${languagesText(languages)}${name === '' ? '' : `, ${name}`}`
  return (
    <Paper withBorder p="sm" component="article" aria-label={label}>
      <Group justify="space-between" gap="xs">
        <Title order={4} size="h5" td={outdated ? 'line-through' : undefined}>{languagesText(languages)}</Title>
        <Text fw={600} component="output" aria-label={`Bestand ${label}`}>{edition.balance.toLocaleString('de-DE')} Stück</Text>
      </Group>
      <Text size="sm" c="dimmed">{facts.filter(Boolean).join(' · ')}</Text>
      {note !== '' && <Text size="sm">{note}</Text>}
      <Group gap={4} my={4}>
        {outdated && <Badge variant="light" tt="none" color="gray" leftSection={<IconHistory size={12} aria-hidden />}>veraltet seit {germanDate(edition.outdatedOn ?? today)}{edition.outdatedNote === '' ? '' : `: ${edition.outdatedNote}`}</Badge>}
        <Flags flags={flagsOf([edition], today).filter((flag) => flag !== 'none-current')} />
      </Group>
      {edition.displayed.length > 0 && <Text size="sm">Ausgelegt: {edition.displayed.map(({ party, amount, since }) => `${party} (${amount}, seit ${germanDate(since)})`).join('; ')}</Text>}
      {!material.trashed && (
        <Group gap="xs" mt={6}>
          {!outdated && <Button size="compact-sm" onClick={() => setDialog('out')}>Ausgeben …</Button>}
          <Button size="compact-sm" variant="default" onClick={() => setDialog('in')}>Zugang …</Button>
          {!outdated && <Button size="compact-sm" variant="default" onClick={() => setDialog('display')}>Auslegen …</Button>}
          {!outdated && reviewOn !== null && reviewOn <= today && <Button size="compact-sm" variant="default" onClick={() => void attempt(reviewed, `Geprüft; wieder am ${germanDate(next)}.`)}>Geprüft</Button>}
          <Menu position="bottom-end">
            <Menu.Target><Button size="compact-sm" variant="default" px={8} aria-label={`Weiteres zu ${label}`}><IconDots size={16} aria-hidden /></Button></Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setDialog('count')}>Zählen …</Menu.Item>
              <Menu.Item onClick={() => setDialog('return')}>Auslage abräumen …</Menu.Item>
              <Menu.Item onClick={() => setDialog('discard')}>Aussondern …</Menu.Item>
              <Menu.Item onClick={() => setDialog('change')}>Angaben ändern …</Menu.Item>
              {outdated
                ? <Menu.Item onClick={() => void attempt((version) => office.correspondence.material.setOutdated({ id: materialId, version, editionId: edition.id, on: null, note: '' }), 'Ausgabe ist wieder gültig.')}>Wieder gültig</Menu.Item>
                : <Menu.Item onClick={() => void attempt((version) => office.correspondence.material.setOutdated({ id: materialId, version, editionId: edition.id, on: today, note: '' }), 'Als veraltet vermerkt; wird nicht mehr ausgegeben.')}>Veraltet</Menu.Item>}
            </Menu.Dropdown>
          </Menu>
          <Button size="compact-sm" variant="subtle" aria-expanded={papers} onClick={() => setPapers(!papers)}>{edition.papers === 0 ? 'Datei ablegen' : edition.papers === 1 ? '1 Datei' : `${edition.papers} Dateien`}</Button>
        </Group>
      )}
      {papers && <Papers owner={{ type: 'material-edition', id: edition.id }} readOnly={material.trashed} />}
      {dialog === 'change' && <EditionDialog material={material} edition={edition} onClose={() => setDialog(null)} />}
      {dialog !== null && dialog !== 'change' && <MoveDialog material={material} edition={edition} first={dialog} onClose={() => setDialog(null)} />}
    </Paper>
  )
}

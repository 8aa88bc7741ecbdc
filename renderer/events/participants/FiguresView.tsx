import { Button, Group, Text, Title } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { germanDate } from '../../../shared/dates.ts'
import { ageGroupLabel, languageLabel, needLabel, photoLabels, type PhotoAnswer } from '../../../shared/events/participants/catalogue.ts'
import { addedFigures, figuresOf } from '../../../shared/events/participants/figures.ts'
import type { OfficeEvent } from '../../../shared/events/model.ts'
import type { Figures, Roster } from '../../../shared/events/participants/model.ts'
import { office } from '../../app/office.ts'
import { useOfficeLand } from '../../app/useOfficeLand.ts'
import { ExportButton } from '../../ui/Export.tsx'
import { attempt } from '../../ui/attempt.ts'
import { CountList, Tile } from './CountList.tsx'
import { DeletionCard } from './DeletionCard.tsx'
import { needsSheetName, saveNeedsSheet } from './print/savePaper.ts'
import classes from './Participants.module.css'

/** „Zahlen und Löschung": what is counted, for the kitchen and for the report, and until when there are names behind it. */
export function FiguresView({ event, roster }: { event: OfficeEvent; roster: Roster }): ReactNode {
  const { participants, attendance } = roster
  const now = figuresOf(participants)
  const figures = attendance ? participants.length > 0 ? addedFigures(attendance.figures, now) : attendance.figures : now
  return (
    <div className={classes.page}>
      <FigureTiles figures={figures} capacity={roster.capacity} />
      {attendance && <Text size="sm" c="dimmed">Die Namen wurden am {germanDate(attendance.deletedOn)} von {attendance.deletedBy} gelöscht; geblieben sind die Zahlen.</Text>}
      <VisitorsProposal event={event} present={figures.present} />
      {figures.needs.length + figures.languages.length > 0 && (
        <section className={classes.card} aria-label="Bedarf">
          <Group justify="space-between" gap="xs">
            <Title order={3} size="h5">Bedarf, ohne Namen</Title>
            {participants.length > 0 && (
              <Group gap={6}>
                <ExportButton format="pdf" size="compact-sm" variant="default" onClick={() => void saveNeedsSheet(event.id, 'caterer', 'pdf')}>{needsSheetName.caterer} (PDF)</ExportButton>
                <ExportButton format="xlsx" size="compact-sm" variant="default" onClick={() => void saveNeedsSheet(event.id, 'caterer', 'xlsx')}>Excel</ExportButton>
                <ExportButton format="pdf" size="compact-sm" variant="default" onClick={() => void saveNeedsSheet(event.id, 'all', 'pdf')}>{needsSheetName.all} (PDF)</ExportButton>
              </Group>
            )}
          </Group>
          <div className={classes.tables}>
            <CountList title="Gebraucht wird" counts={figures.needs} label={needLabel} />
            <CountList title="Sprachen" counts={figures.languages} label={languageLabel} />
            <CountList title="Altersgruppen" counts={figures.ageGroups} label={ageGroupLabel} />
            <CountList title="Fotos" counts={figures.photo} label={(code) => photoLabels[code as PhotoAnswer] ?? code} />
          </div>
        </section>
      )}
      <DeletionCard event={event} roster={roster} />
    </div>
  )
}

function FigureTiles({ figures, capacity }: { figures: Figures; capacity: number | null }): ReactNode {
  return (
    <dl className={classes.tiles} aria-label="Zahlen">
      <Tile label="Angemeldete Personen" value={figures.persons} of={capacity} />
      <Tile label="Da" value={figures.present} />
      {figures.noShows !== null && <Tile label="Nicht gekommen" value={figures.noShows} />}
      <Tile label="Vor Ort dazugekommen" value={figures.walkIns} />
      <Tile label="Warteliste" value={figures.waiting} />
      <Tile label="Abgesagt" value={figures.cancelled} />
    </dl>
  )
}

/** Whoever was checked in was counted: that is proposed as the number of visitors. */
export function VisitorsProposal({ event, present }: { event: OfficeEvent; present: number }): ReactNode {
  const land = useOfficeLand()
  if (present === 0 || event.trashed || (event.visitors === present && event.visitorsCounted)) return null
  const take = (): void => void attempt(async () => {
    const { version } = await office.events.get({ id: event.id })
    return office.events.update({ id: event.id, version, fields: { visitors: present, visitorsCounted: true }, land })
  }, `${present.toLocaleString('de-DE')} Besucherinnen und Besucher übernommen.`)
  return (
    <Group gap="xs">
      <Button size="compact-md" variant="default" leftSection={<IconUsers size={16} aria-hidden />} onClick={take}>{present.toLocaleString('de-DE')} als Besucherzahl übernehmen</Button>
      <Text size="sm" c="dimmed">{event.visitors === null ? 'In den Angaben steht noch keine.' : `In den Angaben ${event.visitors.toLocaleString('de-DE')}${event.visitorsCounted ? ', gezählt' : ', geschätzt'}.`}</Text>
    </Group>
  )
}

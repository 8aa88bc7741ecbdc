import { Badge, Button, Checkbox, Menu, Select, Text } from '@mantine/core'
import { IconAlarm, IconArrowBackUp, IconBan, IconCheck, IconChevronDown, IconCircleDashed, IconFileImport, IconMail, IconMailForward, IconUserPlus, IconUserX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { germanDate, isoDay } from '../../../../shared/dates.ts'
import type { Series } from '../../../../shared/events/model.ts'
import { awaitedStates, partnerStateLabels, partnerStates, type PartnerState, type SeriesLetter, type SeriesPartner } from '../../../../shared/events/series/model.ts'
import { daysBetween } from '../../../../shared/holidays/days.ts'
import { api, desktop, office } from '../../../app/office.ts'
import { openRecord } from '../../../app/openRecord.ts'
import { ExportItem } from '../../../ui/Export.tsx'
import { FailureAlert } from '../../../ui/FailureAlert.tsx'
import { showFailure, showNotice } from '../../../ui/notices.tsx'
import { Personal } from '../../../ui/Personal.tsx'
import plain from '../../../ui/PlainTable.module.css'
import { attempt } from '../../../ui/attempt.ts'
import classes from '../../Events.module.css'
import { ReadEntries } from '../entries/ReadEntries.tsx'
import parts from '../Series.module.css'
import { AddPartners } from './AddPartners.tsx'
import { ChaseDialog } from './ChaseDialog.tsx'
import { LetterDialog } from './LetterDialog.tsx'
import { PartnerDialog } from './PartnerDialog.tsx'

const looks: Readonly<Record<PartnerState, { icon: typeof IconMail; color: string }>> = {
  noted: { icon: IconCircleDashed, color: 'gray' }, invited: { icon: IconMail, color: 'petrol' }, reminded: { icon: IconAlarm, color: 'amber' }, answered: { icon: IconCheck, color: 'petrol' },
  nothing: { icon: IconBan, color: 'gray' }, declined: { icon: IconUserX, color: 'red' },
}
const filters = ['all', 'awaited', ...partnerStates] as const
type Filter = (typeof filters)[number]
const filterLabels: Readonly<Record<Filter, string>> = { all: 'Alle', awaited: 'Antwort steht aus', ...partnerStateLabels }

/** „Aufruf": who is asked, who has answered, letters and forms out, answers in. */
export function SeriesCall({ series }: { series: Series }): ReactNode {
  const { id, trashed } = series
  const { data: partners = [], error } = useQuery(api.events.programme.partners.list.queryOptions({ input: { seriesId: id } }))
  const [filter, setFilter] = useState<Filter>('all')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [open, setOpen] = useState<'add' | 'chase' | SeriesLetter | 'reading' | SeriesPartner | null>(null)
  if (error) return <FailureAlert error={error} />
  if (open === 'reading') return <ReadEntries series={series} partners={partners} onClose={() => setOpen(null)} />
  const inState = (...states: readonly PartnerState[]): SeriesPartner[] => partners.filter(({ state }) => states.includes(state))
  const shown = partners.filter(({ state }) => filter === 'all' || (filter === 'awaited' ? awaitedStates.includes(state) : state === filter))
  const selected = shown.filter((partner) => chosen.includes(partner.id))
  const toWrite: Record<SeriesLetter, SeriesPartner[]> = {
    call: selected.length > 0 ? selected : inState('noted'), reminder: inState(...awaitedStates), thanks: partners.filter(({ events, state }) => events > 0 || state === 'answered'),
  }
  const setState = (state: PartnerState): void => void attempt(() => office.events.programme.partners.setState({ seriesId: id, ids: selected.map((partner) => partner.id), state }), `Stand: ${partnerStateLabels[state]}.`).then((done) => done && setChosen([]))
  const saveForms = async (): Promise<void> => {
    const those = selected.length > 0 ? selected : partners
    try {
      const target = await desktop.chooseTargetFolder()
      if (!target) return
      const { files } = await office.events.programme.saveForms({ seriesId: id, partnerIds: those.map((partner) => partner.id), forms: ['xlsx', 'docx'], grant: target.grant })
      showNotice(`${files} Formulare liegen im Ordner „${target.name}“.`)
    } catch (failure) {
      showFailure(failure)
    }
  }
  const noted = partners.some(({ note }) => note !== '')
  const left = series.entriesUntil === null ? null : daysBetween(isoDay(new Date()), series.entriesUntil)
  return (
    <div className={classes.page}>
      <div className={parts.counts}>
        <span><strong>{partners.length}</strong> Partner</span>
        <span><strong>{inState('answered', 'nothing', 'declined').length}</strong> haben geantwortet</span>
        <span><strong>{inState(...awaitedStates).length}</strong> stehen aus</span>
        {series.entriesUntil !== null && <span>Beiträge bis <strong>{germanDate(series.entriesUntil)}</strong>{left === null ? '' : left < 0 ? ' (vorbei)' : left === 0 ? ' (heute)' : ` (noch ${left} ${left === 1 ? 'Tag' : 'Tage'})`}</span>}
      </div>
      {!trashed && (
        <div className={parts.tools}>
          <Button leftSection={<IconFileImport size={17} aria-hidden />} disabled={partners.length === 0} onClick={() => setOpen('reading')}>Antworten einlesen</Button>
          <Button variant="default" leftSection={<IconUserPlus size={17} aria-hidden />} onClick={() => setOpen('add')}>Partner hinzufügen</Button>
          <Menu>
            <Menu.Target><Button variant="default" leftSection={<IconMailForward size={17} aria-hidden />} rightSection={<IconChevronDown size={15} aria-hidden />} disabled={partners.length === 0}>Schreiben</Button></Menu.Target>
            <Menu.Dropdown>
              <Menu.Item disabled={toWrite.call.length === 0} onClick={() => setOpen('call')}>{`Aufruf an ${toWrite.call.length} ${selected.length > 0 ? 'Ausgewählte' : 'Vorgemerkte'} …`}</Menu.Item>
              <Menu.Item disabled={toWrite.reminder.length === 0} onClick={() => setOpen('reminder')}>{`Erinnerung an ${toWrite.reminder.length}, die nicht geantwortet haben …`}</Menu.Item>
              <Menu.Item disabled={toWrite.thanks.length === 0} onClick={() => setOpen('thanks')}>{`Dank an ${toWrite.thanks.length} mit Beiträgen …`}</Menu.Item>
              <Menu.Item onClick={() => setOpen('chase')}>Nachfragen per E-Mail: Antworten und Lücken …</Menu.Item>
              <Menu.Divider />
              <ExportItem format={['xlsx', 'docx']} onClick={() => void saveForms()}>{`Nur die Formulare speichern (${selected.length > 0 ? selected.length : partners.length}) …`}</ExportItem>
            </Menu.Dropdown>
          </Menu>
          <Select w={190} aria-label="Partner eingrenzen" allowDeselect={false} data={filters.map((value) => ({ value, label: filterLabels[value] }))} value={filter} onChange={(value) => { if (value) setFilter(value as Filter); setChosen([]) }} />
          {selected.length > 0 && (
            <Menu>
              <Menu.Target><Button variant="default" rightSection={<IconChevronDown size={15} aria-hidden />} leftSection={<IconArrowBackUp size={17} aria-hidden />}>{`Stand von ${selected.length} ändern`}</Button></Menu.Target>
              <Menu.Dropdown>{partnerStates.map((state) => <Menu.Item key={state} onClick={() => setState(state)}>{partnerStateLabels[state]}</Menu.Item>)}</Menu.Dropdown>
            </Menu>
          )}
        </div>
      )}
      {partners.length === 0 ? <Text size="sm" c="dimmed">Noch niemand. „Partner hinzufügen“ nimmt Kontakte oder einen ganzen Verteiler; dann geht der Aufruf mit einem Formular für jeden hinaus, und die ausgefüllten Formulare werden hier wieder eingelesen.</Text> : (
        // Wide on narrow windows: so that it scrolls by keyboard, too.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className={plain.tableFrame} role="region" aria-label="Partner" tabIndex={0}>
          <table className={plain.table}>
            <thead>
              <tr>
                <th scope="col"><Checkbox aria-label="Alle auswählen" disabled={trashed} checked={shown.length > 0 && selected.length === shown.length} indeterminate={selected.length > 0 && selected.length < shown.length} onChange={({ currentTarget }) => setChosen(currentTarget.checked ? shown.map((partner) => partner.id) : [])} /></th>
                <th scope="col">Partner</th><th scope="col">Stand</th><th scope="col">Beiträge</th>{noted && <th scope="col">Vermerk</th>}
              </tr>
            </thead>
            <tbody>
              {shown.map((partner) => (
                <tr key={partner.id} data-chosen={chosen.includes(partner.id) || undefined}>
                  <td><Checkbox aria-label={`${partner.name} auswählen`} disabled={trashed} checked={chosen.includes(partner.id)} onChange={({ currentTarget }) => setChosen(currentTarget.checked ? [...chosen, partner.id] : chosen.filter((each) => each !== partner.id))} /></td>
                  <th scope="row">
                    <Personal><button type="button" className={classes.link} onClick={() => setOpen(partner)}>{partner.name}</button></Personal>
                    {partner.contactId === null && <Text size="xs" c="dimmed" fw={400}>kein Kontakt</Text>}
                  </th>
                  <td className={parts.state}><StateBadge state={partner.state} /><Text size="xs" c="dimmed">{since(partner)}</Text></td>
                  <td>{partner.events === 0 ? '–' : partner.events}</td>
                  {noted && <td>{partner.note}</td>}
                </tr>
              ))}
            </tbody>
          </table>
          {shown.length === 0 && <Text size="sm" c="dimmed" p="sm">Niemand in diesem Stand.</Text>}
        </div>
      )}
      {open === 'chase' && <ChaseDialog seriesId={id} onClose={() => setOpen(null)} />}
      {open === 'add' && <AddPartners seriesId={id} onClose={() => setOpen(null)} />}
      {(open === 'call' || open === 'reminder' || open === 'thanks') && <LetterDialog seriesId={id} letter={open} partners={toWrite[open]} onClose={() => setOpen(null)} onPrepared={(runId) => openRecord({ type: 'serial-run', id: runId })} />}
      {open !== null && typeof open === 'object' && <PartnerDialog seriesId={id} partner={open} readOnly={trashed} onClose={() => setOpen(null)} />}
    </div>
  )
}

function StateBadge({ state }: { state: PartnerState }): ReactNode {
  const { icon: Sign, color } = looks[state]
  return <Badge variant="light" color={color} leftSection={<Sign size={13} aria-hidden />}>{partnerStateLabels[state]}</Badge>
}

function since({ state, invitedOn, remindedOn, answeredOn }: SeriesPartner): string {
  const day = state === 'invited' ? invitedOn : state === 'reminded' ? remindedOn : answeredOn
  return day === null ? '' : `am ${germanDate(day)}`
}

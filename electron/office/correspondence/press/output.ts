import type { PressFigures, Period } from '../../../../shared/correspondence/press/model.ts'
import { pressLabel } from '../../../../shared/correspondence/press/catalogue.ts'
import { fieldLabel } from '../../../../shared/correspondence/statements/catalogue.ts'
import { germanDate, isoDay } from '../../../../shared/dates.ts'
import { groupBy } from '../../../../shared/group-by.ts'
import { flowPdf, type FlowBlock } from '../../documents/pdf-flow.ts'
import type { FileGrants } from '../../file-grants.ts'
import type { OfficeDesk } from '../../session.ts'
import { getLetterhead } from '../../settings/service.ts'
import { writeTable } from '../table-file.ts'
import { clippingsOf } from './clippings-repository.ts'
import { flowDocx } from '../../documents/flow-docx.ts'

type Entry = Awaited<ReturnType<typeof clippingsOf>>[number]
const notSaid = 'ohne Angabe'
const monthNames = ['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember']

/** How much appeared in a period, by medium, topic, tone and month, and how many releases there were. */
export async function pressFigures(desk: OfficeDesk, period: Period): Promise<PressFigures> {
  const clippings = await clippingsOf(desk.database.read, period)
  const releases = (await desk.database.read.selectFrom('press_release').innerJoin('letter', 'letter.id', 'press_release.letter_id').select(['letter_date', 'sent_on', 'state'])
    .where('press_release.deleted_at', 'is', null).execute()).filter(({ letter_date, sent_on }) => within(sent_on ?? letter_date, period))
  const months = groupBy(clippings, ({ on }) => on.slice(0, 7))
  return {
    releases: releases.length, sent: releases.filter(({ state }) => state === 'sent').length, clippings: clippings.length, withRelease: clippings.filter(({ releaseId }) => releaseId !== null).length,
    byMedium: tally(clippings, ({ mediumName }) => mediumName), byTopic: tally(clippings, ({ topic }) => fieldLabel(topic) || notSaid), byTone: tally(clippings, ({ tone }) => pressLabel('tones', tone) || notSaid),
    byMonth: [...months.keys()].toSorted().map((month) => ({ label: monthText(month), count: months.get(month)?.length ?? 0 })), months: [...months.keys()].toSorted(),
  }
}

/** Writes the press review of a period: figures, then what appeared, by month. @throws OfficeError `forbidden`, `disk-full`, `read-only` */
export async function saveReview(desk: OfficeDesk, grants: FileGrants, { format, grant, ...period }: Period & { format: 'pdf' | 'docx' | 'xlsx'; grant: string }): Promise<void> {
  const clippings = await clippingsOf(desk.database.read, period)
  if (format === 'xlsx') {
    await writeTable(grants, grant, 'xlsx', {
      title: 'Pressespiegel', remarks: [], headings: ['Datum', 'Medium', 'Überschrift', 'Autorin oder Autor', 'Fundstelle', 'Thema', 'Tonlage', 'Zusammenfassung', 'Link'],
      rows: clippings.map((each) => [germanDate(each.on), each.mediumName, each.title, each.authorName, each.place, fieldLabel(each.topic), pressLabel('tones', each.tone), each.summary, each.link]),
    })
    return
  }
  const { letterhead } = await getLetterhead(desk)
  const title = `Pressespiegel ${periodText(period)}`
  const blocks = reviewBlocks(title, [letterhead.officeName, letterhead.department].filter(Boolean).join(', '), clippings, await pressFigures(desk, period))
  grants.write(grant, format === 'pdf' ? await flowPdf({ title }, blocks) : await flowDocx(title, letterhead, blocks))
}

function reviewBlocks(title: string, office: string, clippings: readonly Entry[], figures: PressFigures): FlowBlock[] {
  const line = (counts: PressFigures['byMedium']): string => counts.map(({ label, count }) => `${label} ${count}`).join(', ')
  return [
    { kind: 'title', text: title }, { kind: 'small', text: [office, `Stand ${germanDate(isoDay(new Date()))}`].filter(Boolean).join(' · ') },
    ...(clippings.length === 0 ? [{ kind: 'paragraph' as const, text: 'In diesem Zeitraum ist kein Bericht eingetragen.' }] : [
      { kind: 'facts' as const, rows: [
        ['Berichte', `${figures.clippings}, davon ${figures.withRelease} zu eigenen Pressemitteilungen`], ['Eigene Mitteilungen', `${figures.releases}, davon ${figures.sent} versandt`],
        ['Nach Medium', line(figures.byMedium)], ['Nach Thema', line(figures.byTopic)], ['Nach Tonlage', line(figures.byTone)],
      ] as const },
    ]),
    ...[...groupBy(clippings, ({ on }) => on.slice(0, 7))].flatMap(([month, entries]): FlowBlock[] => [
      { kind: 'heading', text: monthText(month) },
      ...entries.flatMap((each): FlowBlock[] => [
        { kind: 'subheading', text: each.title },
        { kind: 'small', text: [germanDate(each.on), each.mediumName, each.authorName, each.place, fieldLabel(each.topic), pressLabel('tones', each.tone)].filter(Boolean).join(' · ') },
        ...(each.summary === '' ? [] : [{ kind: 'paragraph' as const, text: each.summary }]), ...(each.link === '' ? [] : [{ kind: 'small' as const, text: each.link }]),
      ]),
    ]),
  ]
}

function tally(clippings: readonly Entry[], labelOf: (entry: Entry) => string): { label: string; count: number }[] {
  return [...groupBy(clippings, labelOf)].map(([label, entries]) => ({ label, count: entries.length })).toSorted((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'de'))
}

function within(day: string, { from, to }: Period): boolean {
  return (from === null || day >= from) && (to === null || day <= to)
}

function periodText({ from, to }: Period): string {
  if (from !== null && to !== null) return `${germanDate(from)} bis ${germanDate(to)}`
  return from !== null ? `ab ${germanDate(from)}` : to !== null ? `bis ${germanDate(to)}` : 'aller Jahre'
}

function monthText(month: string): string {
  return `${monthNames[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`
}

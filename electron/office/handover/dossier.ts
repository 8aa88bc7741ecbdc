import { germanDate } from '../../../shared/dates.ts'
import { handoverChecklist } from '../../../shared/handover/checklist.ts'
import type { HandoverItem, HandoverPlan, LeftWork } from '../../../shared/handover/contract.ts'
import { historySources } from '../contact-history.ts'
import { flowDocx } from '../documents/flow-docx.ts'
import { flowPdf, type FlowBlock } from '../documents/pdf-flow.ts'
import type { FileGrants } from '../file-grants.ts'
import type { OfficeDesk } from '../session.ts'
import { leftWork, officeLetterhead } from './service.ts'

/** Of each contact so many dealings are told. */
const dealingsTold = 3
const longestText = 300

/** Writes the office part of the dossier. @throws OfficeError `forbidden` and as the grant */
export async function saveDossier(desk: OfficeDesk, grants: FileGrants, { plan, format, grant }: { plan: HandoverPlan; format: 'pdf' | 'docx'; grant: string }): Promise<void> {
  const work = await leftWork(desk, plan.leaverId)
  const letterhead = await officeLetterhead(desk)
  const title = 'Übergabe: Büro'
  const blocks = await dossierBlocks(desk, plan, work, letterhead.officeName)
  grants.write(grant, format === 'pdf' ? await flowPdf({ title }, blocks) : await flowDocx(title, letterhead, blocks))
}

async function dossierBlocks(desk: OfficeDesk, plan: HandoverPlan, work: LeftWork, officeName: string): Promise<FlowBlock[]> {
  const chosen = (kind: keyof LeftWork): HandoverItem[] => work[kind].filter(({ id }) => plan[kind].includes(id))
  return [
    { kind: 'title', text: 'Übergabe: Büro' },
    { kind: 'facts', rows: [['Dienststelle', officeName || 'Integrationsbüro'], ['Übergibt', plan.leaverName], ['Übernimmt', plan.successorName], ['Zum', germanDate(plan.on)]] },
    { kind: 'box', text: 'Teil 1 von 2. Die Beratung steht in einem eigenen, verschlossenen Teil, den nur öffnet, wer die Beratung führt.' },
    ...plan.introduction ? [{ kind: 'heading' as const, text: 'Zum Einstieg' }, ...paragraphs(plan.introduction)] : [],
    ...list('Fristen und Aufgaben', chosen('tasks'), 'Keine offenen Aufgaben.'),
    ...list('Laufende Stellungnahmen', chosen('statements'), 'Keine laufenden Stellungnahmen.'),
    ...list('Veranstaltungen in Planung', chosen('events'), 'Keine Veranstaltungen in Planung.'),
    ...list('Reihen', chosen('series'), 'Keine Reihen.'),
    ...await people(desk, 'Gremien und Netzwerke', chosen('bodies'), plan.notes),
    ...await people(desk, 'Kontakte', chosen('contacts'), plan.notes),
    { kind: 'page' },
    { kind: 'title', text: 'Übergabegespräch' },
    { kind: 'paragraph', text: 'Was besprochen ist, wird abgehakt. Beide unterschreiben.' },
    ...handoverChecklist.flatMap(({ label, items }): FlowBlock[] => [
      { kind: 'heading', text: label },
      ...items.map((item): FlowBlock => ({ kind: 'paragraph', text: `[${plan.ticked.includes(item.code) ? 'x' : '  '}]  ${item.label}` })),
    ]),
    { kind: 'paragraph', text: ' ' },
    { kind: 'paragraph', text: `Datum: ______________   ${plan.leaverName}: ______________________________` },
    { kind: 'paragraph', text: `Datum: ______________   ${plan.successorName}: ______________________________` },
  ]
}

function list(heading: string, items: readonly HandoverItem[], none: string): FlowBlock[] {
  return [
    { kind: 'heading', text: heading },
    ...items.length === 0 ? [{ kind: 'paragraph' as const, text: none }] : items.map(({ title, on, note }): FlowBlock => ({
      kind: 'bullet', text: [on === null ? 'ohne Termin' : germanDate(on), title, note].filter(Boolean).join(' · '),
    })),
  ]
}

/** Contacts with what to know of them and what was last. */
async function people(desk: OfficeDesk, heading: string, items: readonly HandoverItem[], notes: HandoverPlan['notes']): Promise<FlowBlock[]> {
  if (items.length === 0) return []
  const blocks: FlowBlock[] = [{ kind: 'heading', text: heading }]
  for (const { id, title, note } of items) {
    blocks.push({ kind: 'subheading', text: title })
    const words = notes[id]
    if (words) blocks.push(...paragraphs(words))
    const dealings = (await Promise.all(historySources.map((source) => source.read(desk, [id], dealingsTold)))).flat()
      .sort((a, b) => b.day.localeCompare(a.day)).slice(0, dealingsTold)
    if (dealings.length === 0 && !words) blocks.push({ kind: 'paragraph', text: note || 'Noch keine Gespräche verzeichnet.' })
    for (const { day, title: what, text } of dealings) blocks.push({ kind: 'bullet', text: [germanDate(day), what, shortened(text)].filter(Boolean).join(' · ') })
  }
  return blocks
}

function paragraphs(text: string): FlowBlock[] {
  return text.split(/\n+/u).filter((line) => line.trim() !== '').map((line) => ({ kind: 'paragraph', text: line }))
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim()
  return line.length > longestText ? `${line.slice(0, longestText).trimEnd()} …` : line
}

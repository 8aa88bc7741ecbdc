import { labelOf, topicLabel } from '../../../../shared/counselling/catalogues.ts'
import type { CasePlan, LeftCase } from '../../../../shared/counselling/handover/contract.ts'
import { germanDate, isoDay } from '../../../../shared/dates.ts'
import type { Letterhead } from '../../../../shared/settings/letterhead.ts'
import { flowDocx } from '../../documents/flow-docx.ts'
import { flowPdf, type FlowBlock } from '../../documents/pdf-flow.ts'
import type { FileGrants } from '../../file-grants.ts'
import type { CounsellingDesk } from '../../session.ts'
import { expectHardToGuess, sealedFile } from '../../transfer/service.ts'
import { findOpen } from '../deadlines/service.ts'
import { leftCases } from './service.ts'

const consultationsTold = 5

interface Paper {
  plan: CasePlan
  what: 'dossier' | 'ask'
  format: 'pdf' | 'docx'
  grant: string
  passphrase: string | null
}

/**
 * Writes the part of the counselling, or the list of whom to ask. Without consent a case stands in the dossier as a number alone, and the
 * days of its deadlines, which go on whoever leads it.
 * @throws OfficeError `forbidden`, `invalid` for a passphrase that is too easy to guess, and as the grant
 */
export async function saveCasePaper(desk: CounsellingDesk, grants: FileGrants, letterhead: Letterhead, { plan, what, format, grant, passphrase }: Paper): Promise<void> {
  const cases = await leftCases(desk, plan.leaverId, plan.successorName)
  await expectHardToGuess(passphrase, [plan.leaverName, plan.successorName])
  const title = what === 'dossier' ? 'Übergabe: Beratung' : 'Übergabe: noch zu fragen'
  const blocks = what === 'dossier' ? await dossierBlocks(desk, plan, cases, letterhead.officeName) : askBlocks(plan, cases, letterhead.officeName)
  const paper = format === 'pdf' ? await flowPdf({ title }, blocks) : await flowDocx(title, letterhead, blocks)
  grants.write(grant, passphrase === null ? paper : await sealedFile(`Uebergabe-Beratung.${format}`, paper, passphrase))
}

async function dossierBlocks(desk: CounsellingDesk, plan: CasePlan, cases: readonly LeftCase[], officeName: string): Promise<FlowBlock[]> {
  const given = cases.filter(({ consent }) => consent === 'given')
  const kept = cases.filter(({ consent }) => consent !== 'given')
  const deadlines = await findOpen(desk, 'all')
  const keptDays = deadlines.filter(({ caseId }) => kept.some(({ id }) => id === caseId)).map(({ dueOn }) => dueOn).sort()
  const blocks: FlowBlock[] = [
    { kind: 'title', text: 'Übergabe: Beratung' },
    ...head(plan, officeName),
    { kind: 'box', text: 'Teil 2 von 2. Verschlossen zu übergeben, persönlich. Unterliegt der Schweigepflicht (§ 203 StGB). Nur für die Person, die die Beratung weiterführt.' },
    { kind: 'paragraph', text: `Mit Einwilligung werden ${given.length === 1 ? '1 Fall' : `${given.length} Fälle`} übergeben. Notizen aus Gesprächen stehen nicht in diesem Papier; sie liegen verschlüsselt im Fall.` },
  ]
  for (const found of given) {
    blocks.push({ kind: 'heading', text: `${found.number} · ${found.alias}` })
    const words = plan.notes[found.id]
    blocks.push({ kind: 'facts', rows: [
      ['Seit', germanDate(found.openedOn)],
      ['Zuletzt', found.lastContact === '' ? 'noch kein Gespräch' : `${germanDate(found.lastContact)}, ${topicLabel(found.lastTopic)}`],
      ...words ? [['Zu wissen', words] as const] : [],
    ] })
    for (const deadline of deadlines.filter(({ caseId }) => caseId === found.id)) {
      blocks.push({ kind: 'bullet', text: `Frist ${germanDate(deadline.dueOn)}: ${deadline.title}${deadline.task ? ` · ${deadline.task}` : ''} (${deadline.number})` })
    }
    blocks.push(...await lastConsultations(desk, found.id))
  }
  blocks.push(
    { kind: 'heading', text: 'Ohne Einwilligung: nicht übergeben' },
    { kind: 'paragraph', text: kept.length === 0 ? 'Keine.' : `${kept.length === 1 ? '1 weiterer Fall' : `${kept.length} weitere Fälle`}. Nummern und Namen werden nicht genannt.` },
    ...keptDays.length === 0 ? [] : [{ kind: 'box' as const, text: `In diesen Fällen laufen Fristen am ${[...new Set(keptDays)].map(germanDate).join(', ')}. Wer sie wahrt, ist im Übergabegespräch festzulegen.` }],
    { kind: 'paragraph', text: 'Übergeben: ______________________________   Übernommen: ______________________________' },
  )
  return blocks
}

async function lastConsultations(desk: CounsellingDesk, caseId: string): Promise<FlowBlock[]> {
  const rows = await desk.database.read.selectFrom('consultation').select(['held_on', 'topic', 'result']).where('case_id', '=', caseId).where('deleted_at', 'is', null)
    .orderBy('held_on', 'desc').orderBy('id', 'desc').limit(consultationsTold).execute()
  return rows.map(({ held_on, topic, result }) => ({ kind: 'bullet', text: `Gespräch ${germanDate(held_on)}: ${topicLabel(topic)}, ${labelOf('results', result)}` }))
}

const consentWords = { none: 'noch nicht gefragt', prepared: 'Entbindung vorbereitet, Unterschrift fehlt', ended: 'widerrufen oder abgelaufen', restricted: 'Verarbeitung eingeschränkt (Art. 18 DSGVO), wird nicht übergeben', given: 'erteilt' } as const

/** For the leaver alone: whom to ask before the day. */
function askBlocks(plan: CasePlan, cases: readonly LeftCase[], officeName: string): FlowBlock[] {
  const open = cases.filter(({ consent }) => consent !== 'given')
  return [
    { kind: 'title', text: 'Übergabe: noch zu fragen' },
    ...head(plan, officeName),
    { kind: 'box', text: 'Nur für die ausscheidende Person. Nach dem Wechsel vernichten.' },
    { kind: 'paragraph', text: `Zu fragen ist: Darf ${plan.successorName} die Beratung weiterführen und dafür alles erfahren, was nötig ist? Wer ablehnt, behält das Recht auf Beratung; die Akte bleibt verschlossen. Die Einwilligung ist freiwillig und jederzeit widerruflich; sie wird im Fall unter „Entbindungen“ festgehalten.` },
    ...open.length === 0 ? [{ kind: 'paragraph' as const, text: 'Alle Ratsuchenden haben eingewilligt.' }] : open.map(({ number, alias, nextDeadline, consent }): FlowBlock => ({
      kind: 'paragraph', text: `[  ]  ${number} · ${alias}: ${consentWords[consent]}${nextDeadline === null ? '' : ` · nächste Frist ${germanDate(nextDeadline)}`}`,
    })),
  ]
}

function head({ leaverName, successorName, on }: CasePlan, officeName: string): FlowBlock[] {
  return [{ kind: 'facts', rows: [['Dienststelle', officeName || 'Integrationsbüro'], ['Übergibt', leaverName], ['Übernimmt', successorName], ['Zum', germanDate(on)], ['Stand', germanDate(isoDay(new Date()))]] }]
}

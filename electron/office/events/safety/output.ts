import { Paragraph, type FileChild } from 'docx'
import type { OfficeEvent } from '../../../../shared/events/model.ts'
import { emergencyNumbers, exclusionClause, impactLabels, likelihoodLabels, safetyFactLabels, safetyFacts } from '../../../../shared/events/safety/catalogue.ts'
import { byWeight, riskWeight, type Safety } from '../../../../shared/events/safety/model.ts'
import { bullet, heading, missing, paragraph, plainDocument, table, title } from '../../documents/docx-parts.ts'
import { textRuns } from '../../documents/docx-text.ts'
import type { FileGrants } from '../../file-grants.ts'
import type { OfficeDesk } from '../../session.ts'
import { getLetterhead } from '../../settings/service.ts'
import { getEvent } from '../service.ts'
import { whenText } from '../when-where.ts'
import { emergencyPdf, type EmergencySheet } from './sheet-pdf.ts'
import { safetyPart } from './service.ts'

const call = 'Beim Notruf: Wo ist es? Was ist geschehen? Wie viele sind betroffen? Wer ruft an? Warten, bis die Leitstelle das Gespräch beendet.'

/** Writes the sheet to pin up, or the document with all risks. @throws OfficeError `not-found`, `forbidden`, `disk-full`, `read-only` */
export async function saveSafetySheet(desk: OfficeDesk, grants: FileGrants, { id, format, grant }: { id: string; format: 'pdf' | 'docx'; grant: string }): Promise<void> {
  const event = await getEvent(desk, id)
  const safety = await safetyPart.read(desk.database.read, id)
  if (format === 'pdf') return grants.write(grant, await emergencyPdf(emergencySheet(event, safety)))
  const { letterhead } = await getLetterhead(desk)
  grants.write(grant, await plainDocument(`Sicherheit: ${event.title}`, letterhead, documentOf(event, safety)))
}

/** What hangs at the door: the facts that are known, risks by weight, house rules. */
export function emergencySheet(event: OfficeEvent, { facts, risks, exclusion, exclusionText, note }: Safety): EmergencySheet {
  const address = facts.address || event.place
  return {
    title: 'Im Notfall', about: [event.title, whenText(event)].filter(Boolean).join(' · '), numbers: emergencyNumbers, call,
    facts: [...(address === '' ? [] : [[safetyFactLabels.address, address] as const]), ...safetyFacts.filter((fact) => fact !== 'address' && facts[fact] !== '').map((fact) => [safetyFactLabels[fact], facts[fact]] as const)],
    risks: byWeight(risks).map(({ title: name, measure }) => ({ title: name, measure: measure || 'Leitung vor Ort rufen.' })),
    notes: [...(exclusion ? [['Ausschluss von der Veranstaltung', exclusionText || exclusionClause.text] as const] : []), ...(note === '' ? [] : [['Hinweise', note] as const])],
  }
}

function documentOf(event: OfficeEvent, { facts, risks, exclusion, exclusionText, note }: Safety): FileChild[] {
  return [
    title(`Sicherheit: ${event.title}`), paragraph([whenText(event), event.place, event.expected === null ? '' : `erwartet: ${event.expected.toLocaleString('de-DE')}`].filter(Boolean).join(' · ')),
    heading('Notruf und Ansprechpersonen'),
    ...emergencyNumbers.map(({ number, label }) => bullet(`${number}: ${label}`)), paragraph(call),
    ...safetyFacts.map((fact) => facts[fact] === '' ? missing(safetyFactLabels[fact]) : new Paragraph({ spacing: { after: 40 }, children: [...textRuns(`${safetyFactLabels[fact]}: `, { bold: true }), ...textRuns(facts[fact])] })),
    heading('Risiken und Maßnahmen'),
    risks.length === 0 ? missing('Risiken') : table(['Risiko', 'Wahrscheinlich', 'Folgen', 'Gewicht', 'Maßnahme', 'Wer'], byWeight(risks).map((risk) => [
      risk.title, likelihoodLabels[risk.likelihood] ?? '', impactLabels[risk.impact] ?? '', riskWeight(risk), risk.measure, risk.responsible,
    ]), [18, 16, 11, 12, 30, 13], { size: 18 }),
    ...(exclusion ? [heading('Ausschlussklausel'), paragraph(exclusionText || exclusionClause.text), paragraph(exclusionClause.hint)] : []),
    ...(note === '' ? [] : [heading('Hinweise'), paragraph(note)]),
  ]
}

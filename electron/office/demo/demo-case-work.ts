import { emptyIdentity } from '../../../shared/counselling/identity/model.ts'
import { emptySubject } from '../../../shared/counselling/household/model.ts'
import data from '../../../resources/demo/case-work.json' with { type: 'json' }
import { addPaper } from '../counselling/attachments/service.ts'
import { saveOpposing, savePerson, saveSubject } from '../counselling/household/service.ts'
import { openIdentity, saveIdentity } from '../counselling/identity/service.ts'
import { createTemplate } from '../counselling/templates/service.ts'
import type { CounsellingDesk } from '../session.ts'
import { daysAgo } from './days-ago.ts'

/** Gives some of the invented cases an identity, a household, an other side, papers and a subject. */
export async function fillCaseWork(desk: CounsellingDesk): Promise<void> {
  const rows = await desk.database.read.selectFrom('counselling_case').select(['id', 'alias']).execute()
  const idOf = (alias: string): string => rows.find((row) => row.alias === alias)?.id ?? ''
  for (const { case: alias, mobile, hint, document, ...fields } of data.identities) {
    const caseId = idOf(alias)
    const { opening, version } = await openIdentity(desk, caseId, 'Aufnahme des Falls')
    const channels = [{ id: `${caseId}:mobile`, kind: 'mobile' as const, value: mobile, label: hint, preferred: true }]
    const documents = [{ id: `${caseId}:seen`, kind: document, number: '', seenOn: daysAgo(20), seenBy: desk.person.name }]
    await saveIdentity(desk, { caseId, opening, version, fields: { ...emptyIdentity, ...fields, channels, documents } })
  }
  for (const [index, { case: alias, ...person }] of data.households.entries()) {
    await savePerson(desk, idOf(alias), { id: `demo-person-${index}`, status: '', caseNumber: '', ...person })
  }
  for (const [index, { case: alias, ...party }] of data.opposing.entries()) await saveOpposing(desk, idOf(alias), { id: `demo-opposing-${index}`, ...party })
  for (const { case: alias, subject } of data.subjects) await saveSubject(desk, idOf(alias), { ...emptySubject, ...subject })
  for (const { case: alias, name, text } of data.papers) await addPaper(desk, idOf(alias), name, Buffer.from(text))
  for (const template of data.templates) await createTemplate(desk, template)
}

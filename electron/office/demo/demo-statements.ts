import data from '../../../resources/demo/statements.json' with { type: 'json' }
import { bodyFromText } from '../../../shared/correspondence/body.ts'
import type { ActionInput } from '../../../shared/correspondence/statements/contract.ts'
import { occasionOf } from '../../../shared/correspondence/statements/catalogue.ts'
import type { StatementInput } from '../../../shared/correspondence/statements/model.ts'
import { voteLabels, type Involvement, type MailWay, type Outcome, type StatementState, type Vote } from '../../../shared/correspondence/statements/workflow.ts'
import { listName } from '../../../shared/directory/names.ts'
import { addDays } from '../../../shared/holidays/days.ts'
import { createEntry } from '../correspondence/register/entries-service.ts'
import { createDossier, createMatter, fileInMatter } from '../correspondence/register/files-service.ts'
import { receive } from '../correspondence/register/receiving.ts'
import { getLetter, updateLetter } from '../correspondence/service.ts'
import { actOnStatement } from '../correspondence/statements/actions.ts'
import { addPapers } from '../correspondence/register/documents-service.ts'
import { letterPdf } from '../correspondence/dispatch/letter-pdf.ts'
import { composeSheet } from '../../../shared/correspondence/compose-sheet.ts'
import { getLetterhead } from '../settings/service.ts'
import { fillDirectives } from './demo-directives.ts'
import { answerExtension, askExtension } from '../correspondence/statements/extension.ts'
import { addComment } from '../correspondence/statements/comments.ts'
import { createStatement, getStatement, setContributors, updateStatement } from '../correspondence/statements/service.ts'
import { keepLetterVersion } from '../correspondence/versions/service.ts'
import { getContact } from '../directory/service.ts'
import type { OfficeDesk } from '../session.ts'
import { daysAgo } from './days-ago.ts'
import type { DemoContacts } from './demo-contacts.ts'

type Entry = (typeof data.statements)[number]
interface People { id: string; name: string }

const involvementNotes: Readonly<Record<string, string>> = { late: 'Die Vorlage war schon im Ausschuss, als die Anfrage kam.', not: 'Aus der Tagespresse erfahren; um Beteiligung wurde nicht gebeten.' }
const drafted: readonly string[] = ['drafting', 'cosigning', 'submitted', 'returned', 'signed', 'sent', 'closed']
const signed: readonly string[] = ['signed', 'sent', 'closed']
const shownAtBest = 'Bebauungsplan Nr. 52 „Südliche Gärten“, zweite Auslegung'

/** Statements of two years in all states, mail and files; the oldest first so that the numbers follow the dates. */
export async function fillStatements(desk: OfficeDesk, contacts: DemoContacts, assistant: People): Promise<void> {
  const people = { mara: { id: desk.person.id, name: desk.person.name }, asta: assistant }
  const matters = await fillFiles(desk)
  for (const entry of data.statements.toSorted((a, b) => b.daysAgo - a.daysAgo)) {
    const id = await fillStatement(desk, entry, await requesterOf(desk, entry.from, contacts), entry.assignee === null ? null : people[entry.assignee as 'mara'], people)
    const matter = matters.get(occasionOf(entry.occasion)?.kind === 'participation' ? '12.07' : entry.occasion === 'law' ? '12.02' : entry.occasion === 'resolution' ? '12.01' : '12.03')
    if (matter && entry.state !== 'received') await fileInMatter(desk, matter, { type: 'statement', id })
  }
  await fillMail(desk, contacts, people.asta)
  await fillDirectives(desk, people.asta, matters.get('12.03') ?? null)
}

async function fillStatement(desk: OfficeDesk, entry: Entry, requester: { id: string | null; name: string }, assignee: People | null, people: { mara: People; asta: People }): Promise<string> {
  const receivedOn = daysAgo(entry.daysAgo)
  const best = entry.subject === shownAtBest
  const fields: StatementInput = {
    kind: occasionOf(entry.occasion)?.kind ?? 'statement', occasion: entry.occasion, field: entry.field, subject: entry.subject, basis: occasionOf(entry.occasion)?.basis ?? '',
    reason: '', requesterId: requester.id, requesterName: requester.name, theirReference: '', receivedOn, way: 'email' as MailWay, dueOn: addDays(receivedOn, entry.days), involvementNote: involvementNotes[entry.involvement] ?? '',
    procedure: occasionOf(entry.occasion)?.procedure ?? '', planStage: occasionOf(entry.occasion)?.procedure ? 'draft' : '',
    displayFrom: entry.occasion === 'development-plan' ? receivedOn : null, displayTo: entry.occasion === 'development-plan' ? addDays(receivedOn, entry.days) : null,
    extension: '', extendedTo: null, involvement: entry.involvement as Involvement, assigneeId: assignee?.id ?? null, assigneeName: assignee?.name ?? '', vote: entry.vote as Vote, note: '',
  }
  const files = best ? [(await receive(desk, data.mail.name, Buffer.from(data.mail.lines.join('\r\n')))).token] : []
  const begin = drafted.includes(entry.state)
  const { id, letterId } = await createStatement(desk, { fields, land: 'SN', shorten: true, files, begin }, receivedOn)
  if (letterId !== null && !signed.includes(entry.state)) await write(desk, letterId, best ? data.earlierDraft : [`zu „${entry.subject}“ nehme ich wie folgt Stellung.`, 'Die Belange der zugewanderten Einwohnerinnen und Einwohner sind berührt. Einzelheiten stehen in der Anlage.'])
  if (letterId !== null && signed.includes(entry.state)) await argue(desk, letterId, entry)
  const act = async (action: ActionInput['action'], more: Partial<ActionInput> = {}): Promise<void> => {
    const letterVersion = letterId === null ? null : (await getLetter(desk, letterId)).version
    await actOnStatement(desk, id, (await getStatement(desk, id)).version, { action, remark: '', letterVersion, template: null, on: null, way: null, outcome: null, followUpOn: null, ...more })
  }
  if (entry.state === 'cosigning' || best) await askOthers(desk, id, people.mara, best)
  if (entry.state === 'cosigning') await act('cosign')
  if (best && letterId !== null) {
    await keepLetterVersion(desk, letterId, 'Erster Entwurf')
    await write(desk, letterId, data.draft)
    await addComment(desk, { id, quote: data.comment.quote, nth: 0, text: data.comment.text })
  }
  if (entry.state === 'submitted' || entry.state === 'returned') await act('submit')
  if (entry.state === 'returned') await act('return', { remark: 'Bitte das Votum begründen und die Zahlen belegen.' })
  if (entry.state === 'dropped') await act('drop', { remark: 'Fehlanzeige: keine Belange berührt.' })
  if (signed.includes(entry.state)) await act('sign')
  const sentOn = addDays(receivedOn, entry.involvement === 'late' ? entry.days + 2 : entry.days - 2)
  if (entry.state === 'sent' || entry.state === 'closed') await act('dispatch', { on: sentOn, way: 'email' })
  if (entry.state === 'closed') await act('answer', { outcome: (entry.outcome === 'open' ? 'not' : entry.outcome) as Outcome, remark: entry.outcomeText, on: addDays(sentOn, 45) })
  await extend(desk, id, entry.subject)
  if (entry.state === 'sent') await fillProof(desk, id, letterId)
  await datesBack(desk, id, entry.state as StatementState, receivedOn, sentOn)
  return id
}

/** Fills the parts of a statement that was signed. */
async function argue(desk: OfficeDesk, letterId: string, { field, subject, vote }: Entry): Promise<void> {
  const [assessment, advice] = (data.assessments as Readonly<Record<string, readonly string[]>>)[field] ?? []
  if (assessment === undefined || advice === undefined) return
  const parts = [`Gegenstand ist: ${subject}.`, 'Die Unterlagen lagen vollständig vor und wurden mit dem Integrationsbeirat besprochen.', assessment, advice, `${voteLabels[vote as Vote]}.`]
  const { body, version } = await getLetter(desk, letterId)
  const content = (body.content ?? []).map((node) => (node.type === 'paragraph' && !node.content ? { ...node, content: [{ type: 'text' as const, text: parts.shift() ?? '' }] } : node))
  await updateLetter(desk, letterId, version, { body: { ...body, content } })
}

async function askOthers(desk: OfficeDesk, id: string, mara: People, answered: boolean): Promise<void> {
  const asked = (await getStatement(desk, id)).receivedOn
  const blank = { contactId: null, requestedOn: asked, dueOn: addDays(asked, 10), remark: '', remindedOn: null, contribution: '' }
  await setContributors(desk, id, (await getStatement(desk, id)).version, [
    { ...blank, id: `${id}-1`, role: 'cosign', personId: null, name: 'Rechtsamt', repliedOn: answered ? addDays(asked, 6) : null, reply: answered ? 'agreed' : '' },
    { ...blank, id: `${id}-2`, role: 'contribute', personId: null, name: 'Integrationsbeirat', repliedOn: addDays(asked, 5), reply: 'changes', remark: 'Bitte den Gemeinschaftsraum betonen.', contribution: data.contribution },
    { ...blank, id: `${id}-3`, role: answered ? 'notice' : 'cosign', personId: mara.id, name: mara.name, repliedOn: null, reply: '' },
  ])
}

/** More time that was asked for, given or refused. */
async function extend(desk: OfficeDesk, id: string, of: string): Promise<void> {
  const found = data.extensions.find(({ subject }) => subject === of)
  const { version, dueOn, receivedOn } = await getStatement(desk, id)
  if (!found || dueOn === null) return
  const wanted = addDays(dueOn, found.days)
  const asked = await askExtension(desk, id, version, { wanted, reason: found.reason, letter: true }, addDays(receivedOn, 3))
  if (found.granted !== null) await answerExtension(desk, id, asked.version, { granted: found.granted, until: found.granted ? wanted : null, remark: '' }, addDays(receivedOn, 5))
}

/** What left the office lies with the statement. */
async function fillProof(desk: OfficeDesk, id: string, letterId: string | null): Promise<void> {
  if (letterId === null) return
  const { letterhead } = await getLetterhead(desk)
  const { token } = await receive(desk, 'Versandte Stellungnahme.pdf', await letterPdf(composeSheet(await getLetter(desk, letterId), letterhead), letterhead))
  await addPapers(desk, { type: 'statement', id }, [token])
}

async function write(desk: OfficeDesk, letterId: string, lines: readonly string[]): Promise<void> {
  await updateLetter(desk, letterId, (await getLetter(desk, letterId)).version, { body: bodyFromText(lines.join('\n')) })
}

/** What was done in one go above took days; the course shows these days, past the change log as it is no step of anybody. */
async function datesBack(desk: OfficeDesk, id: string, state: StatementState, receivedOn: string, sentOn: string): Promise<void> {
  const { decisions } = await getStatement(desk, id)
  const moment = (day: string): string => new Date(`${day}T09:30:00`).toISOString()
  const last = signed.includes(state) ? sentOn : receivedOn
  await desk.database.writeUnlogged(async (database) => {
    for (const [index, { id: decision, action }] of decisions.toReversed().entries()) {
      const day = action === 'answer' ? addDays(sentOn, 45) : action === 'dispatch' || action === 'sign' ? last : addDays(receivedOn, Math.min(index + 1, 4))
      await database.updateTable('statement_decision').set({ at: moment(day) }).where('id', '=', decision).execute()
    }
    if (signed.includes(state) && state !== 'signed') await database.updateTable('statement').set({ signed_at: moment(sentOn) }).where('id', '=', id).execute()
  })
  // Takes the index along.
  const { version } = await getStatement(desk, id)
  if (state === 'sent') await updateStatement(desk, id, version, { note: 'Versandt, Antwort steht aus.' })
}

async function fillFiles(desk: OfficeDesk): Promise<Map<string, string>> {
  const matters = new Map<string, string>()
  for (const { plan, title } of data.dossiers) {
    const { id } = await createDossier(desk, { plan, title })
    matters.set(plan, (await createMatter(desk, { dossierId: id, title: `${title}, laufend` })).id)
  }
  return matters
}

async function fillMail(desk: OfficeDesk, contacts: DemoContacts, assistant: People): Promise<void> {
  for (const entry of data.entries.toSorted((a, b) => b.daysAgo - a.daysAgo)) {
    const requester = await requesterOf(desk, entry.from, contacts)
    await createEntry(desk, {
      fields: {
        direction: entry.direction as 'in', on: daysAgo(entry.daysAgo), kind: entry.kind, way: entry.way as MailWay, contactId: requester.id, correspondent: requester.name, subject: entry.subject,
        reference: '', followUpOn: 'followUp' in entry ? daysAgo(-(entry.followUp ?? 0)) : null, assigneeId: assistant.id, assigneeName: assistant.name, note: '',
      },
      files: [], letterId: null,
    })
  }
}

/** `o:3` is the fourth organisation; anything else a name. */
async function requesterOf(desk: OfficeDesk, from: string, contacts: DemoContacts): Promise<{ id: string | null; name: string }> {
  const id = from.startsWith('o:') ? contacts.organisations[Number(from.slice(2))] : undefined
  return id === undefined ? { id: null, name: from } : { id, name: listName(await getContact(desk, id)) }
}

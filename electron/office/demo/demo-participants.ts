import { uuidv7 } from 'uuidv7'
import data from '../../../resources/demo/participants.json' with { type: 'json' }
import { evaluationForms } from '../../../shared/events/participants/catalogue.ts'
import type { EventListItem } from '../../../shared/events/model.ts'
import { emptyParticipant, type Need } from '../../../shared/events/participants/model.ts'
import { changeRoster, insertParticipant } from '../events/participants/service.ts'
import { findEvents, getEvent, updateEvent, type EventTransaction } from '../events/service.ts'
import type { OfficeDesk } from '../session.ts'
import { daysAgo } from './days-ago.ts'

const land = 'SN'
type List = (typeof data.lists)[number]

/** Lists in every state: with a waiting list, filling up, checked in with an evaluation, and one that is to be deleted. */
export async function fillParticipants(desk: OfficeDesk): Promise<void> {
  const { events } = await findEvents(desk, { query: '', filter: 'all', kind: '', seriesId: null, from: null, to: null, offset: 0, limit: 500 })
  for (const [index, list] of data.lists.entries()) {
    const event = events.find(({ title }) => title === list.event)
    if (event) await fillList(desk, event, list, index * 7)
  }
}

async function fillList(desk: OfficeDesk, event: EventListItem, { capacity, count, group, confirmed, present, form, sheets }: List, shift: number): Promise<void> {
  const { id: eventId } = event
  if (capacity !== null) await updateEvent(desk, eventId, (await getEvent(desk, eventId)).version, { capacity }, land)
  const names = namesFor(count, shift)
  const pick = <Value>(values: readonly Value[], index: number): Value => values[(index + shift) % values.length] as Value
  await changeRoster(desk, eventId, { label: `${count} Anmeldungen importiert` }, async (transaction) => {
    let taken = 0
    for (let index = 0; index < count; index += 1) {
      const persons = group > 0 && index % group === group - 1 ? 2 + (index % 3) : 1
      const waits = capacity !== null && taken + persons > capacity
      if (!waits) taken += persons
      await insertParticipant(transaction, eventId, {
        id: uuidv7(), number: index + 1, registeredAt: `${daysAgo(100 - index % 60)}T09:00:00.000Z`, state: waits ? 'waiting' : index < confirmed ? 'confirmed' : 'registered',
        ...(index < present && { arrivedAt: new Date(`${event.startsOn}T${event.startsAt ?? '15:00'}`).toISOString() }),
        fields: {
          ...emptyParticipant, name: names[index] ?? '', organisation: pick(data.organisations, index), persons, languages: languagesOf(names[index] ?? ''), needs: pick(data.needs, index).map((text) => needOf(text)), photo: index % 4 === 0 ? 'no' : index % 4 === 1 ? 'unasked' : 'yes',
          photoOn: index % 4 === 1 ? null : daysAgo(30), source: index % 3 === 0 ? 'form' : 'office', ageGroup: index % 5 === 0 ? '65-' : index % 5 === 1 ? '18-26' : '27-64',
        },
      })
    }
    await fillEvaluation(transaction, eventId, form, sheets)
  })
}

async function fillEvaluation(transaction: EventTransaction, eventId: string, form: string, sheets: number): Promise<void> {
  const questions = (evaluationForms.find(({ code }) => code === form)?.questions ?? []).map((question) => ({ ...question, id: uuidv7() }))
  for (const [position, question] of questions.entries()) await transaction.insert('evaluation_question', { ...question, event_id: eventId, position })
  for (let sheet = 0; sheet < sheets; sheet += 1) {
    const answers = questions.map(({ id, kind }, index) => [id, kind === 'scale' ? 3 + ((sheet + index) % 3) : kind === 'yesno' ? (sheet + index) % 4 === 0 : data.answers[sheet % 3 === 0 ? sheet % data.answers.length : -1] ?? ''] as const)
    await transaction.insert('evaluation_sheet', { id: uuidv7(), event_id: eventId, number: sheet + 1, answers: JSON.stringify(Object.fromEntries(answers.filter(([, answer]) => answer !== ''))) })
  }
}

/** The language of whoever bears the name, and German for some. */
function languagesOf(name: string): string[] {
  const own = (data.languages as Readonly<Record<string, string>>)[name.split(' ')[0] ?? '']
  return own === undefined ? ['de'] : name.length % 2 === 0 ? [own, 'de'] : [own]
}

function needOf(text: string): Need {
  const [code = '', detail = ''] = text.split(':')
  return { code, count: detail.includes(',') ? 2 : 1, detail }
}

/** The invented names; for a longer list their parts are put together anew, nobody twice. */
function namesFor(count: number, shift: number): string[] {
  const made = new Set(data.names.map((_, index) => data.names[(index + shift) % data.names.length] ?? ''))
  const parts = data.names.filter((name) => /^\p{Script=Latin}/u.test(name)).map((name) => name.split(' '))
  for (let step = 1; made.size < count; step += 1) {
    for (const [index, part] of parts.entries()) made.add([...part.slice(0, -1), parts[(index + step) % parts.length]?.at(-1)].join(' '))
  }
  return [...made].slice(0, count)
}

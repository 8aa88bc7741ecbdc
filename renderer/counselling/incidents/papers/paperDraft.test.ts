import { expect, it } from 'vitest'
import type { Incident } from '../../../../shared/counselling/incidents/contract.ts'
import { emptyIncident } from '../../../../shared/counselling/incidents/model.ts'
import { casesOf, newPaperDraft, paperChoices, wantedOf, withPaper } from './paperDraft.ts'

const affected = (caseId: string | null, caseTrashed = false) =>
  ({ id: `a-${caseId}`, caseId, ageGroup: 'unknown', involvement: 'direct', caseNumber: caseId && 'B-2026-001', alias: caseId && 'Linde', restricted: caseId === null, caseTrashed })
const incident = { ...emptyIncident('2026-03-10', 'BB'), id: 'i', actorOrganisation: 'Musterbau', affected: [affected(null), affected('weg', true), affected('c')] } as unknown as Incident

it('begins with a case that the person may see, two weeks to answer and who acted', () => {
  expect(casesOf(incident)).toEqual([{ value: 'c', label: 'B-2026-001 · Linde' }])
  expect(newPaperDraft(incident, '2026-03-12')).toMatchObject({ paper: 'memory', variant: 'filled', caseId: 'c', recipient: 'Musterbau', replyBy: '2026-03-26' })
})

it('offers first what the incident calls for', () => {
  const choices = paperChoices({ ...incident, lifeArea: 'housing-search', occurredOn: '2026-03-02' }, '2026-03-12')
  expect(choices.map(({ items }) => items.map(({ value }) => value))[0]).toEqual(['memory', 'claim-civil', 'complaint-letter'])
  expect(choices.flatMap(({ items }) => items)).toHaveLength(12)
})

it('takes a variant that the paper has, and asks for the release anew', () => {
  const draft = { ...newPaperDraft(incident, '2026-03-12'), released: true }
  expect(withPaper(draft, 'statement-request')).toMatchObject({ variant: 'office', released: false })
})

it('sends at most six lines of an address, and nothing while a day is unreadable', () => {
  const draft = { ...newPaperDraft(incident, '2026-03-12'), recipient: 'a\n\n b \nc\nd\ne\nf\ng' }
  expect(wantedOf(draft, 'i')?.recipient).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
  expect(wantedOf({ ...draft, replyBy: null }, 'i')).toBeNull()
})

import { afterEach, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../tests/support/session.ts'
import { statementStates } from '../../../shared/correspondence/statements/workflow.ts'
import { findEntries } from '../correspondence/register/entries-service.ts'
import { fileTree } from '../correspondence/register/files-service.ts'
import { searchTexts } from '../correspondence/register/full-text.ts'
import { findStatements } from '../correspondence/statements/service.ts'
import { fillContacts } from './demo-contacts.ts'
import { fillLetterhead } from './demo-letters.ts'
import { fillStatements } from './demo-statements.ts'

let test: TestSession
afterEach(() => test.dispose())

it('shows statements in every state over two years, with mail, files and something to find', async () => {
  test = await openTestSession()
  const { office } = test.session
  const contacts = await fillContacts(office)
  await fillLetterhead(office)
  await fillStatements(office, contacts, { id: 'asta', name: 'Asta Ablage' })
  const { statements, total } = await findStatements(office, { query: '', filter: 'all', year: null, sort: 'number', descending: false, offset: 0, limit: 100 })
  expect(total).toBeGreaterThanOrEqual(25)
  expect([...new Set(statements.map(({ state }) => state))].sort()).toEqual([...statementStates].sort())
  expect(new Set(statements.map(({ receivedOn }) => receivedOn.slice(0, 4))).size).toBeGreaterThanOrEqual(2)
  expect((await findStatements(office, { query: '', filter: 'mine', year: null, sort: 'number', descending: false, offset: 0, limit: 100 })).total).toBeGreaterThanOrEqual(3)
  for (const show of ['in', 'out'] as const) expect((await findEntries(office, { query: '', show, offset: 0, limit: 10 })).total).toBeGreaterThanOrEqual(15)
  expect((await fileTree(office)).matters.filter(({ filed }) => filed > 3).length).toBeGreaterThanOrEqual(3)
  expect((await searchTexts(office, { query: 'Quartiersmitte', offset: 0, limit: 10 })).hits.map(({ record }) => record.type).sort()).toEqual(['document', 'letter'])
})

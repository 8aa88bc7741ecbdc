import { findConsultations } from '../../electron/office/counselling/consultations/service.ts'
import { getOverview, getTables } from '../../electron/office/counselling/statistics/figures.ts'
import { findContacts } from '../../electron/office/directory/service.ts'
import { find } from '../../electron/office/search/service.ts'
import { openSession, type CounsellingDesk, type UnlockedVault } from '../../electron/office/session.ts'
import { measureIds, type TableRequest } from '../../shared/counselling/statistics/model.ts'
import { bareDatabase, compared, type Task } from './bare-sql.ts'
import { printLines } from './report.ts'

/** Search and lists of a large office, against the very same SQL on the bare binding: what our layers cost. */

const aimSearch = 'p95 under 50 ms'
const aimList = 'under 30 ms'
const aimYear = 'under 300 ms'

/** @param rounds how often each is measured, the two sides by turns */
export async function measureData(vault: UnlockedVault, rounds: number): Promise<void> {
  const session = await openSession(vault, () => {})
  const counselling = session.counselling as CounsellingDesk
  const readers = { office: session.office.database.connections.reader, counselling: counselling.database.connections.reader }
  const bare = { office: bareDatabase(vault, 'office'), counselling: bareDatabase(vault, 'counselling') }
  const contactPage = { query: '', group: 'all', sort: 'name', descending: false, offset: 0, limit: 100 } as const
  const consultationPage = { query: '', topic: null, month: null, mine: false, anonymous: false, offset: 0, limit: 100 }
  const year = { kind: 'live', from: '2024-01-01', to: '2024-12-31' } as const
  const cross: TableRequest = {
    source: year, filters: [], measures: ['contacts'], threshold: 5,
    dimensions: [{ dimension: 'origin', groupsOnly: false }, { dimension: 'topic', groupsOnly: false }],
  }
  const searches = ['Öztürk', 'Brandt-4711', 'Görlitz', 'sprach', 'Beratung am', 'Linde 17', 'nummer 1234', 'Wohnung Kita', 'k', 'gibtesnicht']
  const tasks: Task[] = [
    ['global search', aimSearch, searches.map((words) => () => find(session, words, 8))],
    ['search in contacts', aimSearch, searches.map((query) => () => findContacts(session.office, { ...contactPage, query }))],
    ['search in consultations', aimSearch, searches.map((query) => () => findConsultations(counselling, { ...consultationPage, query }))],
    ['contacts, first page', aimList, [() => findContacts(session.office, contactPage)]],
    ['contacts by place, first page', aimList, [() => findContacts(session.office, { ...contactPage, sort: 'place' })]],
    ['consultations, first page', aimList, [() => findConsultations(counselling, consultationPage)]],
    ['statistics of a year, all tables', aimYear, [() => getOverview(counselling, { source: year, threshold: null, measures: measureIds })]],
    ['the same, protected for publication', aimYear, [() => getOverview(counselling, { source: year, threshold: 5, measures: ['contacts'] })]],
    ['cross table of a year, protected', aimYear, [() => getTables(counselling, cross, false)]],
  ]
  const lines = await compared(tasks, readers, bare, rounds)
  printLines('Search and lists in the office process, against the same SQL on the bare binding', lines)
  for (const database of Object.values(bare)) database.close()
  await session.close()
}

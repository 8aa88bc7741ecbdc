import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { expect, it, onTestFinished } from 'vitest'
import { emptyEvent, type EventInput } from '../../../../shared/events/model.ts'
import { emptyParticipant } from '../../../../shared/events/participants/model.ts'
import { openTestSession } from '../../../../tests/support/session.ts'
import { organisation } from '../../directory/sample.fixture.ts'
import { createContact } from '../../directory/service.ts'
import { FileGrants } from '../../file-grants.ts'
import { addParticipant } from '../participants/service.ts'
import { createEvent, findEvents, removeEvent, setPartners } from '../service.ts'
import { getFigures, saveFigures } from './service.ts'

it('counts events of the vault, partners by contact or name, not the own house; and writes each kind of file', async () => {
  const test = await openTestSession()
  const folder = mkdtempSync(join(tmpdir(), 'figures-'))
  onTestFinished(async () => {
    await test.dispose()
    rmSync(folder, { recursive: true, force: true })
  })
  const desk = test.session.office
  const make = async (fields: Partial<EventInput>) => (await createEvent(desk, { fields: { ...emptyEvent, title: 'GEHEIMER TITEL', state: 'held', startsOn: '2026-05-01', note: 'GEHEIM', responsibleName: 'GEHEIM', ...fields }, checklistId: null, land: 'BB' })).id
  const contact = async (name: string, affiliation: 'internal' | 'external') => (await createContact(desk, organisation(name, { affiliation }))).id
  const [club, town] = [await contact('Verein', 'external'), await contact('Stadt', 'internal')]
  const partner = (contactId: string | null, name: string, role = 'partner') => ({ id: uuidv7(), role, contactId, name, note: '' })
  await setPartners(desk, await make({ visitors: 53, visitorsCounted: true, languages: 'Deutsch, Arabisch' }), 1, [partner(club, 'Verein'), partner(null, 'Chor'), partner(town, 'Stadt', 'organiser'), partner(null, 'Polizei', 'authority')])
  await setPartners(desk, await make({ placeText: 'Markt' }), 1, [partner(town, 'Stadt', 'organiser'), partner(null, 'chor ')])
  await setPartners(desk, await make({}), 1, [partner(town, 'Stadt', 'organiser')])
  await removeEvent(desk, await make({}), 1)
  // Nobody wrote down how many came to the one at the market, but somebody ticked them off at the door.
  const [market] = (await findEvents(desk, { query: 'Markt', filter: 'all', kind: '', seriesId: null, from: null, to: null, offset: 0, limit: 5 })).events
  for (const name of ['Tina', 'Tom']) await addParticipant(desk, market?.id ?? '', { ...emptyParticipant, name }, { arrived: true })
  await addParticipant(desk, market?.id ?? '', { ...emptyParticipant, name: 'Blieb weg' })
  await make({ startsOn: '2025-07-01' })
  await make({ state: 'cancelled' })
  const period = { from: '2026-01-01', to: '2026-12-31', scope: 'held' } as const
  const figures = await getFigures(desk, period, '2026-11-22')
  expect(figures).toMatchObject({ totals: { events: 3, alone: 1, withPartners: 2, partners: 2, languages: 2, visitors: { counted: 55, estimated: 0, unknown: 1 } }, before: { events: 1 }, leftOut: { cancelled: 1 } })
  for (const format of ['xlsx', 'csv', 'docx', 'pdf'] as const) {
    const grants = new FileGrants()
    const path = join(folder, `Zahlen.${format}`)
    grants.allow('grant', path, 'write')
    await saveFigures(desk, grants, { period, format, grant: 'grant' })
    expect(readFileSync(path).length).toBeGreaterThan(500)
  }
  const csv = readFileSync(join(folder, 'Zahlen.csv'), 'utf8')
  expect(csv).toContain('Begegnung;3;1;55;0')
  expect(csv).not.toContain('GEHEIM')
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import { chartLayout } from '../../../../shared/directory/network/chart-layout.ts'
import { nodeBox } from '../../../../shared/directory/network/node-box.ts'
import { pictureLimit, type PictureQuery } from '../../../../shared/directory/network/model.ts'
import { organisation, person } from '../sample.fixture.ts'
import { createContact, removeContacts, saveRole } from '../service.ts'
import { chartSvg } from './chart-svg.ts'
import { findRoots, readChart, rootOf } from './chart-service.ts'
import { readPicture } from './picture-service.ts'

let test: TestSession
let roles = 0
const day = '2026-03-01'
const desk = () => test.session.office
const add = async (contact: Parameters<typeof createContact>[1]) => (await createContact(desk(), contact)).id
const unit = (name: string, parentId = '', typeCode: string | null = null) => add(organisation(name, { parentId, typeCode }))
const role = async (personId: string, organisationId: string, title = '', from: string | null = null, to: string | null = null) => {
  roles += 1
  await saveRole(desk(), { id: `role-${roles}`, personId, organisationId, title, from, to, engagement: 'unknown' })
}
const picture = (query: Partial<PictureQuery> = {}) => readPicture(desk(), { center: null, depth: 1, typeCode: null, area: null, tag: null, day, ...query })

beforeEach(async () => {
  test = await openTestSession('assistenz')
})
afterEach(() => test.dispose())

describe('the organisation chart', () => {
  it('shows who belongs to whom, who was there on a day, and what stands above', async () => {
    const top = await unit('Verband')
    const county = await unit('Kreisverband', top)
    const home = await unit('Einrichtung', county)
    const [now, then] = [await add(person('Heute', 'Hanna')), await add(person('Gestern', 'Gerd'))]
    await role(now, county, 'Geschäftsführung', '2024-01-01')
    await role(then, county, 'Geschäftsführung', '2019-01-01', '2024-01-01')

    const chart = await readChart(desk(), top, day)
    expect(chart.units.map(({ id, parentId }) => [id, parentId])).toEqual([[top, null], [county, top], [home, county]])
    expect(chart.units[1]).toMatchObject({ people: [{ name: 'Heute, Hanna', title: 'Geschäftsführung' }], peopleTotal: 1 })
    expect((await readChart(desk(), top, '2022-06-01')).units[1]?.people).toMatchObject([{ name: 'Gestern, Gerd' }])
    expect((await readChart(desk(), home, day)).above.map(({ id }) => id)).toEqual([top, county])
    // A person stands for the organisation of the role held on the day.
    expect((await readChart(desk(), now, day)).units[0]?.id).toBe(county)
    expect(await rootOf(desk(), then, '2022-06-01')).toEqual({ id: top })
    expect(await rootOf(desk(), then, day)).toEqual({ id: null })
    await expect(readChart(desk(), then, day)).rejects.toMatchObject({ code: 'invalid' })
    expect(await findRoots(desk())).toEqual({ roots: [{ id: top, name: 'Verband', department: '', children: 1 }], total: 1 })

    await removeContacts(desk(), [county])
    expect((await readChart(desk(), top, day)).units).toHaveLength(1)
    await expect(readChart(desk(), county, day)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('stands a ring of superiors, as an import or an undo may leave it', async () => {
    const [one, two] = [await unit('Eins'), await unit('Zwei')]
    await desk().database.writeUnlogged(async (database) => {
      await database.updateTable('contact').set({ parent_id: two }).where('id', '=', one).execute()
      await database.updateTable('contact').set({ parent_id: one }).where('id', '=', two).execute()
    })
    const chart = await readChart(desk(), one, day)
    expect(chart.units.map(({ id, parentId }) => [id, parentId])).toEqual([[one, null], [two, one]])
    expect(chart.above.map(({ id }) => id)).toEqual([two])
    expect((await picture({ center: one, depth: 2 })).nodes.map(({ name }) => name)).toEqual(['Eins', 'Zwei'])
  })

  it('draws boxes that never lie over each other, folds them, and is a picture of its own', async () => {
    const top = await unit('Stadt <Musterstadt> & Umland')
    for (const name of ['Amt A', 'Amt B', 'Amt C']) {
      const office = await unit(name, top)
      for (const part of ['1', '2', '3']) await unit(`${name}, Sachgebiet ${part} mit einem sehr langen Namen, der umbrochen wird`, office)
    }
    const chart = await readChart(desk(), top, day)
    const layout = chartLayout(chart, new Set())
    expect(layout.boxes).toHaveLength(13)
    for (const [index, a] of layout.boxes.entries()) {
      for (const b of layout.boxes.slice(index + 1)) {
        expect(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(true)
      }
    }
    expect(layout.boxes.flatMap(({ lines }) => lines).map(({ text }) => text).join(' ')).toContain('umbrochen wird')
    const folded = chartLayout(chart, new Set([chart.units[1]?.id ?? '']))
    expect(folded.boxes).toHaveLength(10)
    expect(folded.boxes.find(({ hasChildren, open }) => hasChildren && !open)?.unit.name).toBe('Amt A')
    const svg = chartSvg(layout, day)
    expect(svg).toContain('Stadt &lt;Musterstadt&gt; &amp;')
    expect(svg).toContain('<title>Organigramm, Stand 01.03.2026</title>')
  })
})

describe('the network picture', () => {
  it('shows who sits in which body and in how many, with the employer, on any day', async () => {
    const [board, network, agency] = [await unit('Integrationsbeirat', '', 'advisory-board'), await unit('Netzwerk', '', 'integration-network'), await unit('Agentur')]
    const [both, one, former] = [await add(person('Beide', 'Bea')), await add(person('Eine', 'Eva')), await add(person('Ehemals', 'Emil'))]
    await role(both, board, 'Vorsitz')
    await role(both, network, 'Sprecherin')
    await role(both, agency, 'Beraterin')
    await role(one, board)
    await role(former, board, 'Mitglied', '2015-01-01', '2020-01-01')

    const shown = await picture()
    expect(shown.nodes.map(({ name, kind, links, detail }) => [name, kind, links, detail])).toEqual([
      ['Beide, Bea', 'person', 2, 'Agentur'], ['Eine, Eva', 'person', 1, ''], ['Integrationsbeirat', 'body', 2, ''], ['Netzwerk', 'body', 1, ''],
    ])
    expect((await picture({ day: '2018-01-01' })).nodes.map(({ name }) => name)).toContain('Ehemals, Emil')
    expect((await picture({ typeCode: 'integration-network' })).nodes.map(({ name }) => name)).toEqual(['Beide, Bea', 'Netzwerk'])
    expect((await picture({ center: agency })).nodes.map(({ name }) => name)).toEqual(['Agentur', 'Beide, Bea'])
    expect((await picture({ center: agency, depth: 2 })).nodes.map(({ name }) => name)).toEqual(['Agentur', 'Beide, Bea', 'Integrationsbeirat', 'Netzwerk'])
    await expect(picture({ center: 'nobody' })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('gives the same picture for the same data, and no label over another', async () => {
    const bodies = await Promise.all(['Beirat', 'Netzwerk', 'Arbeitsgruppe Sprache'].map((name) => unit(name, '', 'working-group')))
    for (let index = 0; index < 24; index += 1) {
      const id = await add(person(`Name-mit-Bindestrich ${index}`, 'Maximiliane'))
      await role(id, bodies[index % 3] ?? '', 'Mitglied')
      if (index % 4 === 0) await role(id, bodies[(index + 1) % 3] ?? '', 'Gast')
    }
    const [first, second] = [await picture(), await picture()]
    expect(second).toEqual(first)
    for (const [index, a] of first.nodes.entries()) {
      for (const b of first.nodes.slice(index + 1)) {
        const [boxA, boxB] = [nodeBox(a), nodeBox(b)]
        expect(Math.abs(a.x - b.x) >= (boxA.width + boxB.width) / 2 || Math.abs(a.y - b.y) >= (boxA.height + boxB.height) / 2).toBe(true)
      }
    }
  })

  it('draws nothing and says how many where nobody could read the picture', async () => {
    const body = await unit('Sehr großes Netzwerk', '', 'integration-network')
    await desk().write({ label: 'viele' }, async (transaction) => {
      const sample = await transaction.row('contact', body)
      for (let index = 0; index <= pictureLimit; index += 1) {
        const id = `p${index}`
        await transaction.insert('contact', { ...sample, id, kind: 'person', type_code: null } as never)
        await transaction.insert('contact_role', { id: `r${index}`, contact_id: id, organisation_id: body, title: '', engagement: 'unknown', started_on: null, ended_on: null })
      }
    })
    expect(await picture()).toEqual({ nodes: [], edges: [], total: pictureLimit + 2 })
    expect(await picture({ center: body })).toMatchObject({ nodes: [], total: pictureLimit + 2 })
    // One role of the many leads back to a picture that can be read.
    expect((await picture({ center: 'p7' })).nodes).toHaveLength(2)
  })
})

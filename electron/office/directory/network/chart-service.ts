import { chartLayout } from '../../../../shared/directory/network/chart-layout.ts'
import { chartLimit, peopleInBox, type Chart, type ChartRoot } from '../../../../shared/directory/network/model.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { FileGrants } from '../../file-grants.ts'
import type { OfficeDesk } from '../../session.ts'
import { kindOf } from '../repository.ts'
import { chartSvg } from './chart-svg.ts'
import { employerOn, readAbove, readPeople, readRoots, readTree } from './chart-repository.ts'

const rootLimit = 200

/** Where a chart can begin: the organisations at the top of a tree. */
export async function findRoots(desk: OfficeDesk): Promise<{ roots: ChartRoot[], total: number }> {
  return readRoots(desk.database.read, rootLimit)
}

/**
 * The tree below an organisation, with the people who held a role there on a day.
 * @param id an organisation, or a person, who stands for the organisation of a role held on the day
 * @throws OfficeError `not-found` for a contact that isn't there, `invalid` for a person without a role on the day
 */
export async function readChart(desk: OfficeDesk, id: string, day: string): Promise<Chart> {
  const database = desk.database.read
  const top = await organisationOf(desk, id, day)
  if (top === null) throw new OfficeError('invalid', { detail: 'Diese Person war an dem Tag keiner Organisation zugeordnet.' })
  const { units, total } = await readTree(database, top, chartLimit)
  const people = await readPeople(database, units.map((unit) => unit.id), day, peopleInBox)
  return {
    above: await readAbove(database, top),
    units: units.map((unit) => ({ ...unit, ...people.get(unit.id) ?? { people: [], peopleTotal: 0 } })),
    left: total - units.length,
  }
}

/** The highest organisation above a contact, or the contact's own; null for a person without a role on the day. @throws OfficeError `not-found` */
export async function rootOf(desk: OfficeDesk, id: string, day: string): Promise<{ id: string | null }> {
  const organisation = await organisationOf(desk, id, day)
  if (organisation === null) return { id: null }
  const [highest] = await readAbove(desk.database.read, organisation)
  return { id: highest?.id ?? organisation }
}

/** Writes the chart as a picture; boxes that are folded on the screen are folded there. @throws OfficeError as `readChart` and the grant */
export async function saveChart(
  desk: OfficeDesk, grants: FileGrants, input: { id: string, day: string, collapsed: readonly string[], grant: string },
): Promise<void> {
  const layout = chartLayout(await readChart(desk, input.id, input.day), new Set(input.collapsed))
  grants.write(input.grant, new TextEncoder().encode(chartSvg(layout, input.day)))
}

async function organisationOf(desk: OfficeDesk, id: string, day: string): Promise<string | null> {
  const kind = await kindOf(desk.database.read, id)
  if (kind === undefined) throw new OfficeError('not-found')
  return kind === 'organisation' ? id : await employerOn(desk.database.read, id, day) ?? null
}

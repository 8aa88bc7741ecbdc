import { pictureLimit, type Picture, type PictureEdge, type PictureQuery } from '../../../../shared/directory/network/model.ts'
import { organisationTypes } from '../../../../shared/directory/organisation-types.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'
import type { OfficeDesk } from '../../session.ts'
import { kindOf } from '../repository.ts'
import { pictureLayout } from './picture-layout.ts'
import { edgesAt, employersOf, organisationsOf, parentEdges, readNodes } from './picture-repository.ts'

type Database = ReadDatabase<OfficeSchema>

/** So many links are read at most: with more there are more nodes than can be drawn anyway. */
const edgeLimit = 3000

/**
 * Who sits in which body, or what surrounds one contact, with a place for each node. A question that concerns more than
 * `pictureLimit` contacts is answered by their number alone: nobody could read the picture.
 * @throws OfficeError `not-found` when the contact in the middle isn't there
 */
export async function readPicture(desk: OfficeDesk, query: PictureQuery): Promise<Picture> {
  const database = desk.database.read
  const { ids, edges, total } = query.center === null ? await aroundBodies(database, query) : await aroundContact(database, query, query.center)
  if (total > pictureLimit) return { nodes: [], edges: [], total }
  const nodes = await readNodes(database, [...ids])
  const present = new Set(nodes.map(({ id }) => id))
  const drawn = edges.filter(({ from, to }) => present.has(from) && present.has(to))
  const employers = await employersOf(database, nodes.filter(({ kind }) => kind === 'person').map(({ id }) => id), query.day)
  for (const node of nodes) {
    if (node.kind === 'person') node.detail = employers.get(node.id) ?? ''
    const ends = drawn.filter(({ from, to }) => from === node.id || to === node.id)
    node.links = new Set(ends.map(({ from, to }) => from === node.id ? to : from)).size
  }
  return { nodes: await pictureLayout(nodes, drawn), edges: drawn, total: nodes.length }
}

interface Found {
  ids: Set<string>
  edges: PictureEdge[]
  total: number
}

/** The bodies (or the organisations of the chosen type) and everybody who holds a role in them. */
async function aroundBodies(database: Database, query: PictureQuery): Promise<Found> {
  const types = query.typeCode === null ? organisationTypes.bodies : [query.typeCode]
  const organisations = await organisationsOf(database, { types, area: query.area, tag: query.tag }, pictureLimit + 1)
  if (organisations.total > pictureLimit) return { ids: new Set(), edges: [], total: organisations.total }
  const wanted = new Set(organisations.ids)
  const edges = (await edgesAt(database, organisations.ids, query.day, edgeLimit)).filter(({ to }) => wanted.has(to))
  const ids = new Set([...organisations.ids, ...edges.map(({ from }) => from)])
  return { ids, edges: [...edges, ...(await parentEdges(database, organisations.ids, edgeLimit)).filter(({ from, to }) => wanted.has(from) && wanted.has(to))], total: ids.size }
}

/** What is linked to one contact over one or two links. Breadth first, so that a ring of superiors ends where it closes. */
async function aroundContact(database: Database, query: PictureQuery, center: string): Promise<Found> {
  if (await kindOf(database, center) === undefined) throw new OfficeError('not-found')
  const ids = new Set([center])
  const edges = new Map<string, PictureEdge>()
  let rim = [center]
  for (let step = 0; step < query.depth && rim.length > 0; step += 1) {
    const found = [...await edgesAt(database, rim, query.day, edgeLimit), ...await parentEdges(database, rim, edgeLimit)]
    for (const edge of found) edges.set(`${edge.kind}:${edge.from}:${edge.to}:${edge.title}`, edge)
    rim = [...new Set(found.flatMap(({ from, to }) => [from, to]))].filter((id) => !ids.has(id))
    for (const id of rim) ids.add(id)
    if (ids.size > pictureLimit) return { ids: new Set(), edges: [], total: ids.size }
  }
  return { ids, edges: [...edges.values()], total: ids.size }
}

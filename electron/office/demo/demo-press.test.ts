import { afterEach, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../tests/support/session.ts'
import { materialFlags } from '../../../shared/correspondence/material/model.ts'
import { languageMatrix } from '../correspondence/material/output.ts'
import { findMaterials } from '../correspondence/material/service.ts'
import { duePress } from '../correspondence/press/due.ts'
import { mediaLists, mediaMembers } from '../correspondence/press/media-service.ts'
import { pressFigures } from '../correspondence/press/output.ts'
import { findReleases } from '../correspondence/press/releases-service.ts'
import { fillContacts } from './demo-contacts.ts'
import { fillLists } from './demo-lists.ts'
import { fillMaterial } from './demo-material.ts'
import { fillPress } from './demo-press.ts'

let test: TestSession
afterEach(() => test.dispose())

it('shows releases on every step, a press review, gaps of languages and something to do', async () => {
  test = await openTestSession()
  const { office } = test.session
  const contacts = await fillContacts(office)
  await fillLists(office, contacts)
  await fillPress(office, contacts)
  await fillMaterial(office, contacts)
  const { releases } = await findReleases(office, { query: '', sort: 'date', descending: true, offset: 0, limit: 20 })
  expect([...new Set(releases.map(({ state }) => state))].sort()).toEqual(['draft', 'released', 'review', 'sent'])
  expect(releases.some(({ openQuotes }) => openQuotes > 0)).toBe(true)
  expect((await pressFigures(office, { from: null, to: null })).byMedium.length).toBeGreaterThanOrEqual(4)
  const [list] = await mediaLists(office)
  expect((await mediaMembers(office, list?.id ?? '')).filter(({ media }) => media.deadline !== '')).toHaveLength(4)
  expect((await duePress(office, 10)).total).toBeGreaterThanOrEqual(3)
  const { materials } = await findMaterials(office, { query: '', show: 'all', language: '', topic: '', sort: 'title', descending: false, offset: 0, limit: 50 })
  const flags = new Set(materials.flatMap((material) => material.flags))
  expect(materialFlags.filter((flag) => flags.has(flag))).toEqual(['review', 'outdated-displayed', 'reorder'])
  expect((await languageMatrix(office)).rows.flatMap(({ cells }) => cells).filter((cell) => cell === null).length).toBeGreaterThan(5)
})

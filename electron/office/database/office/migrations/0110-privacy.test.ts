import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { migrate, newestVersion } from '../../migrate.ts'
import { closeConnections, createDatabase, openDatabase } from '../../open.ts'
import { DatabaseSide } from '../../side.ts'
import type { OfficeSchema } from '../schema.ts'
import { officeMigrations } from './index.ts'

it('adds to an office from before one line on itself, one a contact at most, and an empty record of destructions', async () => {
  const key = randomBytes(32)
  const folder = mkdtempSync(join(tmpdir(), 'integrationsbuero-migration-'))
  createDatabase(folder, 'office', key, 'v')
  const connections = openDatabase(folder, 'office', key, { vaultId: 'v', newestVersion: newestVersion(officeMigrations) })
  onTestFinished(() => {
    closeConnections(connections)
    rmSync(folder, { recursive: true, force: true })
  })
  const database = new DatabaseSide<OfficeSchema>('office', connections, [], () => {}).schema as never
  await migrate(database, officeMigrations.filter(({ version }) => version < 110))
  const { writer } = connections
  writer.all(`INSERT INTO contact (id, version, created_at, updated_at, kind, name, short_name, department, family_name, given_names, name_order, title,
    salutation, note, list_name, list_place, name_key, place_key, type_key, match_key)
    VALUES ('c', 1, 't', 't', 'person', '', '', '', 'Adam', 'Bea', 'given-first', '', 'ms', '', 'Adam, Bea', '', 'adam bea', '', '', 'k')`)
  await migrate(database, officeMigrations)

  expect(writer.all('SELECT id, version, officer_name, land FROM privacy_office')).toEqual([{ id: 'privacy-office', version: 1, officer_name: '', land: '' }])
  expect(writer.all('SELECT count(*) AS n FROM destruction')).toEqual([{ n: 0 }])
  writer.all("INSERT INTO contact_privacy (id, contact_id, restricted_on) VALUES ('p', 'c', '2026-01-01')")
  expect(writer.all('SELECT restricted_reason, proposed_on FROM contact_privacy')).toEqual([{ restricted_reason: '', proposed_on: null }])
  expect(() => writer.all("INSERT INTO contact_privacy (id, contact_id) VALUES ('q', 'c')")).toThrow(/UNIQUE/)
  expect(() => writer.all("INSERT INTO contact_privacy (id, contact_id) VALUES ('q', 'nobody')")).toThrow(/FOREIGN KEY/)
})

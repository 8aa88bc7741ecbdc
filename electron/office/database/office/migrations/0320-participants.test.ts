import { expect, it } from 'vitest'
import { databaseBefore } from '../../before.fixture.ts'
import { officeMigrations } from './index.ts'

const person = (columns: string, values: string) => `INSERT INTO participant (id, event_id, number, name, state, registered_at${columns}) VALUES ('p', 'e', 1, 'Kim', ${values})`

it('adds lists of participants to an office of before; whoever waits says since when, whoever came says how many', async () => {
  const { writer, upgrade } = await databaseBefore(320, 'office', officeMigrations)
  writer.all("INSERT INTO event (id, version, created_at, updated_at, title, title_key, kind, state) VALUES ('e', 1, 't', 't', 'Fest', 'fest', 'festival', 'planned')")
  await upgrade()
  expect(() => writer.all(person('', "'registered', 't'"))).toThrow(/FOREIGN KEY/)
  writer.all("INSERT INTO participant_list (id, version, created_at, updated_at) VALUES ('e', 1, 't', 't')")
  expect(() => writer.all(person('', "'waiting', 't'"))).toThrow(/CHECK/)
  expect(() => writer.all(person(', arrived_at', "'registered', 't', 't'"))).toThrow(/CHECK/)
  expect(() => writer.all(person(', persons', "'registered', 't', 0"))).toThrow(/CHECK/)
  writer.all(person('', "'registered', 't'"))
  expect(writer.all('SELECT persons, photo, needs FROM participant')).toEqual([{ persons: 1, photo: 'unasked', needs: '[]' }])
  expect(() => writer.all("INSERT INTO evaluation_question (id, event_id, position, kind, text) VALUES ('q', 'none', 0, 'scale', '?')")).toThrow(/FOREIGN KEY/)
})

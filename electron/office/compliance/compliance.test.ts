import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { activitiesOn, paperCodes, papers, sourceCodes } from '../../../shared/compliance/model.ts'
import { openTestSession, type TestSession } from '../../../tests/support/session.ts'
import { setRetention } from '../audit/service.ts'
import { savePeriod } from '../counselling/privacy/practice-service.ts'
import { unzip } from '../documents/unzip.ts'
import { counsellingRecordTypes, officeRecordTypes } from '../features.ts'
import { FileGrants } from '../file-grants.ts'
import { noPolicy } from '../../../shared/policy/state.ts'
import { obeyPolicy } from '../policy.ts'
import { setPreference } from '../preferences/service.ts'
import { updateLetterhead } from '../settings/service.ts'
import type { Surroundings } from './facts.ts'
import { inserts } from './inserts.ts'
import { readShelf, saveAllPapers, savePaper } from './service.ts'

let test: TestSession
beforeEach(async () => { test = await openTestSession() })
afterEach(() => test.dispose())

const around: Surroundings = { people: [{ role: 'leitung' }, { role: 'assistenz' }], officeName: 'Stadt Muster', land: 'BB', secondPlace: false, derivations: [{ m: 65536, t: 3, p: 4 }, { m: 131072, t: 3, p: 4 }] }
const file = (name: string): string => join(test.vault.folder, name)

async function textOf(code: (typeof paperCodes)[number], surroundings = around): Promise<string> {
  const grants = new FileGrants()
  grants.allow('t', file(`${code}.docx`), 'write')
  await savePaper(test.session, surroundings, grants, code, 't')
  return wordsIn(`${code}.docx`)
}

function wordsIn(name: string): string {
  const parts = unzip(readFileSync(file(name)), { entries: 100, unpacked: 10_000_000 }, () => true)
  return (parts.get('word/document.xml') ?? Buffer.alloc(0)).toString('utf8').replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ')
}

describe('the fixed texts', () => {
  it('have every paper once, name settings and inserts that exist, and assign every kind of record to one activity', () => {
    expect(papers.map(({ code }) => code)).toEqual([...paperCodes])
    for (const { sources, body } of papers) {
      for (const source of sources) expect(sourceCodes).toContain(source)
      for (const { insert } of body) if (insert !== undefined) expect(Object.keys(inserts)).toContain(insert)
    }
    const assigned = activitiesOn('2026-11-22').flatMap(({ records }) => records)
    const known = [...officeRecordTypes, ...counsellingRecordTypes].map(({ type }) => type)
    expect(assigned.toSorted()).toEqual(known.toSorted())
  })
})

describe('papers', () => {
  it('say what is set, and mark what is not', async () => {
    await setRetention(test.session, 6)
    await setPreference(test.session.office, 'lock.minutes', 30)
    await savePeriod(test.session.counselling!, 'case', { code: 'case', years: 5, reason: 'Dienstanweisung 7' })
    const measures = await textOf('measures')
    expect(measures).toContain('AES-256-CBC je Seite mit HMAC-SHA512')
    expect(measures).toContain('64 MiB, 3 Durchläufe, 4 Bahnen')
    expect(measures).toContain('10 bis 30 Minuten')
    expect(measures).toContain('6 Monate (Festlegung des Büros')
    expect(measures).toContain('[Bitte ergänzen: Vertreten durch]')
    expect(measures).toContain('an diesem Rechner nicht eingerichtet')
    expect(await textOf('deletion')).toContain('5 Jahre (Festlegung des Büros: Dienstanweisung 7)')
    const record = await textOf('record')
    expect(record).toContain('§ 5 BbgDSG')
    expect(record).toContain('Stadt Muster')
    // What was given out is told by kind; these papers themselves are not written through the port here.
    expect(record).toContain('Bisher keine.')
    // Each gap is marked, and the screen counts them.
    const gaps = measures.split('[Bitte ergänzen:').length - 1
    expect((await readShelf(test.session, around)).papers.find(({ code }) => code === 'measures')?.gaps).toBe(gaps)
    expect(gaps).toBeGreaterThan(4)
    expect(await textOf('measures', { ...around, secondPlace: true })).not.toContain('nicht eingerichtet')
    for (const code of paperCodes) expect(await textOf(code), code).not.toMatch(/\{\w+\}|undefined|NaN/)
  })

  it('are stale as soon as a setting changes that they are made from, and no others are', async () => {
    const grants = new FileGrants()
    grants.allow('all', test.vault.folder, 'folder')
    expect(await saveAllPapers(test.session, around, grants, 'all')).toBe(6)
    expect(readdirSync(test.vault.folder).filter((name) => name.endsWith('.docx'))).toHaveLength(6)
    expect((await readShelf(test.session, around)).papers.map(({ changed }) => changed)).toEqual(papers.map(() => []))
    await setRetention(test.session, 24)
    const changed = new Map((await readShelf(test.session, around)).papers.map((paper) => [paper.code, paper]))
    expect(changed.get('council')).toMatchObject({ changed: ['audit'], written: { by: 'Testleitung' } })
    expect(changed.get('accessibility')?.changed).toEqual([])
    await updateLetterhead(test.session.office, 1, { officeName: 'Kreis Muster' })
    expect((await readShelf(test.session, { ...around, people: [{ role: 'leitung' }] })).papers.find(({ code }) => code === 'council')?.changed).toEqual(['office', 'people', 'audit'])
    await textOf('council')
    expect((await readShelf(test.session, around)).papers.find(({ code }) => code === 'council')?.changed).toEqual([])
  })

  it('tell of what IT has settled in place of what people have set', async () => {
    await setPreference(test.session.office, 'lock.minutes', 30)
    obeyPolicy({ ...noPolicy, values: { AutoLockMinutes: 7, BackupKeepDays: 21, FederalState: 'BE', VaultPath: '/geheim/tresor' }, sources: { AutoLockMinutes: 'file', BackupKeepDays: 'file', FederalState: 'registry', VaultPath: 'file' } })
    const measures = await textOf('measures')
    obeyPolicy(noPolicy)
    expect(measures).toContain('nach 7 Minuten')
    expect(measures).toContain('21 Tage')
    expect(measures).toContain('§ 3 BlnDSG')
    expect(measures).toMatch(/Sperren nach Minuten ohne Benutzung 7/)
    expect(measures).not.toContain('/geheim')
    expect((await readShelf(test.session, around)).papers.find(({ code }) => code === 'measures')?.changed).toEqual(['law', 'backups', 'lock', 'policy'].filter((source) => papers.find(({ code }) => code === 'measures')?.sources.includes(source as never)))
  })

  it('are refused to everybody but the Leitung', async () => {
    for (const role of ['assistenz', 'vertretung'] as const) {
      await test.reopen(role)
      const grants = new FileGrants()
      grants.allow('t', file('x.docx'), 'write')
      await expect(readShelf(test.session, around), role).rejects.toMatchObject({ code: 'forbidden' })
      await expect(savePaper(test.session, around, grants, 'record', 't'), role).rejects.toMatchObject({ code: 'forbidden' })
      await expect(saveAllPapers(test.session, around, grants, 't'), role).rejects.toMatchObject({ code: 'forbidden' })
    }
  })
})

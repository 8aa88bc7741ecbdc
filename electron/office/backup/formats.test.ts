import { hash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { copyOffice, flipByte, makeOffice, passphrases, removeOffices, startProcess, type MadeOffice } from '../../../tests/reliability/damaged-office.ts'
import { formatOf, type Manifest } from '../../../shared/backup/model.ts'
import { holdStill } from '../database/still-file.ts'
import { knownPages } from './known-pages.ts'
import { makeSet } from './make-set.ts'
import { decodeManifest, encodeManifest, openCounts, sealCounts } from './manifest.ts'
import { restoringOf } from './restore/service.ts'
import { copyToSecondPlace, prepareSecondPlace, secondFolder } from './second-place.ts'
import { backupsOf } from './service.ts'
import { findSets, type FoundSet } from './set-folder.ts'
import { openDatabases } from './sources.ts'
import { verifySet } from './verify.ts'

let made: MadeOffice
let folder: string
beforeAll(async () => { made = await makeOffice() }, 60_000)
afterAll(() => removeOffices(made))
beforeEach(() => { folder = copyOffice(made) })

const manifestOf = (path: string): Manifest => {
  const read = decodeManifest(readFileSync(join(path, 'manifest.json'), 'utf8'))
  if (read.state !== 'whole') throw new Error(read.state)
  return read.manifest
}

/** The newest set, written anew as a program of the first format wrote it. */
async function inFirstFormat(): Promise<FoundSet> {
  const [set] = await findSets(join(folder, 'backups'))
  if (!set?.manifest) throw new Error('no set')
  const { salts: _salts, ...rest } = set.manifest
  const files = set.manifest.files.map(({ name, bytes }) => ({ name, bytes, sha256: hash('sha256', readFileSync(join(set.path, name))) }))
  const manifest = { ...rest, files }
  writeFileSync(join(set.path, 'manifest.json'), encodeManifest(manifest))
  expect(readFileSync(join(set.path, 'manifest.json'), 'utf8')).toMatch(/^\{\n {2}"format": 1,/)
  return { ...set, manifest }
}

describe('sets of the first format, with one checksum for each file', () => {
  beforeEach(async () => {
    const { process, vault } = startProcess(folder)
    await backupsOf(process, vault).atRest()
  })

  it('are verified: whole, and each of 60 flipped bytes found', async () => {
    const { path, manifest } = await inFirstFormat()
    expect(manifest && formatOf(manifest)).toBe(1)
    expect((await verifySet(path)).findings).toEqual([])
    const names = readdirSync(path)
    const missed: string[] = []
    for (let flip = 0; flip < 60; flip++) {
      const file = join(path, names[flip % names.length] ?? '')
      const at = Math.floor(readFileSync(file).length * ((flip * 0.618_034) % 1))
      flipByte(file, at)
      if ((await verifySet(path)).findings.length === 0) missed.push(`${file} ${at}`)
      flipByte(file, at)
    }
    expect(missed).toEqual([])
  })

  it('go to the second place as they are, and back into the office', async () => {
    const set = await inFirstFormat()
    const place = join(dirname(folder), 'stick')
    mkdirSync(place)
    await prepareSecondPlace(place, folder)
    expect(await copyToSecondPlace(set, place)).toBe(true)
    const [copy] = await findSets(join(place, secondFolder))
    expect((await verifySet(copy?.path ?? '')).findings).toEqual([])
    const { process } = startProcess(folder)
    const comparison = await restoringOf(process).prepare({ place: 'own', id: set.id }, made.ids.leitung, passphrases.leitung, null)
    expect(comparison.restored.office.counts).toMatchObject({ Kontakt: 40 })
    flipByte(join(copy?.path ?? '', 'office.db'), 5000)
    await expect(restoringOf(process).prepare({ place: 'second', id: set.id }, made.ids.leitung, passphrases.leitung, place)).rejects.toMatchObject({ code: 'corrupt' })
  })

  it('a manifest that claims another format is damaged, a newer one is told', async () => {
    const { path } = await inFirstFormat()
    const text = readFileSync(join(path, 'manifest.json'), 'utf8')
    expect(decodeManifest(text.replace('"format": 1', '"format": 2'))).toEqual({ state: 'damaged' })
    const checksum = hash('sha256', `3\n${JSON.stringify(manifestOf(path))}`)
    expect(decodeManifest(text.replace('"format": 1', '"format": 3').replace(/"checksum": "[0-9a-f]+"/, `"checksum": "${checksum}"`))).toEqual({ state: 'newer' })
  })
})

describe('pages that an earlier set showed to be authentic', () => {
  it('are not counted again where nothing changed, and damage between two backups is still found', async () => {
    const { process, vault } = startProcess(folder)
    await vault.unlock(made.ids.leitung, passphrases.leitung)
    await backupsOf(process, vault).run()
    const session = process.unlocked
    const own = join(folder, 'backups')
    const { keys, file, store } = await vault.change(async (opened) => opened)
    const known = await knownPages(own, session.vaultId, keys)
    const manifest = manifestOf((await findSets(own))[0]?.path ?? '')
    expect(known).toEqual(Object.fromEntries((['office', 'counselling'] as const).map((side) => {
      const listed = manifest.files.find(({ name }) => name === `${side}.db`)
      return [side, { salt: manifest.salts?.[side], parts: listed && 'parts' in listed ? listed.parts : [] }]
    })))
    // Salt and key of the file decide by which codes its pages are authentic.
    const still = await holdStill(session.office.database, keys.office)
    const salt = Buffer.alloc(16)
    await still.read(salt, 0)
    still.letGo()
    expect(manifest.salts?.office).toBe(salt.toString('hex'))

    const make = async (): Promise<unknown> => makeSet(own, { store, vault: file, databases: await openDatabases(session, { store, keys, file } as never), thorough: false, known })
    await expect(make()).resolves.toMatchObject({ manifest: { checked: { office: 'opened' } } })
    flipByte(join(folder, 'office.db'), -3000)
    await expect(make()).rejects.toMatchObject({ kind: 'source-damaged' })
    await process.end()
  })

  it('are believed of no manifest that somebody without the keys wrote', async () => {
    const { process, vault } = startProcess(folder)
    await vault.unlock(made.ids.leitung, passphrases.leitung)
    await backupsOf(process, vault).run()
    const own = join(folder, 'backups')
    const [set] = await findSets(own)
    const { keys } = await vault.change(async (opened) => opened)
    const manifest = set?.manifest
    if (!manifest) throw new Error('no set')
    const { vaultId } = process.unlocked
    const attacks: [string, (manifest: Manifest) => Manifest][] = [
      ['other checksums', (it) => ({ ...it, files: it.files.map((file) => ({ ...file, parts: ['0'.repeat(64)] })) })],
      ['another salt', (it) => ({ ...it, salts: { office: '0'.repeat(32), counselling: '0'.repeat(32) } })],
      ['sealed with another key', (it) => ({ ...it, counts: { office: sealCounts(Buffer.alloc(32), it, {}), counselling: sealCounts(Buffer.alloc(32), it, {}) } })],
    ]
    for (const [what, change] of attacks) {
      writeFileSync(join(set.path, 'manifest.json'), encodeManifest(change(manifest)))
      expect(await knownPages(own, vaultId, keys), what).toEqual({})
    }
    writeFileSync(join(set.path, 'manifest.json'), encodeManifest(manifest))
    expect(Object.keys(await knownPages(own, vaultId, keys))).toEqual(['office', 'counselling'])
    expect(await knownPages(own, vaultId, { office: keys.office })).toEqual({ office: (await knownPages(own, vaultId, keys)).office })
    expect(openCounts(keys.office, manifest, manifest.counts.office!)).not.toBeNull()
    await process.end()
  })
})

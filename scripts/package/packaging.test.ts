import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { FuseV1Options } from '@electron/fuses'
import { afterEach, describe, expect, it } from 'vitest'
import viteConfig from '../../electron.vite.config.ts'
import { appId, configuration, nativePackages, signing } from '../../electron-builder.config.mjs'
import { allowInspecting, burnFuses, checkFuses, wantedFuses } from './fuses.mjs'
import { germanProject } from './msi-project.mjs'
import { askNpm, billOfMaterials, deliveredPackages } from './sbom.mjs'
import { writeChecksums } from './checksums.mjs'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ib-packaging-'))
  folders.push(folder)
  return folder
}

/** A program that is nothing but its fuses, all as its makers leave them. */
function program(fuses: string): string {
  const file = join(newFolder(), 'program')
  writeFileSync(file, Buffer.concat([Buffer.from('ELF'), Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, fuses.length]), Buffer.from(fuses), Buffer.from('end')]))
  return file
}

describe('fuses', () => {
  it.each(['10110001', '101100011'])('of a program are burnt as wanted, and only those it has (%s)', async (fuses) => {
    const file = program(fuses)
    await expect(checkFuses(file, 'linux')).rejects.toThrow('RunAsNode on')
    await burnFuses(file, 'linux')
    expect(readFileSync(file, 'utf8')).toContain('000011001'.slice(0, fuses.length))
  })

  it.each([0, 2, 3, 4, 5, 7])('are found when one of them is not as it has to be (%i)', async (wrong) => {
    const states = [...'000011001'].map((state, index) => (index === wrong ? String(1 - Number(state)) : state))
    await expect(checkFuses(program(states.join('')), 'linux')).rejects.toThrow(FuseV1Options[wrong])
  })

  it('that nobody has decided on stop the build', async () => {
    await expect(checkFuses(program('0000110010'), 'linux')).rejects.toThrow('fuse 9 off')
  })

  it('of the flavour for window tests differ in one byte', async () => {
    const file = program('00001100')
    const before = readFileSync(file)
    await allowInspecting(file)
    const after = readFileSync(file)
    expect([...after].filter((byte, index) => byte !== before[index])).toHaveLength(1)
    await expect(checkFuses(file, 'linux')).rejects.toThrow('EnableNodeCliInspectArguments on')
  })

  it('that let foreign code in are off everywhere', () => {
    for (const platform of ['linux', 'win32'] as const) {
      const { RunAsNode, EnableNodeOptionsEnvironmentVariable, EnableNodeCliInspectArguments, GrantFileProtocolExtraPrivileges } = FuseV1Options
      const wanted = wantedFuses(platform)
      for (const fuse of [RunAsNode, EnableNodeOptionsEnvironmentVariable, EnableNodeCliInspectArguments, GrantFileProtocolExtraPrivileges]) expect(wanted[fuse]).toBe(false)
      expect(wanted[FuseV1Options.EnableEmbeddedAsarIntegrityValidation] && wanted[FuseV1Options.OnlyLoadAppFromAsar]).toBe(true)
    }
  })
})

const build = { output: 'dist', electronDist: 'electron', electronVersion: '45.4.1', fileVersion: '0.1.0', bill: 'bill.json' }

describe('the configuration', () => {
  it('takes exactly the packages along that the bundles leave outside, for each platform', () => {
    const { main } = viteConfig as { main: { build: { rollupOptions: { external: string[] } } } }
    const left = main.build.rollupOptions.external.filter((name) => name !== 'electron')
    for (const platform of ['linux', 'win32'] as const) {
      const names = nativePackages(platform).map(({ name }) => name)
      expect(names).toEqual(expect.arrayContaining(left))
      // Their own needs: what loads the library, and the library of this platform.
      expect(names.filter((name) => !left.includes(name))).toEqual(['node-gyp-build', expect.stringMatching(new RegExp(`^@node-rs/argon2-${platform}-x64`))])
    }
    expect(nativePackages('linux').every(({ filter }) => filter.every((each) => !each.includes('**')))).toBe(true)
  })

  it('makes an MSI for the machine, without dialogs, actions and scope of a user, that upgrades what is there', () => {
    const { msi, publish } = configuration({ ...build, platform: 'win32' })
    expect(msi).toMatchObject({ perMachine: true, oneClick: true, runAfterFinish: false, upgradeCode: '1B551CC4-15F2-4153-AE4D-0D1F87092392' })
    expect(publish).toBeNull()
  })

  it('keeps the archive closed but for libraries, and collects no packages by itself', async () => {
    const { asar, asarUnpack, beforeBuild, npmRebuild } = configuration({ ...build, platform: 'linux' })
    expect(await (beforeBuild as () => Promise<boolean>)()).toBe(false)
    expect(npmRebuild).toBeUndefined()
    expect(asar).toEqual({ smartUnpack: false })
    expect(asarUnpack).toEqual(['**/*.node'])
  })

  it('bears the id that the window has', () => {
    expect(readFileSync('electron/main/index.ts', 'utf8')).toContain(`app.setAppUserModelId('${appId}')`)
  })

  it('signs as the environment says, and never weaker than SHA-256', () => {
    expect(signing({})).toEqual({ signtoolOptions: { signingHashAlgorithms: ['sha256'] } })
    expect(signing({ SIGN_CERTIFICATE_SHA1: 'AB12', SIGN_TIMESTAMP_SERVER: 'http://time.example' })).toEqual({
      signtoolOptions: { signingHashAlgorithms: ['sha256'], certificateSha1: 'AB12', rfc3161TimeStampServer: 'http://time.example' },
    })
    const azure = { SIGN_AZURE_ENDPOINT: 'https://weu.example', SIGN_AZURE_ACCOUNT: 'a', SIGN_AZURE_PROFILE: 'p', SIGN_PUBLISHER: 'Stadt' }
    expect(signing(azure)).toEqual({ azureSignOptions: { endpoint: 'https://weu.example', codeSigningAccountName: 'a', certificateProfileName: 'p', publisherName: 'Stadt' } })
    expect(() => signing({ ...azure, SIGN_PUBLISHER: '' })).toThrow('SIGN_PUBLISHER')
  })
})

describe('the project of the MSI', () => {
  const builder = createRequire(import.meta.resolve('electron-builder'))
  const template = readFileSync(join(dirname(builder.resolve('app-builder-lib/package.json')), 'templates', 'msi', 'template.xml'), 'utf8')
  /** The template without its parts for assisted installation, and for starting the program afterwards. */
  const project = template.replaceAll(/\{\{ if \(is(RunAfterFinish|Assisted)\)[^]*?\{\{ \} -\}\}\n\n/g, '').replaceAll(/\$\{\w+\}/g, 'x')

  it('speaks German and refuses what is older than Windows 10', () => {
    const german = germanProject(project)
    expect(german).toContain('Language="1031"')
    expect(german).toContain('VersionNT >= 603')
    expect(german).toContain('Eine neuere Version von „[ProductName]“ ist schon installiert.')
    expect(german).not.toMatch(/newer version|Windows 7/)
  })

  it('has no custom action, or it is not made', () => {
    expect(() => germanProject(`${project}<CustomAction Id="run"/>`)).toThrow('custom actions')
  })

  it('is looked at by somebody when its template has changed', () => {
    expect(() => germanProject(project.replace('1033', '1034'))).toThrow('Language="1033"')
  })

  it('gives names with a hyphen ids that WiX takes', () => {
    expect(germanProject(`${project}<File Name="vulkan-1.dll" Id="vulkan-1.dll_f"/>`)).toContain('<File Name="vulkan-1.dll" Id="vulkan_1.dll_f"/>')
  })
})

describe('the bill of materials', () => {
  const electron = { version: '45.4.1', parts: { chrome: '150.0.1.2', node: '24.1.0', v8: '15.0' } }
  const known = askNpm()
  const bill = billOfMaterials({ platform: 'linux', electron, builtAt: new Date(0) }, known)

  it('names every production package, Electron and what is compiled in, each with version and licence', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> }
    const named = new Map(bill.components.map((component) => [component.name, component]))
    for (const [name, version] of Object.entries(manifest.dependencies)) expect(named.get(name)?.version, name).toBe(version)
    expect(bill.components.length).toBeGreaterThan(deliveredPackages('linux').size)
    for (const name of ['electron', 'chromium', 'node', 'v8', 'SQLCipher (in @signalapp/sqlcipher)']) expect(named.has(name), name).toBe(true)
    expect(bill.components.filter(({ licenses }) => !licenses?.length)).toEqual([])
    expect(bill.components.some(({ name }) => name === 'vitest')).toBe(false)
  })

  it('is not made when npm forgets a package', () => {
    const forgetful = { ...known, components: known.components.filter(({ name }) => name !== 'zod') }
    expect(() => billOfMaterials({ platform: 'linux', electron, builtAt: new Date(0) }, forgetful)).toThrow('zod@')
  })

  it('leaves builds for other platforms out', () => {
    const builds = (platform: 'linux' | 'win32') => billOfMaterials({ platform, electron, builtAt: new Date(0) }, known).components.flatMap(({ name }) => (name.startsWith('@node-rs/argon2-') ? [name] : []))
    expect(builds('linux')).toEqual(['@node-rs/argon2-linux-x64-gnu'])
    expect(builds('win32')).toEqual(['@node-rs/argon2-win32-x64-msvc'])
  })

  it('is connected: every part is known, once, and reached from the product', () => {
    const refs = bill.components.map((component) => component['bom-ref'])
    expect(new Set(refs).size).toBe(refs.length)
    const product = bill.metadata.component['bom-ref']
    const needs = new Map(bill.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn ?? []]))
    const reached = new Set([product])
    for (const ref of reached) for (const next of needs.get(ref) ?? []) reached.add(next)
    expect(refs.filter((ref) => !reached.has(ref))).toEqual([])
  })

  it('is valid CycloneDX', async () => {
    const { Spec, Validation } = await import('@cyclonedx/cyclonedx-library')
    const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot5)
    expect(await validator.validate(JSON.stringify(bill))).toBeNull()
    expect(await validator.validate(JSON.stringify({ ...bill, components: [{ name: 'without a type' }] }))).not.toBeNull()
  })

  it('is the same for the same sources', () => {
    expect(billOfMaterials({ platform: 'linux', electron, builtAt: new Date(0) })).toEqual(bill)
    expect(bill.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(billOfMaterials({ platform: 'linux', electron, builtAt: new Date(1) }, known).serialNumber).not.toBe(bill.serialNumber)
  })
})

it('the list of checksums names what is handed out, as sha256sum reads it', async () => {
  const folder = newFolder()
  for (const name of ['a.deb', 'b.tar.gz', 'c.msi', 'notes.txt']) writeFileSync(join(folder, name), name)
  expect(await writeChecksums(folder)).toEqual(['a.deb', 'b.tar.gz', 'c.msi'])
  const lines = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trim().split('\n')
  expect(lines).toHaveLength(3)
  for (const line of lines) expect(line).toMatch(/^[0-9a-f]{64} {2}[abc]\./)
})

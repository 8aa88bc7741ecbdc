import { execFileSync, spawnSync } from 'node:child_process'
import { lstatSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createRequire } from 'node:module'
import { expect, launchOffice, test } from '../e2e/support/office.ts'
import { createOffice, lock } from '../e2e/support/steps.ts'
import { environmentIn } from '../e2e/support/launch.ts'
import { filesOf, installed, installedRoot, readText, start, unpacked, type Started } from './installation.ts'

/** What lies in the packages, and that it is enough to work with. */

const folder = dirname(installed)

/** Files in the archive, by @electron/asar, which electron-builder brings along. */
function archived(): string[] {
  const builder = createRequire(import.meta.resolve('electron-builder'))
  const library = createRequire(builder.resolve('app-builder-lib'))
  const { listPackage } = library('@electron/asar') as { listPackage: (file: string, options: object) => string[] }
  return listPackage(join(folder, 'resources', 'app.asar'), {}).map((name) => name.slice(1))
}

test('only what is needed lies in the archive', () => {
  const names = archived()
  const packages = new Set(names.map((name) => /^node_modules\/((?:@[^/]+\/)?[^/@]+)/.exec(name)?.[1]).filter(Boolean))
  expect([...packages].sort()).toEqual(['@node-rs/argon2', '@node-rs/argon2-linux-x64-gnu', '@signalapp/sqlcipher', 'node-gyp-build'])
  expect(names.filter((name) => /\.(map|ts|tsx|md|exe|dll)$|\.test\.|^(tests|scripts|docs|electron|renderer|shared)\b/.test(name))).toEqual([])
  expect(names).toContain('out/main/index.js')
  expect(names).toContain('out/renderer/index.html')
  expect(names).toContain('out/preload/index.cjs')
})

test('beside it lie two native libraries of this platform, the licences and the bill of materials', () => {
  const libraries = filesOf(join(folder, 'resources', 'app.asar.unpacked'))
  expect(libraries).toEqual([
    'node_modules/@node-rs/argon2-linux-x64-gnu/argon2.linux-x64-gnu.node',
    'node_modules/@signalapp/sqlcipher/prebuilds/linux-x64/@signalapp+sqlcipher.node',
  ])
  for (const name of ['LICENSE.txt', 'THIRD_PARTY_NOTICES.md', 'LICENSE.electron.txt', 'LICENSES.chromium.html', 'SBOM.cdx.json', 'policy/Integrationsbuero.admx', 'policy/Integrationsbuero.adml']) {
    expect(statSync(join(folder, name)).size, name).toBeGreaterThan(500)
  }
  const bill = JSON.parse(readFileSync(join(folder, 'SBOM.cdx.json'), 'utf8')) as { components: { name: string }[] }
  expect(bill.components.map(({ name }) => name)).toEqual(expect.arrayContaining(['electron', 'chromium', '@signalapp/sqlcipher', 'zod']))
  expect(filesOf(join(folder, 'locales'))).toEqual(['de.pak', 'en-US.pak'])
})

test('the Debian package runs nothing of its own at installation and brings entry, icons and helper', () => {
  const info = filesOf(join(installedRoot, 'var/lib/dpkg/info')).filter((name) => name.startsWith('integrationsbuero.'))
  if (process.getuid?.() === 0) expect(info).toEqual(['integrationsbuero.list', 'integrationsbuero.md5sums'])
  expect(readlinkSync(join(installedRoot, 'usr/bin/integrationsbuero'))).toBe('../../opt/integrationsbuero/integrationsbuero')
  expect(readFileSync(join(installedRoot, 'usr/share/applications/integrationsbuero.desktop'), 'utf8')).toContain('\nExec=integrationsbuero\n')
  expect(statSync(join(installedRoot, 'usr/share/icons/hicolor/256x256/apps/integrationsbuero.png')).size).toBeGreaterThan(1000)
  const helper = lstatSync(join(folder, 'chrome-sandbox'))
  expect(helper.mode & 0o7777).toBe(0o4755)
  if (process.getuid?.() === 0) expect(helper.uid).toBe(0)
  const writable = filesOf(folder).filter((name) => (lstatSync(join(folder, name)).mode & 0o022) !== 0)
  expect(writable).toEqual([])
})

test('every library that the program is linked with comes with what the package depends on', () => {
  const libraries = execFileSync('ldd', [installed], { encoding: 'utf8' })
  expect(libraries).not.toContain('not found')
  const control = execFileSync('dpkg-query', [`--admindir=${join(installedRoot, 'var/lib/dpkg')}`, '-W', '-f=${Depends}', 'integrationsbuero'], { encoding: 'utf8' })
  const depended = control.split(/[,|]/).map((name) => name.trim().split(' ')[0])
  const needed = execFileSync('sh', ['-c', `objdump -p '${installed}' 2>/dev/null || readelf -d '${installed}'`], { encoding: 'utf8' })
  const names = [...needed.matchAll(/NEEDED\W+(?:Shared library: \[)?([\w.+-]+)/g)].map(([, name]) => name).filter((name) => !/^(libffmpeg|ld-linux)/.test(name ?? ''))
  expect(names.length).toBeGreaterThan(20)
  const places = new Map(names.map((name) => [name, new RegExp(`${name?.replaceAll(/[.+]/g, String.raw`\$&`)} => (\\S+)`).exec(libraries)?.[1] ?? '']))
  // Where /lib is a link to /usr/lib, the package manager may know a file by either name.
  const asked = [...places.values()].flatMap((place) => [place, place.replace(/^\/lib\//, '/usr/lib/'), place.replace(/^\/usr\/lib\//, '/lib/')])
  const owners = new Map(spawnSync('dpkg', ['-S', ...asked], { encoding: 'utf8' }).stdout.split('\n').map((line) => [line.split(': ')[1]?.replace(/^\/usr/, ''), line.split(':')[0] ?? '']))
  const missing = names.filter((name) => {
    const owner = owners.get(places.get(name)?.replace(/^\/usr/, '')) ?? ''
    return !depended.includes(owner) && !/^(libc6|libgcc-s1|libstdc\+\+6)$/.test(owner)
  })
  expect(missing).toEqual([])
})

for (const [name, program] of [['Debian package', installed], ['archive', unpacked]] as const) {
  test(`the ${name} starts as it is, unburnt by any test`, async () => {
    const started: Started = start(program)
    try {
      await started.up()
      expect(started.output()).not.toMatch(/Error|cannot open shared object/)
    } finally {
      await started.end()
    }
  })
}

test("an ordinary person's pages are shut in by the system, without any preparation", async () => {
  test.skip(process.getuid?.() !== 0, 'Only root can start as somebody else, and only what root has installed has its helper.')
  const started = start(installed, [], {}, true)
  try {
    await started.up()
    for (const page of started.pages()) {
      const status = readText(`/proc/${page}/status`)
      // A filter for system calls, and a world of its own in which it is another process.
      expect(status).toMatch(/^Seccomp:\t2$/m)
      expect(status).toMatch(/^NSpid:(\t\d+){2,}$/m)
    }
  } finally {
    await started.end()
  }
})

test('the commands for schedulers work in the package', async () => {
  const office = await launchOffice()
  await createOffice(office.window)
  await lock(office.window)
  await office.close()
  const command = (...args: string[]) => {
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const asked = spawnSync(installed, [...sandbox, `--vault=${office.folders.vault}`, ...args], { env: environmentIn(office.folders), encoding: 'utf8', timeout: 60_000 })
    return { code: asked.status, said: asked.stdout }
  }
  expect(command('--backup')).toEqual({ code: 0, said: expect.stringMatching(/\S/) })
  expect(command('--verify')).toEqual({ code: 0, said: expect.stringMatching(/\S/) })
  expect(command('--restore-test')).toEqual({ code: 0, said: expect.stringMatching(/\S/) })
})

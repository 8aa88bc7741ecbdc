// electron-builder's part: the application as an archive beside its Electron, burnt and, on Windows, as MSI and ZIP.
import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { configuration, executableNames } from '../../electron-builder.config.mjs'
import { root, say } from '../lib/project.mjs'
import { checkFuses } from './fuses.mjs'
import { billOfMaterials } from './sbom.mjs'

/**
 * @typedef {object} Build
 * @property {'linux' | 'win32'} platform
 * @property {string} output folder that the packages come to; emptied before
 * @property {string} version as the file names bear it
 * @property {Date} builtAt of the sources, not of the machine
 * @property {import('./runtime.mjs').Runtime} runtime
 */

/**
 * @param {Build} build
 * @returns {Promise<string>} folder with the finished application
 */
export async function packApplication({ platform, output, version, builtAt, runtime }) {
  const { Arch, Platform, build } = await import('electron-builder')
  const bill = path.join(output, `integrationsbuero-${version}-${platform}-x64.cdx.json`)
  writeFileSync(bill, `${JSON.stringify(billOfMaterials({ platform, electron: runtime, builtAt }), undefined, 2)}\n`)
  // Archives take their times from here as well.
  process.env['SOURCE_DATE_EPOCH'] = String(Math.floor(builtAt.getTime() / 1000))
  await build({
    projectDir: root,
    targets: (platform === 'win32' ? Platform.WINDOWS : Platform.LINUX).createTarget(platform === 'win32' ? ['msi', 'zip'] : ['dir'], Arch.x64),
    config: configuration({ platform, output, electronDist: runtime.folder, electronVersion: runtime.version, fileVersion: version, bill }),
    publish: 'never',
  })
  for (const leftover of ['builder-debug.yml', 'builder-effective-config.yaml']) rmSync(path.join(output, leftover), { force: true })
  const folder = path.join(output, platform === 'win32' ? 'win-unpacked' : 'linux-unpacked')
  const fuses = await checkFuses(path.join(folder, platform === 'win32' ? `${executableNames.win32}.exe` : executableNames.linux), platform)
  say(`Fuses of the finished program: ${fuses.join(', ')}.`)
  return folder
}

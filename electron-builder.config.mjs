// What electron-builder is told (docs/packaging.md). `scripts/package/application.mjs` hands it over, so that `npm run package` is the
// one way to build; nothing here is found by name.
import { rm } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { burnFuses } from './scripts/package/fuses.mjs'
import { speakGerman } from './scripts/package/msi-project.mjs'

/** MSI knows older versions of a product by this alone. It must never change, or an upgrade would install a second program. */
const upgradeCode = '1B551CC4-15F2-4153-AE4D-0D1F87092392'

/** By this Windows joins the window and its pinned icon; `electron/main/index.ts` tells it the same. */
export const appId = 'Integrationsbuero.Desktop'

/** File name of the program. No umlaut: it stands in command lines, in rules of AppLocker and in paths. */
export const executableNames = { win32: 'Integrationsbuero', linux: 'integrationsbuero' }

/**
 * What the bundles leave outside (`external` in electron.vite.config.ts), each with the files of it that are needed to run. Everything
 * else that the application uses is bundled, so no other package goes in.
 * @param {'linux' | 'win32'} platform
 * @returns {{ name: string, filter: string[] }[]}
 */
export function nativePackages(platform) {
  return [
    { name: '@signalapp/sqlcipher', filter: ['package.json', 'LICENSE', 'dist/index.{mjs,cjs}', `prebuilds/${platform}-x64/*.node`] },
    { name: 'node-gyp-build', filter: ['package.json', 'LICENSE', 'index.js', 'node-gyp-build.js'] },
    { name: '@node-rs/argon2', filter: ['package.json', 'LICENSE', 'index.js'] },
    { name: platform === 'win32' ? '@node-rs/argon2-win32-x64-msvc' : '@node-rs/argon2-linux-x64-gnu', filter: ['package.json', '*.node'] },
  ]
}

/**
 * @param {{ platform: 'linux' | 'win32', output: string, electronDist: string, electronVersion: string, fileVersion: string, bill: string }} build
 *   `fileVersion` names the files; `bill` is the SBOM that goes along
 * @returns {import('electron-builder').Configuration}
 */
export function configuration({ platform, output, electronDist, electronVersion, fileVersion, bill }) {
  return {
    appId,
    productName: 'Integrationsbüro',
    copyright: 'Integrationsbüro contributors, AGPL-3.0-or-later',
    directories: { output, buildResources: 'resources/icons' },
    electronVersion,
    // An unpacked Electron of ours: what is packed is what was tested, and nothing is fetched here.
    electronDist,
    afterExtract: async ({ appOutDir }) => {
      // The runtime for development starts the application folder that is named on its command line; a package never does.
      for (const name of ['resources/app', 'resources/default_app.asar', 'version']) await rm(path.join(appOutDir, name), { recursive: true, force: true })
    },
    // The native packages come as finished files of every platform (N-API): nothing is compiled, no package is collected, and `files` says
    // what is taken. (`npmRebuild: false` would win over this and still collect all of them.)
    beforeBuild: async () => false,
    files: [
      'out/**/*',
      '!out/built-from',
      '!**/*.map',
      'package.json',
      ...nativePackages(platform).map(({ name, filter }) => ({ from: `node_modules/${name}`, to: `node_modules/${name}`, filter })),
    ],
    asar: { smartUnpack: false },
    // A library is loaded by the system, which needs a file. All else stays in the archive, where its hash stands.
    asarUnpack: ['**/*.node'],
    // WiX takes no hyphen in the name of a file beside the program.
    extraFiles: [
      { from: 'LICENSE', to: 'LICENSE.txt' },
      { from: 'THIRD-PARTY-NOTICES.md', to: 'THIRD_PARTY_NOTICES.md' },
      { from: bill, to: 'SBOM.cdx.json' },
      // Templates for group policies.
      { from: 'resources/policy/Integrationsbuero.admx', to: 'policy/Integrationsbuero.admx' },
      { from: 'resources/policy/de-DE/Integrationsbuero.adml', to: 'policy/Integrationsbuero.adml' },
    ],
    extraMetadata: { desktopName: `${executableNames.linux}.desktop` },
    // Menus and dialogs of Chromium itself; English is what it falls back to.
    electronLanguages: ['de', 'en-US'],
    // Before the program is signed: a signature covers the fuses.
    afterPack: ({ appOutDir }) => burnFuses(path.join(appOutDir, platform === 'win32' ? `${executableNames.win32}.exe` : executableNames.linux), platform),
    // No updater, so nothing to publish and no address to ask.
    publish: null,
    forceCodeSigning: process.env['SIGN'] === 'required',
    win: {
      target: ['msi', 'zip'],
      icon: 'resources/icons/icon.ico',
      executableName: executableNames.win32,
      artifactName: `Integrationsbuero-${fileVersion}-x64.\${ext}`,
      // Rules by publisher (WDAC, AppLocker) ask for each file that is loaded, not for the program alone.
      signExts: ['.dll', '.node'],
      ...signing(process.env),
    },
    msi: {
      upgradeCode,
      // The only scope: under a management system the installer runs as SYSTEM, whose profile is nobody's.
      perMachine: true,
      // No dialogs and with them no custom actions; `/qn` and a double click do the same.
      oneClick: true,
      // Starting the program would be a custom action, and as SYSTEM at that.
      runAfterFinish: false,
      createStartMenuShortcut: true,
      createDesktopShortcut: false,
      shortcutName: 'Integrationsbüro',
    },
    msiProjectCreated: speakGerman,
    // deb and tar.gz are made of the unpacked folder by our own scripts: electron-builder would fetch programs for that.
    linux: { target: ['dir'], executableName: executableNames.linux, icon: 'resources/icons', category: 'Office' },
  }
}

/**
 * How Windows files are signed, by the environment alone. Nothing secret stands here or in a file: passwords are read by electron-builder
 * (CSC_LINK, CSC_KEY_PASSWORD) or by Microsoft's tools (AZURE_…), a token asks for its PIN itself.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Partial<import('electron-builder').WindowsConfiguration>} empty when nothing is set, or CSC_LINK alone
 */
export function signing(env) {
  const azure = env['SIGN_AZURE_ENDPOINT']
  if (azure) {
    return {
      azureSignOptions: {
        endpoint: azure,
        codeSigningAccountName: demanded(env, 'SIGN_AZURE_ACCOUNT'),
        certificateProfileName: demanded(env, 'SIGN_AZURE_PROFILE'),
        publisherName: demanded(env, 'SIGN_PUBLISHER'),
      },
    }
  }
  const certificate = env['SIGN_CERTIFICATE_SHA1']
  return {
    signtoolOptions: {
      signingHashAlgorithms: ['sha256'],
      // A certificate on a token or in the machine's store is known by its fingerprint.
      ...(certificate ? { certificateSha1: certificate } : {}),
      ...(env['SIGN_TIMESTAMP_SERVER'] ? { rfc3161TimeStampServer: env['SIGN_TIMESTAMP_SERVER'] } : {}),
    },
  }
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} name
 */
function demanded(env, name) {
  const value = env[name]
  if (!value) throw new Error(`Signing by Azure needs ${name} as well.`)
  return value
}

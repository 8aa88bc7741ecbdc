// Electron's fuses: switches inside the program file that no argument, environment variable or file beside it can turn back.
import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses'
import { Obstacle } from '../lib/project.mjs'

/**
 * How a finished program has to be, fuse by fuse.
 * @param {'linux' | 'win32'} platform
 * @returns {Record<FuseV1Options, boolean>}
 */
export function wantedFuses(platform) {
  return {
    // ELECTRON_RUN_AS_NODE would make a signed, trusted program run any script.
    [FuseV1Options.RunAsNode]: false,
    // No cookie is ever written (the session lies in memory). Windows protects the key without asking; Linux would ask for the key ring.
    [FuseV1Options.EnableCookieEncryption]: platform === 'win32',
    // NODE_OPTIONS and NODE_EXTRA_CA_CERTS.
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    // --inspect, --inspect-brk and the signal that opens a debugger. `electron/main/security/debugging.ts` reads this fuse, too.
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    // Checked against a hash inside the program on Windows and macOS; Electron has no such check on Linux.
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
    // A folder `app` beside the archive would run instead of it.
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    // There is no such snapshot.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // No page is ever loaded from file://.
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    // Electron's own value: WebAssembly (the spell checker) checks its bounds by the processor.
    [FuseV1Options.WasmTrapHandlers]: true,
  }
}

/**
 * Burns every fuse that the program has and checks the result.
 * @param {string} executable
 * @param {'linux' | 'win32'} platform
 */
export async function burnFuses(executable, platform) {
  const present = await presentFuses(executable)
  const wanted = Object.entries(wantedFuses(platform)).filter(([fuse]) => present.has(Number(fuse)))
  await flipFuses(executable, { version: FuseVersion.V1, ...Object.fromEntries(wanted) })
  await checkFuses(executable, platform)
}

/**
 * Reads the fuses of a finished program. @throws Obstacle naming each one that isn't as it has to be, or that nobody has decided on
 * @param {string} executable
 * @param {'linux' | 'win32'} platform
 * @returns {Promise<string[]>} each fuse and its state, for people
 */
export async function checkFuses(executable, platform) {
  /** @type {Record<string, boolean>} */
  const wanted = wantedFuses(platform)
  const present = await presentFuses(executable)
  const wrong = [...present].filter(([fuse, on]) => wanted[fuse] !== on)
  if (wrong.length > 0) {
    throw new Obstacle(`Fuses of ${executable} are not as they have to be: ${wrong.map(([fuse, on]) => told(fuse, on)).join(', ')}`)
  }
  return [...present].map(([fuse, on]) => told(fuse, on))
}

/**
 * Makes of a finished program the flavour that window tests can drive: one fuse, one byte.
 * @param {string} executable
 */
export async function allowInspecting(executable) {
  await flipFuses(executable, { version: FuseVersion.V1, [FuseV1Options.EnableNodeCliInspectArguments]: true })
}

/**
 * The fuses that this Electron has; older ones have fewer, and a removed one can't be set.
 * @param {string} executable
 * @returns {Promise<Map<number, boolean>>}
 */
async function presentFuses(executable) {
  const wire = await getCurrentFuseWire(executable)
  const fuses = Object.entries(wire).filter(([key, state]) => key !== 'version' && state !== FuseState.REMOVED)
  return new Map(fuses.map(([key, state]) => [Number(key), state === FuseState.ENABLE]))
}

/**
 * @param {number} fuse
 * @param {boolean} on
 */
function told(fuse, on) {
  return `${FuseV1Options[fuse] ?? `fuse ${fuse}`} ${on ? 'on' : 'off'}`
}

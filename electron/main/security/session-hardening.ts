import { app, session as electronSession, type Session } from 'electron'

/** In memory: nothing of the window is ever written to the profile folder. */
const partition = 'office'

/** Schemes that never leave the machine. `devtools:` is only let through in an unpackaged build. */
const localSchemes = new Set(['app:', 'blob:', 'data:'])

/** What a page may ask for; everything else is denied without a question. */
const permissions: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'fullscreen'])

/** The window's session. Every session is hardened as it comes into being, Electron's unused default session too. */
export function hardenedSession(packaged: boolean, withoutClipboard = false): Session {
  const allowed = withoutClipboard ? new Set([...permissions].filter((permission) => !permission.startsWith('clipboard'))) : permissions
  app.on('session-created', (session) => harden(session, packaged, allowed))
  harden(electronSession.defaultSession, packaged, allowed)
  return electronSession.fromPartition(partition, { cache: false })
}

/** No network, no permissions, no devices, no downloads, no spell-check dictionaries, no proxy look-ups. */
function harden(session: Session, packaged: boolean, allowed: ReadonlySet<string>): void {
  session.webRequest.onBeforeRequest((details, callback) => {
    const { protocol } = new URL(details.url)
    callback({ cancel: !(localSchemes.has(protocol) || (!packaged && protocol === 'devtools:')) })
  })
  session.setPermissionRequestHandler((_contents, permission, callback) => callback(allowed.has(permission)))
  session.setPermissionCheckHandler((_contents, permission) => allowed.has(permission))
  session.setDevicePermissionHandler(() => false)
  // Switched off alone, Chromium still fetches the dictionary of the system's language (electron#22995).
  session.setSpellCheckerEnabled(false)
  session.setSpellCheckerLanguages([])
  session.on('will-download', (event) => event.preventDefault())
  // "direct" keeps Chromium from asking the network for a proxy configuration.
  void session.setProxy({ mode: 'direct' })
}

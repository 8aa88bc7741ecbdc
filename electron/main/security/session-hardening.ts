import { session as electronSession, type Session } from 'electron'

/** In memory: nothing of the window is ever written to the profile folder. */
const partition = 'office'

/** Schemes that never leave the machine. `devtools:` is only let through in an unpackaged build. */
const localSchemes = new Set(['app:', 'blob:', 'data:'])

/** What a page may ask for; everything else is denied without a question. */
const permissions: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'fullscreen'])

/** The window's session: no network, no permissions, no spell-check downloads, no proxy look-ups. */
export function hardenedSession(packaged: boolean): Session {
  const session = electronSession.fromPartition(partition, { cache: false })
  session.webRequest.onBeforeRequest((details, callback) => {
    const { protocol } = new URL(details.url)
    callback({ cancel: !(localSchemes.has(protocol) || (!packaged && protocol === 'devtools:')) })
  })
  session.setPermissionRequestHandler((_contents, permission, callback) => callback(permissions.has(permission)))
  session.setPermissionCheckHandler((_contents, permission) => permissions.has(permission))
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event) => event.preventDefault())
  // "direct" keeps Chromium from asking the network for a proxy configuration.
  void session.setProxy({ mode: 'direct' })
  return session
}

import { randomBytes } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { protocol, type Session } from 'electron'
import { noncePlaceholder } from '../../../shared/nonce-placeholder.ts'

/** The only origin that the window ever shows. */
export const appOrigin = 'app://integrationsbuero'

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
}

/**
 * Scripts and styles come from the built files alone. Libraries that make style elements of their own (Mantine, the
 * editor) mark them with the nonce of this load; style attributes in markup bring nothing, styles set by script do. So
 * text that is pasted into the editor keeps what its elements say (<b>) and loses what its style attributes say.
 * `connect-src 'none'`: the window talks through its port and through nothing else.
 */
const contentSecurityPolicy = (styleNonce: string): string => [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' 'nonce-${styleNonce}'`,
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** Must run before Electron is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Serves the built files, each known by name at the start; whatever else is asked for does not exist. */
export function serveApp(session: Session, folder: string): void {
  const files = new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name)
        return [`/${relative(folder, path).split(sep).join('/')}`, path]
      }),
  )
  session.protocol.handle('app', (request) => {
    const { host, pathname } = new URL(request.url)
    const path = host === 'integrationsbuero' && request.method === 'GET' ? files.get(pathname) : undefined
    const type = path && contentTypes[extname(path)]
    const nonce = randomBytes(16).toString('base64')
    const policy = { 'Content-Security-Policy': contentSecurityPolicy(nonce) }
    if (!path || !type) return new Response(null, { status: 404, headers: policy })
    const content = readFileSync(path)
    const body = extname(path) === '.html' ? content.toString('utf8').replaceAll(noncePlaceholder, nonce) : new Uint8Array(content)
    return new Response(body, {
      headers: {
        ...policy,
        'Content-Type': type,
        'X-Content-Type-Options': 'nosniff',
        'Cross-Origin-Opener-Policy': 'same-origin',
      },
    })
  })
}

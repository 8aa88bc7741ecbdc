import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { shareOffice } from '../support/shared-office.ts'

/**
 * Attacked: the handler of `app://` (electron/main/security/app-protocol.ts), which reads files. It must give the built
 * files of the page and nothing else, whatever way a path is written.
 */

const office = shareOffice()
const origin = 'app://integrationsbuero'

/** Status and content of an answer of the handler, asked past the page's policy. */
function ask(url: string, method = 'GET'): Promise<{ status: number; text: string; type: string }> {
  return office().app.evaluate(
    async ({ session }, request) => {
      try {
        const answer = await session.fromPartition('office').fetch(request.url, { method: request.method })
        return { status: answer.status, text: await answer.text(), type: answer.headers.get('content-type') ?? '' }
      } catch (error) {
        return { status: 0, text: String(error), type: '' }
      }
    },
    { url, method },
  )
}

test('gives the page and its assets with their types', async () => {
  expect(await ask(`${origin}/index.html`)).toMatchObject({ status: 200, type: 'text/html; charset=utf-8', text: expect.stringContaining('id="root"') })
  const assets = readdirSync(join(import.meta.dirname, '../../../out/renderer/assets'))
  const script = assets.find((name) => name.endsWith('.js'))
  expect(await ask(`${origin}/assets/${script}`)).toMatchObject({ status: 200, type: 'text/javascript; charset=utf-8' })
})

const outside = [
  '/../main/index.js',
  '/..%2fmain%2findex.js',
  '/%2e%2e/main/index.js',
  '/%2e%2e%2fmain%2findex.js',
  '/%252e%252e%252fmain/index.js',
  '/..%5cmain%5cindex.js',
  '/..\\main\\index.js',
  '/....//main/index.js',
  '/assets/../../main/index.js',
  '/assets/..%2f..%2fmain/index.js',
  '/../../package.json',
  '/..%2f..%2fpackage.json',
  '/../../../../../../../../etc/hostname',
  '/..%2f..%2f..%2f..%2f..%2f..%2f..%2fetc%2fhostname',
  '//etc/hostname',
  '/%2fetc%2fhostname',
  '/file:///etc/hostname',
  '/index.html%00.js',
  '/index.html/',
  '/index.html/../../main/index.js',
  '/C:%5cWindows%5cwin.ini',
  '/main/index.js',
  '/preload/index.cjs',
  '/package.json',
  '/built-from',
  '/',
  '/assets',
  '/assets/',
  '/INDEX.HTML',
  '/__proto__',
  '/constructor',
]
for (const path of outside) {
  test(`gives nothing for ${path}`, async () => {
    const { status, text } = await ask(`${origin}${path}`)
    expect([0, 404]).toContain(status)
    expect(text).not.toMatch(/electron|integrationsbuero"|root/i)
  })
}

for (const host of ['other', 'integrationsbuero.example', 'integrationsbuero@other', 'localhost', '127.0.0.1']) {
  test(`answers for no other host: ${host}`, async () => {
    expect((await ask(`app://${host}/index.html`)).status).not.toBe(200)
  })
}

for (const method of ['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PROPFIND']) {
  test(`answers no ${method}`, async () => {
    expect((await ask(`${origin}/index.html`, method)).status).not.toBe(200)
  })
}

test('the build holds no source maps, and none is given', async () => {
  const files = readdirSync(join(import.meta.dirname, '../../../out/renderer'), { recursive: true }) as string[]
  expect(files.filter((name) => name.endsWith('.map'))).toEqual([])
  const script = files.find((name) => name.endsWith('.js'))
  expect((await ask(`${origin}/${script}.map`)).status).toBe(404)
})

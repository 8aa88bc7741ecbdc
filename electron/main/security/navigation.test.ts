import { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, it, vi } from 'vitest'

const app = new EventEmitter()
vi.mock('electron', () => ({ app, protocol: {} }))
const { denyNavigation, isOwnPage } = await import('./navigation.ts')

const own = 'app://integrationsbuero/index.html'

describe('isOwnPage', () => {
  it.each([own, `${own}#/directory?id=1`, `${own}?x=1`])('accepts %j', (address) => expect(isOwnPage(address)).toBe(true))

  it.each([
    '',
    'no address',
    'about:blank',
    'app://integrationsbuero/',
    'app://integrationsbuero/index.html/more',
    'app://integrationsbuero/assets/index.js',
    'app://integrationsbuero.example/index.html',
    'app://integrationsbuero:80/index.html',
    'app://other/index.html',
    'http://integrationsbuero/index.html',
    'file:///index.html',
    `javascript:location='${own}'`,
    `data:text/html,${own}`,
    `blob:${own}`,
    `https://example.org/#${own}`,
    `https://${own.slice(6)}`,
  ])('refuses %j', (address) => expect(isOwnPage(address)).toBe(false))
})

describe('the contents of any window', () => {
  let contents: EventEmitter & { setWindowOpenHandler: (handler: () => unknown) => void }
  let openWindow: () => unknown
  let webRtc: string
  let loaded: string[]

  beforeEach(() => {
    app.removeAllListeners()
    loaded = []
    denyNavigation()
    contents = Object.assign(new EventEmitter(), {
      setWebRTCIPHandlingPolicy: (policy: string) => {
        webRtc = policy
      },
      loadURL: async (address: string) => void loaded.push(address),
      setWindowOpenHandler: (handler: () => unknown) => {
        openWindow = handler
      },
    })
    app.emit('web-contents-created', {}, contents)
  })

  /** Whether an event was let through. */
  function passes(name: string, details: object = {}): boolean {
    let prevented = false
    contents.emit(name, { ...details, preventDefault: () => (prevented = true) })
    return !prevented
  }

  it('speak no WebRTC past the proxy that there is not', () => expect(webRtc).toBe('disable_non_proxied_udp'))

  it('open no other window', () => expect(openWindow()).toEqual({ action: 'deny' }))

  it('reload their own page and go nowhere else', () => {
    expect(passes('will-navigate', { url: own })).toBe(true)
    expect(passes('will-navigate', { url: 'https://example.org/' })).toBe(false)
    expect(passes('will-frame-navigate', { url: own, isMainFrame: true })).toBe(true)
    expect(passes('will-frame-navigate', { url: 'https://example.org/', isMainFrame: true })).toBe(false)
  })

  it('show nothing in a frame, not even their own page', () =>
    expect(passes('will-frame-navigate', { url: own, isMainFrame: false })).toBe(false))

  it('come back from an empty page, which is shown without asking', () => {
    contents.emit('did-navigate', {}, own)
    expect(loaded).toEqual([])
    contents.emit('did-navigate', {}, 'about:blank')
    expect(loaded).toEqual([own])
  })

  it('follow no redirect and attach no webview', () => {
    expect(passes('will-redirect', { url: own })).toBe(false)
    expect(passes('will-attach-webview')).toBe(false)
  })
})

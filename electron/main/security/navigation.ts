import { app } from 'electron'
import { appOrigin } from './app-protocol.ts'

/** The window shows one page and never another: no navigation, no redirect, no new window, no webview, no WebRTC. */
export function denyNavigation(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', (event) => {
      if (!isOwnPage(event.url)) event.preventDefault()
    })
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame || !isOwnPage(event.url)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    // An empty page is shown without asking; whoever leads there is led back.
    contents.on('did-navigate', (_navigated, address) => {
      if (address.startsWith('about:')) void contents.loadURL(`${appOrigin}/index.html`)
    })
    // WebRTC passes by the session's filter of requests and by the content security policy.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  })
}

/** Whether an address is the application's page itself (its hash may differ). What is no address is not. */
export function isOwnPage(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host, pathname } = new URL(address)
  return `${protocol}//${host}` === appOrigin && pathname === '/index.html'
}

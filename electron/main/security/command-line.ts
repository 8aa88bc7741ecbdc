import { app } from 'electron'

/**
 * Chromium's own traffic (component updates, proxy look-up, field trials) is switched off, and name resolution leads
 * nowhere, so that even a forgotten request can't leave the machine. Must run before Electron is ready.
 */
export function closeNetwork(): void {
  // The product's name has an umlaut, which no header may carry; without this our own protocol can't answer.
  app.userAgentFallback = 'Integrationsbuero'
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('disable-domain-reliability')
  app.commandLine.appendSwitch('disable-quic')
  app.commandLine.appendSwitch('no-proxy-server')
  app.commandLine.appendSwitch('dns-prefetch-disable')
  app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp')
  app.commandLine.appendSwitch('disable-features', 'MediaRouter,OptimizationHints,SpareRendererForSitePerProcess')
}

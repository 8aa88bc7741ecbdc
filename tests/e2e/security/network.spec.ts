import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launchOffice, newFolders, test as tidied } from '../support/office.ts'
import { createOffice, lock, unlock } from '../support/steps.ts'
import { shareOffice } from '../support/shared-office.ts'
import { setTrap, type Trap } from './trap.ts'

/**
 * Attacked: the promise that nothing leaves the machine. Below the page's policy (policy.spec.ts) lie two more layers,
 * each tried here past the ones above it: the session's filter of requests and the mapping of all names to nowhere
 * (electron/main/security).
 */

test.describe('past the policy of the page', () => {
  const office = shareOffice()
  let trap: Trap
  test.beforeAll(async () => {
    trap = await setTrap()
  })
  test.afterEach(() => trap.expectAlone())
  test.afterAll(() => trap.close())

  for (const name of ['office', 'any other', null]) {
    test(`the filter cancels every request of ${name ? `the session "${name}"` : "Electron's own session"}`, async () => {
      const answers = await office().app.evaluate(
        async ({ session }, { partition, host }) => {
          const asked = partition ? session.fromPartition(partition) : session.defaultSession
          const addresses = [`http://${host}/`, `https://${host}/`, 'https://example.org/']
          return Promise.all(addresses.map((address) => asked.fetch(address).then(({ status }) => String(status), (error: Error) => error.message)))
        },
        { partition: name, host: trap.host },
      )
      expect(answers).toEqual(Array(3).fill('net::ERR_BLOCKED_BY_CLIENT'))
    })
  }

  test('without the filter, every name and address leads nowhere', async () => {
    const answers = await office().app.evaluate(async ({ session }, host) => {
      const open = session.fromPartition('opened by the test')
      open.webRequest.onBeforeRequest(null)
      const addresses = [`http://${host}/`, `https://${host}/`, 'http://localhost/', 'https://example.org/', 'http://[::1]/']
      const fetched = addresses.map((address) => open.fetch(address).then(({ status }) => String(status), (error: Error) => error.message))
      const resolved = ['example.org', 'localhost', 'dns.example'].map((name) => open.resolveHost(name).then(() => 'found', (error: Error) => error.message))
      return Promise.all([...fetched, ...resolved])
    }, trap.host)
    for (const answer of answers) expect(answer).toContain('ERR_NAME_NOT_RESOLVED')
  })

  test('there is no proxy to be asked for', async () => {
    const proxies = await office().app.evaluate(({ session }) =>
      Promise.all([session.defaultSession, session.fromPartition('office')].map((asked) => asked.resolveProxy('https://example.org/'))),
    )
    expect(proxies).toEqual(['DIRECT', 'DIRECT'])
  })

  test("Chromium's own traffic is switched off", async () => {
    const switches = await office().app.evaluate(({ app }) =>
      ['host-resolver-rules', 'disable-background-networking', 'disable-component-update', 'disable-domain-reliability', 'disable-quic', 'no-proxy-server'].map((name) => [
        name,
        app.commandLine.hasSwitch(name) && app.commandLine.getSwitchValue(name),
      ]),
    )
    expect(Object.fromEntries(switches)).toEqual({
      'host-resolver-rules': 'MAP * ~NOTFOUND',
      'disable-background-networking': '',
      'disable-component-update': '',
      'disable-domain-reliability': '',
      'disable-quic': '',
      'no-proxy-server': '',
    })
  })
})

interface NetLog {
  constants: { logEventTypes: Record<string, number>; logSourceType: Record<string, number> }
  events: { type: number; source: { id: number; type: number }; params?: { url?: string; host?: string; address?: string } }[]
}

/** Chromium's own record of everything that its network code did. */
function readNetLog(file: string): { urls: string[]; events: Set<string>; all: number } {
  const text = readFileSync(file, 'utf8')
  const { constants, events } = JSON.parse(text) as NetLog
  const names = new Map(Object.entries(constants.logEventTypes).map(([name, id]) => [id, name]))
  return {
    urls: events.flatMap(({ params }) => (params?.url ? [params.url] : [])),
    events: new Set(events.map(({ type }) => names.get(type) ?? String(type))),
    all: events.length,
  }
}

/** What happens in the network code only when something leaves: names looked up, sockets opened towards somebody. */
const outgoing = ['TCP_CONNECT', 'TCP_CONNECT_ATTEMPT', 'UDP_CONNECT', 'UDP_BYTES_SENT', 'SSL_CONNECT', 'HTTP_TRANSACTION_SEND_REQUEST', 'QUIC_SESSION', 'DNS_TRANSACTION', 'DNS_TRANSACTION_ATTEMPT', 'HOST_RESOLVER_MANAGER_REQUEST', 'HOST_RESOLVER_SYSTEM_TASK', 'WPAD_DHCP_WIN_FETCH', 'PAC_FILE_DECIDER', 'WEBSOCKET_UPGRADE_REQUEST', 'SOCKET_BYTES_SENT']

tidied('over a whole day of work, Chromium records no request to anybody', async () => {
  const folders = newFolders()
  const log = join(folders.base, 'net-log.json')
  const { window, close } = await launchOffice({ folders, args: [`--log-net-log=${log}`, '--net-log-capture-mode=Everything'] })
  await createOffice(window)
  for (const link of await window.getByRole('navigation', { name: 'Bereiche' }).getByRole('link').all()) await link.click()
  await window.keyboard.press('Control+1')
  await lock(window)
  await unlock(window)
  await close()

  const { urls, events, all } = readNetLog(log)
  expect(all).toBeGreaterThan(0)
  expect(urls.filter((url) => !/^(app|blob|data|devtools):/.test(url))).toEqual([])
  expect(outgoing.filter((name) => events.has(name))).toEqual([])
})

tidied('the record would show a request: one that the test makes is in it', async () => {
  const folders = newFolders()
  const log = join(folders.base, 'net-log.json')
  const { app, close } = await launchOffice({ folders, args: [`--log-net-log=${log}`] })
  await app.evaluate(async ({ session }) => {
    const open = session.fromPartition('opened by the test')
    open.webRequest.onBeforeRequest(null)
    await open.fetch('http://example.org/').catch(() => {})
  })
  await close()
  expect(readNetLog(log).urls.join('\n')).toContain('http://example.org/')
})

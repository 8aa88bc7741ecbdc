import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer, connect, type AddressInfo } from 'node:net'
import { expect } from '@playwright/test'

/**
 * A server of the attacker on this machine: it listens on TCP and UDP, says yes to everything a browser asks for
 * (any origin, any content) and counts who comes. It must stay alone.
 */
export interface Trap {
  /** `127.0.0.1:<port>`, the same port for TCP and UDP. */
  host: string
  /** First bytes of everything that arrived. */
  visits: string[]
  /** Fails unless the trap works (its own visit is seen) and nobody else has come. */
  expectAlone(): Promise<void>
  close(): Promise<void>
}

const answer = (body: string, type: string): string =>
  [
    'HTTP/1.1 200 OK',
    `Content-Type: ${type}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Access-Control-Allow-Origin: *',
    'Access-Control-Allow-Headers: *',
    'Access-Control-Allow-Private-Network: true',
    'Connection: close',
    '',
    body,
  ].join('\r\n')

const types: [RegExp, string][] = [
  [/^\S+ \S+\.js/, 'text/javascript'],
  [/^\S+ \S+\.css/, 'text/css'],
  [/^\S+ \S+\.svg/, 'image/svg+xml'],
]

/** Sets the trap on a free port. */
export async function setTrap(): Promise<Trap> {
  const visits: string[] = []
  const tcp = createServer((socket) => {
    visits.push('connection')
    socket.on('error', () => {})
    socket.on('data', (data) => {
      const request = data.toString('latin1')
      visits.push(request.split('\r\n')[0] ?? '')
      socket.end(answer('globalThis.stolen = true', types.find(([pattern]) => pattern.test(request))?.[1] ?? 'text/html'))
    })
  })
  tcp.listen(0, '127.0.0.1')
  await once(tcp, 'listening')
  const { port } = tcp.address() as AddressInfo
  const udp = createSocket('udp4', (data) => visits.push(`datagram of ${data.length} bytes`))
  udp.bind(port, '127.0.0.1')
  await once(udp, 'listening')

  return {
    host: `127.0.0.1:${port}`,
    visits,
    async expectAlone() {
      expect(visits).toEqual([])
      const self = connect(port, '127.0.0.1')
      self.end('GET /self HTTP/1.1\r\n\r\n')
      await once(self.resume(), 'close')
      expect(visits).toEqual(['connection', 'GET /self HTTP/1.1'])
      visits.length = 0
    },
    async close() {
      udp.close()
      tcp.close()
      await once(tcp, 'close')
    },
  }
}

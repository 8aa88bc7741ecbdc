import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'

it('a thread that is ended with a database open, its file gone, leaves the process alive', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'integrationsbuero-driver-'))
  // SQLite tells its logger that the file is gone when the connection is closed, which is when the thread's JavaScript has ended.
  const program = `import(${JSON.stringify(new URL('./driver.ts', import.meta.url).href)}).then(({ CipherConnection }) => {
    globalThis.connection = new CipherConnection(${JSON.stringify(join(folder, 'open.db'))}, Buffer.alloc(32, 1))
    globalThis.connection.exec('CREATE TABLE kept (number INTEGER)')
    require('node:worker_threads').parentPort.on('message', () => {}).postMessage('open')
  })`
  const worker = new Worker(program, { eval: true })
  await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject))
  rmSync(folder, { recursive: true })
  await expect(worker.terminate()).resolves.toBe(1)
})

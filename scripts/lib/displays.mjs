// Virtual displays for several windows at once; each has focus and clipboard of its own.
import { spawn } from 'node:child_process'
import { Obstacle, say, toolEnvironment } from './project.mjs'
import { needsVirtualDisplay } from './system.mjs'

/**
 * Does work that opens windows. Where there is no display, the work gets several virtual ones, their names in
 * `TEST_DISPLAYS`, separated by spaces; they end with it. A real display stays as it is and is the only one.
 * @template Result
 * @param {number} count
 * @param {(env: NodeJS.ProcessEnv) => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function withDisplays(count, work) {
  if (!needsVirtualDisplay()) return work(toolEnvironment())
  say(`There is no display here: windows open on ${count} virtual ones (Xvfb) and stay invisible.`)
  const started = Array.from({ length: count }, startDisplay)
  try {
    const names = await Promise.all(started.map(({ name }) => name))
    return await work({ ...toolEnvironment(), DISPLAY: names[0], TEST_DISPLAYS: names.join(' ') })
  } finally {
    for (const { server } of started) server.kill()
  }
}

/** Starts a display; it chooses its own number and writes it to its fourth file once it is ready. */
function startDisplay() {
  const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp']
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  /** @type {Promise<string>} */
  const name = new Promise((resolve, reject) => {
    server.once('error', reject)
    server.once('exit', () => reject(new Obstacle('The virtual display (Xvfb) ended before the tests began.')))
    server.stdio[3]?.once('data', (number) => resolve(`:${String(number).trim()}`))
  })
  return { server, name }
}

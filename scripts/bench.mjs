#!/usr/bin/env node
// `npm run bench` and `npm run soak`: make the machine ready and run the measurement, with a display if there is none.
import process from 'node:process'
import { Obstacle, run, runScript } from './lib/project.mjs'
import { withDisplay } from './lib/system.mjs'
import { prepare } from './prepare.mjs'

await runScript(async () => {
  const [name = 'run', ...args] = process.argv.slice(2)
  await prepare({ tests: false })
  const [command, rest] = withDisplay('node', [`tests/bench/${name}.ts`, ...args])
  if ((await run(command, rest, { stdout: 'inherit' })) !== 0) throw new Obstacle('The measurement did not come to its end.')
})

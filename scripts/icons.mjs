#!/usr/bin/env node
// `npm run icons`: draws resources/icons/icon.svg in the sizes that desktops ask for, as PNG files and as one ICO file. Their results
// are committed, so that packages come out the same on every machine. Needs a display (`xvfb-run -a npm run icons` without one).
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { _electron } from '@playwright/test'
import { resolveElectron } from './electron-runtime.mjs'
import { isRoot, root, say } from './lib/project.mjs'

/** Sizes in pixels: of menus and task bars on Linux, and those that Windows looks for in an ICO file. */
const sizes = [16, 24, 32, 48, 64, 128, 256, 512]
const inIco = new Set([16, 24, 32, 48, 64, 256])

const folder = path.join(root, 'resources', 'icons')
const drawing = readFileSync(path.join(folder, 'icon.svg'), 'utf8')

const app = await _electron.launch({
  executablePath: await resolveElectron(),
  args: [...(isRoot() ? ['--no-sandbox'] : []), path.join(root, 'tests', 'bench', 'bare')],
})
const window = await app.firstWindow()
/** @type {{ size: number, png: Buffer }[]} */
const pictures = []
for (const size of sizes) {
  const base64 = await window.evaluate(draw, { drawing, size })
  const png = Buffer.from(base64, 'base64')
  pictures.push({ size, png })
  writeFileSync(path.join(folder, `${size}x${size}.png`), png)
}
await app.close()
writeFileSync(path.join(folder, 'icon.ico'), ico(pictures.filter(({ size }) => inIco.has(size))))
say(`${sizes.length} pictures and icon.ico written.`)

/**
 * Runs in the page: draws the picture and gives it as base64 of a PNG file.
 * @param {{ drawing: string, size: number }} order
 * @returns {Promise<string>}
 */
async function draw({ drawing: svg, size }) {
  const picture = new Image()
  picture.src = `data:image/svg+xml,${encodeURIComponent(svg)}`
  await picture.decode()
  const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size })
  canvas.getContext('2d')?.drawImage(picture, 0, 0, size, size)
  return canvas.toDataURL('image/png').slice('data:image/png;base64,'.length)
}

/**
 * An ICO file of PNG pictures, which Windows has read since Vista: head, directory, pictures.
 * @param {{ size: number, png: Buffer }[]} entries
 */
function ico(entries) {
  const head = Buffer.alloc(6 + 16 * entries.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(entries.length, 4)
  let offset = head.length
  for (const [index, { size, png }] of entries.entries()) {
    const at = 6 + 16 * index
    // 0 stands for 256.
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(png.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += png.length
  }
  return Buffer.concat([head, ...entries.map(({ png }) => png)])
}

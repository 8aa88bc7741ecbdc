import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { noncePlaceholder } from './shared/nonce-placeholder.ts'

/** Native bindings stay outside the bundles; everything else is bundled, which halves the time to start. */
const external = ['electron', '@signalapp/sqlcipher', '@node-rs/argon2']
const root = import.meta.dirname

/** The library that packs XLSX files declares a `require` of its own, which the one that electron-vite writes into a chunk would collide with. */
const ownRequire = {
  name: 'own-require',
  transform(code: string, id: string) {
    if (!id.endsWith('fflate/esm/index.mjs')) return null
    return { code: code.replace('var require = createRequire(', 'var ownRequire = createRequire(').replace("_a = require('worker_threads')", "_a = ownRequire('worker_threads')"), map: null }
  },
}

export default defineConfig({
  main: {
    plugins: [ownRequire],
    // The spell checker is a program in WebAssembly that comes as a file to read.
    assetsInclude: ['**/*.wasm'],
    build: {
      target: 'node20.18',
      externalizeDeps: false,
      outDir: 'out/main',
      rollupOptions: {
        external,
        input: {
          index: resolve(root, 'electron/main/index.ts'),
          office: resolve(root, 'electron/office/index.ts'),
          'import-reader': resolve(root, 'electron/office/documents/lists/reader-worker.ts'),
          'calendar-reader': resolve(root, 'electron/office/events/icalendar/reading/calendar-worker.ts'),
          'paper-reader': resolve(root, 'electron/office/correspondence/register/reading/paper-worker.ts'),
          'backup-command': resolve(root, 'electron/office/backup/command-worker.ts'),
          'diagnosis-worker': resolve(root, 'electron/office/diagnosis/worker.ts'),
          'backup-parts': resolve(root, 'electron/office/backup/part-thread.ts'),
          'backup-check': resolve(root, 'electron/office/backup/check-worker.ts'),
          'vault-export': resolve(root, 'electron/office/transfer/export-worker.ts'),
          'form-reader': resolve(root, 'electron/office/events/series/reading/form-worker.ts'),
          spelling: resolve(root, 'electron/office/correspondence/language/spelling-worker.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      externalizeDeps: false,
      outDir: 'out/preload',
      rollupOptions: {
        external,
        input: { index: resolve(root, 'electron/preload/index.ts') },
        // A sandboxed preload can't be an ES module.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    // The main process puts a fresh nonce in its place each time it serves the page.
    html: { cspNonce: noncePlaceholder },
    build: {
      target: 'chrome130',
      outDir: resolve(root, 'out/renderer'),
      rollupOptions: {
        input: { index: resolve(root, 'renderer/index.html'), handbook: resolve(root, 'renderer/handbook.html') },
        // One chunk: zod has to hear of the content security policy before any other chunk makes a schema.
        output: { codeSplitting: { groups: [{ name: 'validation', test: /node_modules[\\/]zod[\\/]|content-security\.ts$/ }] } },
      },
      // Half the size is half the time to parse; the office process and main keep their names for the log.
      minify: true,
      // Everything is a file on disk: inlined assets would only grow the scripts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
    // Components remember what didn't change: a key typed into a letter draws a third of what it would otherwise.
    plugins: [react({ compiler: true })],
  },
})

#!/usr/bin/env node
// `npm run notices`: writes THIRD-PARTY-NOTICES.md, the licences of everything that reaches users.
// Which packages those are comes from package-lock.json, so that the result is the same on every platform.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isEntry, root, say } from './lib/project.mjs'

/** @typedef {{ name: string, version: string, licence: string, text: string }} Notice */
/** @typedef {{ version?: string, license?: string, dev?: boolean, os?: string[], cpu?: string[] }} LockedPackage */

/** Where the notices lie. */
export const noticesFile = path.join(root, 'THIRD-PARTY-NOTICES.md')

/**
 * Everything that reaches users: the production packages with all that they need, the parts compiled into the SQLCipher
 * binding, and Electron itself.
 * @returns {Notice[]} sorted by name
 */
export function collectNotices() {
  /** @type {Record<string, LockedPackage>} */
  const locked = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages
  const notices = Object.entries(locked)
    .filter(([place, entry]) => place !== '' && (!entry.dev || place === 'node_modules/electron'))
    .map(([place, entry]) => ({
      name: place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: entry.version ?? '',
      licence: entry.license ?? licenceOf(licenceText(place, entry)),
      text: licenceText(place, entry),
    }))
  const unique = new Map([...notices, ...compiledIn()].map((notice) => [`${notice.name} ${notice.version}`, notice]))
  return [...unique.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1))
}

/** A package may name its licence in the text alone. @param {string} text */
function licenceOf(text) {
  return text.startsWith('MIT License\n') ? 'MIT' : 'unknown'
}

/**
 * @param {string} place folder of the package, from the root
 * @param {LockedPackage} entry
 */
function licenceText(place, entry) {
  // Packages for one platform are installed on that platform only; they belong to a package that is listed too.
  if (entry.os || entry.cpu) return 'Part of its main package for one platform; the licence text is the main package\'s.'
  const folder = path.join(root, place)
  const files = readdirSync(folder).filter((name) => /^(licen[cs]e|notice|copying)/i.test(name) && !/\.(js|json|ts)$/.test(name))
  const texts = files.sort().map((name) => readFileSync(path.join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim())
  if (texts.length > 0) return texts.join('\n\n')
  const { author, homepage } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  const by = typeof author === 'string' ? author : author?.name
  return `The package carries no licence text. By ${by ?? 'its contributors'}${homepage ? `, ${homepage}` : ''}; licence as named above.`
}

/** @returns {Notice[]} what the program contains without any package listing it */
export function compiledIn() {
  return [
    {
      name: 'SQLCipher (in @signalapp/sqlcipher)',
      version: '4',
      licence: 'BSD-3-Clause',
      text: readFileSync(path.join(root, 'resources', 'licences', 'sqlcipher.txt'), 'utf8').trim(),
    },
    {
      name: 'SQLite (in @signalapp/sqlcipher)',
      version: '3',
      licence: 'blessing',
      text: 'Public domain: The author disclaims copyright to this source code.',
    },
    {
      name: 'DIN 91379 Characters and Sequences (in resources/directory/din-91379.json)',
      version: '1.3',
      licence: 'CC-BY-4.0',
      text: 'By String-Latin, https://github.com/String-Latin/DIN-91379-Characters-and-Sequences, under the Creative Commons\nAttribution 4.0 International licence, https://creativecommons.org/licenses/by/4.0/. The lists were joined and written as JSON.',
    },
    {
      name: 'igerman98, German dictionary for Hunspell (in resources/correspondence/spelling)',
      version: '20161207',
      licence: '(GPL-2.0-only OR GPL-3.0-only)',
      text: readFileSync(path.join(root, 'resources', 'licences', 'igerman98.txt'), 'utf8').trim(),
    },
  ]
}

/**
 * @param {Notice[]} notices
 * @returns {string} the file's content: a table of all, then each licence text once
 */
export function renderNotices(notices) {
  /** @type {Map<string, Notice[]>} */
  const byText = new Map()
  for (const notice of notices) byText.set(notice.text, [...(byText.get(notice.text) ?? []), notice])
  const table = notices.map((notice) => `| ${notice.name} | ${notice.version} | ${notice.licence} |`)
  const texts = [...byText].map(([text, users]) => {
    const names = users.map((user) => `${user.name} ${user.version}`).join(', ')
    return `### ${names}\n\n\`\`\`text\n${text.replaceAll('```', "'''")}\n\`\`\``
  })
  return [
    '# Third-party notices',
    '',
    'Integrationsbüro is licensed under AGPL-3.0-or-later (LICENSE). It contains or is delivered with the following works.',
    'Electron additionally brings Chromium; its notices lie beside the program as `LICENSES.chromium.html`.',
    'Written by `npm run notices`; do not edit.',
    '',
    '| Work | Version | Licence |',
    '| --- | --- | --- |',
    ...table,
    '',
    '## Licence texts',
    '',
    texts.join('\n\n'),
    '',
  ].join('\n')
}

if (isEntry(import.meta.url)) {
  const notices = collectNotices()
  writeFileSync(noticesFile, renderNotices(notices))
  say(`${notices.length} works listed in ${path.basename(noticesFile)}.`)
}

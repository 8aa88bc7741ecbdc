import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..', '..')
const read = (...path: string[]): string => readFileSync(join(root, ...path), 'utf8')
const screens = ['renderer/vault', 'renderer/backup', 'renderer/settings']
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx')).map((name) => read(folder, name)))
  .join('\n')

it('the printed sheet, the screens and the handbook call every step the same', () => {
  const sheet = read('renderer', 'ui', 'RecoveryKeyProof.tsx')
  const steps = sheet.slice(sheet.indexOf('function PrintedSteps'), sheet.indexOf('async function print('))
  const names = [...new Set([...steps.matchAll(/„([^“]+)“/gu)].map(([, name = '']) => name))]
  expect(names).toContain('Auf diesen Stand umschalten')
  const page = read('resources', 'handbook', 'sicherungen.md').split('## Auf einem neuen Rechner')[1]?.split('\n## ')[0] ?? ''
  for (const name of names) {
    // A folder and a section aren't written on a button.
    if (!['Integrationsbuero-Sicherungen', 'Einstellungen', 'Sicherungen'].includes(name)) expect(screens, name).toContain(name)
    expect(page, name).toContain(name)
  }
})

// `npm run policy`: writes the templates for group policies and the table of the handbook anew, after a key has changed.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { admx, adml, withTable } from './lib/policy-templates.mjs'

const resources = path.resolve(import.meta.dirname, '..', 'resources')
const page = path.join(resources, 'handbook', 'it.md')
mkdirSync(path.join(resources, 'policy', 'de-DE'), { recursive: true })
writeFileSync(path.join(resources, 'policy', 'Integrationsbuero.admx'), admx())
writeFileSync(path.join(resources, 'policy', 'de-DE', 'Integrationsbuero.adml'), adml())
writeFileSync(page, withTable(readFileSync(page, 'utf8')))

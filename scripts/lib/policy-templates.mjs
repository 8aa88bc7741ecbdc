// Templates for group policies and the table of the handbook, made of the keys in shared/policy/keys.ts.
import { policyKeys, registryKey } from '../../shared/policy/keys.ts'

const branch = registryKey.replace(/^HKEY_LOCAL_MACHINE\\/u, '')
const namespace = 'http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions'
const longestText = 1000
const keys = Object.entries(policyKeys)
const groups = [...new Set(keys.map(([, { group }]) => group))]

/** @param {unknown} text */
const escaped = (text) => String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
/** @param {string} name @param {unknown} value */
const choiceId = (name, value) => `${name}_${value}`

/** `Integrationsbuero.admx`: what the group policy editor writes to the registry. */
export function admx() {
  return `<?xml version="1.0" encoding="utf-8"?>
<!-- Made by \`npm run policy\` of shared/policy/keys.ts. -->
<policyDefinitions xmlns="${namespace}" revision="1.0" schemaVersion="1.0">
  <policyNamespaces>
    <target prefix="integrationsbuero" namespace="Integrationsbuero.Policies.Integrationsbuero" />
  </policyNamespaces>
  <resources minRequiredRevision="1.0" />
  <supportedOn>
    <definitions>
      <definition name="Supported" displayName="$(string.Supported)" />
    </definitions>
  </supportedOn>
  <categories>
    <category name="Integrationsbuero" displayName="$(string.Integrationsbuero)" />
${groups.map((group) => `    <category name="${group}" displayName="$(string.${group})">
      <parentCategory ref="Integrationsbuero" />
    </category>`).join('\n')}
  </categories>
  <policies>
${keys.map(([name, key]) => policy(name, key)).join('\n')}
  </policies>
</policyDefinitions>
`
}

/** @typedef {(typeof policyKeys)[keyof typeof policyKeys]} Key */

/** @param {Key} key */
const choicesOf = (key) => ('choices' in key ? key.choices ?? [] : [])

/** @param {string} name @param {Key} key */
function policy(name, key) {
  const isSwitch = key.kind === 'switch'
  return `    <policy name="${name}" class="Machine" displayName="$(string.${name})" explainText="$(string.${name}_Explain)" key="${branch}"${isSwitch ? ` valueName="${name}"` : ` presentation="$(presentation.${name})"`}>
      <parentCategory ref="${key.group}" />
      <supportedOn ref="Supported" />
${isSwitch ? `      <enabledValue><decimal value="1" /></enabledValue>
      <disabledValue><decimal value="0" /></disabledValue>` : `      <elements>
${elements(name, key)}
      </elements>`}
    </policy>`
}

/** @param {string} name @param {Key} key */
function elements(name, key) {
  const choices = choicesOf(key)
  if (key.kind === 'list') {
    return choices.map(({ value }) => `        <boolean id="${choiceId(name, value)}" key="${branch}\\${name}" valueName="${value}"><trueValue><decimal value="1" /></trueValue><falseValue><decimal value="0" /></falseValue></boolean>`).join('\n')
  }
  if (choices.length > 0) {
    return `        <enum id="${name}" valueName="${name}" required="true">
${choices.map(({ value }) => `          <item displayName="$(string.${choiceId(name, value)})"><value>${typeof value === 'number' ? `<decimal value="${value}" />` : `<string>${value}</string>`}</value></item>`).join('\n')}
        </enum>`
  }
  if (key.kind === 'number') return `        <decimal id="${name}" valueName="${name}" minValue="${key.range?.min}" maxValue="${key.range?.max}" required="true" />`
  return `        <text id="${name}" valueName="${name}" maxLength="${longestText}" required="true" />`
}

/** `de-DE/Integrationsbuero.adml`: the German words of it. */
export function adml() {
  const strings = [
    ['Supported', 'Integrationsbüro 0.1.0 und neuer'], ['Integrationsbuero', 'Integrationsbüro'], ...groups.map((group) => [group, group]),
    ...keys.flatMap(([name, key]) => [
      [name, key.title], [`${name}_Explain`, explanation(key)],
      ...(key.kind === 'list' ? [] : choicesOf(key).map(({ value, label }) => [choiceId(name, value), String(value) === label ? label : `${value}: ${label}`])),
    ]),
  ]
  return `<?xml version="1.0" encoding="utf-8"?>
<!-- Made by \`npm run policy\` of shared/policy/keys.ts. -->
<policyDefinitionResources xmlns="${namespace}" revision="1.0" schemaVersion="1.0">
  <displayName>Integrationsbüro</displayName>
  <description>Vorgaben der IT für das Integrationsbüro</description>
  <resources>
    <stringTable>
${strings.map(([id, text]) => `      <string id="${id}">${escaped(text)}</string>`).join('\n')}
    </stringTable>
    <presentationTable>
${keys.filter(([, { kind }]) => kind !== 'switch').map(([name, key]) => `      <presentation id="${name}">
${controls(name, key)}
      </presentation>`).join('\n')}
    </presentationTable>
  </resources>
</policyDefinitionResources>
`
}

/** @param {Key} key */
function explanation(key) {
  return `${key.text}\n\nOhne Vorgabe: ${key.usual}.\nIst der Wert ungültig: ${key.fallbackText}.\n\nGilt ab dem nächsten Start des Programms.`
}

/** @param {string} name @param {Key} key */
function controls(name, key) {
  const title = escaped(key.title)
  const choices = choicesOf(key)
  if (key.kind === 'list') return choices.map(({ value, label }) => `        <checkBox refId="${choiceId(name, value)}">${escaped(label)}</checkBox>`).join('\n')
  if (choices.length > 0) return `        <dropdownList refId="${name}" noSort="true">${title}:</dropdownList>`
  if (key.kind === 'number') return `        <decimalTextBox refId="${name}" defaultValue="${key.example}">${title}:</decimalTextBox>`
  return `        <textBox refId="${name}"><label>${title}:</label></textBox>`
}

/** The table of all keys, for the handbook. */
export function handbookTable() {
  const rows = keys.map(([name, key]) => `| \`${name}\` | ${cell(`${key.title}. ${key.text} ${valuesOf(key)}.`)} | ${cell(`${key.usual}; bei einem Fehler ${key.fallbackText}`)} |`)
  return ['| Schlüssel | Wirkung und Werte | Ohne Vorgabe |', '| --- | --- | --- |', ...rows].join('\n')
}

/** @param {string} text */
const cell = (text) => text.replaceAll('|', '\\|').replaceAll(/([<>])/gu, '\\$1')

/** @param {Key} key */
function valuesOf(key) {
  if (key.kind === 'switch') return '`true` oder `false`'
  if (key.range) return `Von ${key.range.min} bis ${key.range.max}`
  if (key.kind === 'choice') return `Eines von ${choicesOf(key).map(({ value }) => `\`${value}\``).join(', ')}`
  if (key.kind === 'list') return `Liste aus ${choicesOf(key).map(({ value }) => `\`${value}\``).join(', ')}`
  return `Zum Beispiel \`${key.example}\``
}

// A reference that nothing refers to: readers of Markdown show nothing of it.
const start = '[//]: # (policy:start)'
const end = '[//]: # (policy:end)'

/** The handbook's page with the table in its place. @param {string} page */
export function withTable(page) {
  const [before = '', after = ''] = [page.slice(0, page.indexOf(start)), page.slice(page.indexOf(end))]
  if (!page.includes(start) || !page.includes(end)) throw new Error('The page has no place for the table.')
  return `${before}${start}\n\n${handbookTable()}\n\n${after}`
}

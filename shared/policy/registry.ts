import { policyKeys, policyName, registryKey } from './keys.ts'
import { nothingGiven, type Given } from './read.ts'

const valueLine = /^ {4}(.*?) {4}(REG_[A-Z_]+)(?: {4}(.*))?$/u

/**
 * Reads what `reg.exe query <branch> /s` prints. Values of a subkey with the name of a list are its entries: either names that are switched
 * on (`csv` = 1), as our group policy templates write them, or a numbered list of texts.
 */
export function readRegistryText(output: string): Given {
  const values = new Map<string, unknown>()
  let subkey = ''
  for (const line of output.split(/\r?\n/u)) {
    if (/^HKEY_/iu.test(line)) {
      subkey = line.trim().slice(registryKey.length + 1)
      continue
    }
    const [, name, type, data = ''] = valueLine.exec(line) ?? []
    // „(Standard)" of a branch is set by nobody on purpose.
    if (name === undefined || type === undefined || (name.startsWith('(') && subkey === '')) continue
    if (subkey === '') values.set(name, valueOf(name, type, data))
    else if (listed(name, type, data) !== null) values.set(subkey, [...((values.get(subkey) as string[] | undefined) ?? []), listed(name, type, data)])
    else if (!values.has(subkey)) values.set(subkey, [])
  }
  return values.size === 0 ? nothingGiven : { found: true, values }
}

function listed(name: string, type: string, data: string): string | null {
  if (type === 'REG_SZ') return data
  return type === 'REG_DWORD' && Number(data) === 1 ? name : null
}

function valueOf(name: string, type: string, data: string): unknown {
  const known = policyName(name)
  const kind = known === null ? null : policyKeys[known].kind
  if (type === 'REG_DWORD' || type === 'REG_QWORD') {
    const number = Number(data)
    return kind === 'switch' && (number === 0 || number === 1) ? number === 1 : number
  }
  if (type === 'REG_MULTI_SZ') return data.split('\\0').filter((each) => each !== '')
  if (type !== 'REG_SZ') return { type }
  return kind === 'number' && /^\d{1,6}$/u.test(data) ? Number(data) : data
}

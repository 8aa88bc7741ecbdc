import { expect, it } from 'vitest'
import { registryKey } from './keys.ts'
import { effectivePolicy, nothingGiven } from './read.ts'
import { readRegistryText } from './registry.ts'

/** In the format in which reg.exe of Windows 11 prints a branch with `/s`. */
const printed = `
${registryKey}
    (Standard)    REG_SZ    
    VaultPath    REG_SZ    \\\\server\\Büro Integration\\Tresor
    AutoLockMinutes    REG_DWORD    0xf
    LockOnScreenLock    REG_DWORD    0x0
    MinPassphraseLength    REG_SZ    16
    FederalState    REG_SZ    BB
    Alter Wert    REG_SZ    x

${registryKey}\\DisableExport
    csv    REG_DWORD    0x1
    xlsx    REG_DWORD    0x0
    vcf    REG_DWORD    0x1
`.replaceAll('\n', '\r\n')

const effective = (text: string) => effectivePolicy({ file: nothingGiven, registry: readRegistryText(text), platform: 'windows' })

it('reads what reg.exe prints', () => {
  const { values, problems } = effective(printed)
  expect(values).toEqual({ VaultPath: '\\\\server\\Büro Integration\\Tresor', AutoLockMinutes: 15, LockOnScreenLock: false, MinPassphraseLength: 16, FederalState: 'BB', DisableExport: ['csv', 'vcf'] })
  expect(problems.map(({ level, key }) => [level, key])).toEqual([['warning', 'Alter Wert']])
})

it('takes a list as numbered texts and as REG_MULTI_SZ, too', () => {
  expect(effective(`${registryKey}\\DisableExport\r\n    1    REG_SZ    csv\r\n    2    REG_SZ    pdf\r\n`).values).toEqual({ DisableExport: ['csv', 'pdf'] })
  expect(effective(`${registryKey}\r\n    DisableExport    REG_MULTI_SZ    csv\\0xlsx\r\n`).values).toEqual({ DisableExport: ['csv', 'xlsx'] })
  expect(effective(`${registryKey}\\DisableExport\r\n    csv    REG_DWORD    0x0\r\n`)).toMatchObject({ values: { DisableExport: [] }, problems: [] })
})

it('a value of another type is a fault, not a guess', () => {
  // An expandable text is expanded with variables that are the user's to set.
  expect(effective(`${registryKey}\r\n    VaultPath    REG_EXPAND_SZ    C:\\Tresor\r\n`)).toMatchObject({ values: {}, sources: { VaultPath: 'strict' } })
  expect(effective(`${registryKey}\r\n    LockOnScreenLock    REG_DWORD    0x2\r\n    AutoLockMinutes    REG_BINARY    0A\r\n`)).toMatchObject({ values: { LockOnScreenLock: true, AutoLockMinutes: 5 }, sources: { LockOnScreenLock: 'strict', AutoLockMinutes: 'strict' } })
})

it('an empty branch is none', () => {
  expect(readRegistryText(`\r\n${registryKey}\r\n`)).toEqual(nothingGiven)
  expect(readRegistryText('')).toEqual(nothingGiven)
})

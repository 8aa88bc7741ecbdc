import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ORPCError, ValidationError } from '@orpc/server'
import { beforeEach, describe, expect, it } from 'vitest'
import { errorTexts, OfficeError } from '../../shared/errors.ts'
import { CipherConnection } from './database/driver.ts'
import { toOfficeError, toPortError } from './error-mapping.ts'

const secret = 'Kuba Nowak'
let logged: string[]
const log = (line: string): void => void logged.push(line)
beforeEach(() => {
  logged = []
})

/** An error of SQLite or of the file system, as their callers throw it. */
function coded(code: string): Error {
  return Object.assign(new Error(`${code}: ${secret}, open '/home/${secret}/office.db'`), { code })
}

describe('errors of SQLite and of files', () => {
  it.each([
    ['SQLITE_FULL', 'disk-full'],
    ['SQLITE_READONLY', 'read-only'],
    ['SQLITE_READONLY_DBMOVED', 'read-only'],
    ['SQLITE_CANTOPEN', 'read-only'],
    ['SQLITE_PERM', 'read-only'],
    ['SQLITE_IOERR_WRITE', 'read-only'],
    ['SQLITE_BUSY', 'busy'],
    ['SQLITE_BUSY_SNAPSHOT', 'busy'],
    ['SQLITE_LOCKED', 'busy'],
    ['SQLITE_CORRUPT', 'corrupt'],
    ['SQLITE_CORRUPT_VTAB', 'corrupt'],
    ['SQLITE_NOTADB', 'corrupt'],
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EACCES', 'read-only'],
    ['EPERM', 'read-only'],
    ['EROFS', 'read-only'],
    ['EIO', 'read-only'],
    ['ENODEV', 'read-only'],
    ['ENXIO', 'read-only'],
    ['ESTALE', 'read-only'],
    ['EBUSY', 'busy'],
  ] as const)('%s is %s', (code, expected) => {
    const error = toOfficeError(coded(code), log)
    expect(error).toMatchObject({ code: expected, data: {} })
    expect(JSON.stringify(error) + error.message).not.toContain(secret)
    expect(logged).toEqual([])
  })

  it('are told by real codes of the binding', () => {
    const folder = mkdtempSync(join(tmpdir(), 'integrationsbuero-error-'))
    const connection = new CipherConnection(join(folder, 'office.db'), randomBytes(32))
    connection.exec('CREATE TABLE note (id TEXT) STRICT')
    connection.exec('PRAGMA query_only = ON')
    try {
      expect(toOfficeError(thrownBy(() => connection.exec("INSERT INTO note VALUES ('1')")), log).code).toBe('read-only')
      expect(toOfficeError(thrownBy(() => connection.exec(`SELECT "${secret}" FROM client`)), log).code).toBe('internal')
      expect(logged.join('\n')).toMatch(/^incident [0-9A-F]{6}: \w+ SQLITE_ERROR/)
      expect(logged.join('\n')).not.toContain(secret)
    } finally {
      connection.close()
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

describe('an unexpected error', () => {
  it('gets an incident number, and the log gets its kind and place but not its message', () => {
    const error = toOfficeError(new TypeError(`${secret}\n    at ${secret} (kuba.ts:1:2)\nmore of ${secret}`), log)
    expect(error).toMatchObject({ code: 'internal', data: { incident: expect.stringMatching(/^[0-9A-F]{6}$/) } })
    expect(logged).toHaveLength(1)
    expect(logged[0]).toMatch(new RegExp(`^incident ${error.data.incident}: TypeError\n\\s+at .*error-mapping`))
    expect(logged[0]).not.toContain(secret)
  })

  it.each([null, undefined, 7, secret, { message: secret }, { code: 7 }])('may be no error at all: %j', (thrown) => {
    expect(toOfficeError(thrown, log).code).toBe('internal')
    expect(logged[0]).toMatch(/^incident [0-9A-F]{6}: \w+$/)
  })
})

describe('at the port', () => {
  it('an expected error stays what it is', () => {
    const error = new OfficeError('wrong-passphrase', { waitSeconds: 4 })
    expect(toOfficeError(error, log)).toBe(error)
    expect(toPortError(error, log)).toMatchObject({
      code: 'wrong-passphrase',
      defined: true,
      message: errorTexts['wrong-passphrase'].title,
      data: { waitSeconds: 4 },
    })
  })

  it('a refused input names its fields, the first message for each', () => {
    const issues = [
      { path: ['channels', { key: 0 }, 'value'], message: 'Bitte ausfüllen.' },
      { path: ['channels', 0, 'value'], message: 'Zu kurz.' },
      { message: 'Zu viel.' },
    ]
    const cause = new ValidationError({ message: secret, issues, data: secret })
    const error = toPortError(new ORPCError('BAD_REQUEST', { message: secret, cause }), log)
    expect(error).toMatchObject({ code: 'invalid', data: { fields: { 'channels.0.value': 'Bitte ausfüllen.', '': 'Zu viel.' } } })
    expect(JSON.stringify(error)).not.toContain(secret)
  })

  it('nothing of the cause travels along', () => {
    const error = toPortError(coded('SQLITE_ERROR'), log)
    expect(JSON.stringify(error)).not.toContain(secret)
    expect(error.cause).toBeUndefined()
  })
})

function thrownBy(work: () => void): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  return undefined
}

import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { PrivacyTables } from '../../database/counselling/privacy-tables.ts'
import type { Rows } from '../../database/rows.ts'

/** What is signed of a destruction. It names nobody but people of the office. */
export interface SealedContent {
  number: string
  at: string
  proposedBy: string
  confirmedBy: string
  mode: string
  reason: string
  rule: string
  /** Whether it was confirmed by one person alone, who signed with their name. */
  statement: string
  counts: { label: string; count: number }[]
  /** Opaque ids: after an older backup was restored they show what has to be destroyed again. */
  ids: string[]
  archive: string
  backups: string
}

type Stored = Selectable<PrivacyTables['destruction_record']>

/** In `meta`: the key with which this vault signs (PKCS #8, base64). */
const keyName = 'destruction_key'
const prefix = 'LP'

/**
 * Adds a signed entry to the chain: each holds the hash of the one before, so that none can be taken out, changed or put in between
 * unseen. The Ed25519 key lies in the encrypted database itself: it proves that an entry comes from this vault, to whoever has kept
 * the fingerprint of an earlier print; it can't prove anything against somebody who holds the counselling key and rewrites everything.
 */
export function seal(rows: Rows, content: Omit<SealedContent, 'number' | 'at'>, now: string): string {
  const number = nextNumber(rows, Number(now.slice(0, 4)))
  const text = JSON.stringify({ number, at: now, ...content } satisfies SealedContent)
  const previous = String(rows.run('SELECT hash FROM destruction_record ORDER BY number DESC LIMIT 1', [])[0]?.hash ?? '')
  const hash = hashOf(previous, text)
  const signature = sign(null, Buffer.from(hash, 'hex'), privateKey(rows)).toString('base64')
  rows.insert('destruction_record', { number, at: now, content: text, previous, hash, signature })
  return number
}

/**
 * Checks the chain from its beginning.
 * @param key as stored in `meta`; null where nothing was ever signed
 * @returns the numbers of entries whose hash, place in the chain or signature is wrong
 */
export function brokenSeals(chain: readonly Stored[], key: string | null): Set<string> {
  const broken = new Set<string>()
  const publicKey = key === null ? null : publicOf(key)
  let previous = ''
  for (const entry of chain) {
    const sound = entry.previous === previous && entry.hash === hashOf(entry.previous, entry.content)
      && publicKey !== null && verify(null, Buffer.from(entry.hash, 'hex'), publicKey, Buffer.from(entry.signature, 'base64'))
    if (!sound) broken.add(entry.number)
    previous = entry.hash
  }
  return broken
}

/** Short mark of the public key, as it stands on every print. */
export function fingerprintOf(key: string): string {
  const bytes = publicOf(key).export({ type: 'spki', format: 'der' })
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16).replaceAll(/(.{4})(?=.)/gu, '$1 ')
}

/** Name of the key in `meta`. */
export const sealKeyName = keyName

function hashOf(previous: string, content: string): string {
  return createHash('sha256').update(`${previous}\n${content}`).digest('hex')
}

function privateKey(rows: Rows) {
  const stored = rows.run('SELECT value FROM meta WHERE key = ?', [keyName])[0]?.value
  if (typeof stored === 'string') return fromText(stored)
  const made = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')
  rows.run('INSERT INTO meta (key, value) VALUES (?, ?)', [keyName, made])
  return fromText(made)
}

function fromText(key: string) {
  return createPrivateKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'pkcs8' })
}

function publicOf(key: string) {
  return createPublicKey(fromText(key))
}

function nextNumber(rows: Rows, year: number): string {
  const start = `${prefix}-${year}-`
  const count = Number(rows.run('SELECT count(*) AS n FROM destruction_record WHERE number LIKE ?', [`${start}%`])[0]?.n ?? 0)
  return `${start}${String(count + 1).padStart(4, '0')}`
}

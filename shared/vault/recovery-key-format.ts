/**
 * Written form of the recovery key: 32 random bytes and a checksum as Base32 in the alphabet of Douglas Crockford
 * (https://www.crockford.com/base32.html), which leaves out I, L, O and U. Printed in nine groups of six characters plus
 * one check character each, and one last group that checks the whole key, so that a slip of the pen is found and located.
 */

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const KEY_BYTES = 32
const DATA_CHARACTERS = 54
const GROUP_DATA = 6
const GROUP_LENGTH = GROUP_DATA + 1

/** How many groups a written recovery key has. */
export const RECOVERY_KEY_GROUPS = DATA_CHARACTERS / GROUP_DATA

/** Why a typed recovery key was not accepted. `groups` counts from 1. */
export type RecoveryKeyProblem =
  | { kind: 'length'; expected: number; found: number }
  | { kind: 'character'; group: number; character: string }
  | { kind: 'group'; groups: number[] }
  | { kind: 'checksum' }

export type RecoveryKeyParse = { ok: true; key: Uint8Array } | { ok: false; problem: RecoveryKeyProblem }

/** The groups of a key as they are printed, each seven characters. The key must be 32 bytes long. */
export function recoveryKeyGroups(key: Uint8Array): string[] {
  if (key.length !== KEY_BYTES) throw new RangeError('a recovery key has 32 bytes')
  const digits = encode(key)
  return Array.from({ length: RECOVERY_KEY_GROUPS }, (_, index) => {
    const group = digits.slice(index * GROUP_DATA, (index + 1) * GROUP_DATA)
    return [...group, groupCheck(group, index)].map((digit) => ALPHABET[digit]).join('')
  })
}

/**
 * Reads a typed key. Case, spaces, hyphens and line breaks do not matter; O is read as 0, I and L as 1.
 * Every single wrong character and every exchange of two neighbours within a group is detected and located.
 */
export function parseRecoveryKey(text: string): RecoveryKeyParse {
  const characters = normalizeRecoveryKeyText(text)
  const expected = RECOVERY_KEY_GROUPS * GROUP_LENGTH
  if (characters.length !== expected) {
    return { ok: false, problem: { kind: 'length', expected, found: characters.length } }
  }
  const digits: number[] = []
  const wrong: number[] = []
  for (let index = 0; index < RECOVERY_KEY_GROUPS; index++) {
    const group: number[] = []
    for (const character of characters.slice(index * GROUP_LENGTH, (index + 1) * GROUP_LENGTH)) {
      const digit = ALPHABET.indexOf(character)
      if (digit < 0) return { ok: false, problem: { kind: 'character', group: index + 1, character } }
      group.push(digit)
    }
    const data = group.slice(0, GROUP_DATA)
    if (groupCheck(data, index) !== group[GROUP_DATA]) wrong.push(index + 1)
    digits.push(...data)
  }
  if (wrong.length > 0) return { ok: false, problem: { kind: 'group', groups: wrong } }
  const key = decode(digits)
  return key ? { ok: true, key } : { ok: false, problem: { kind: 'checksum' } }
}

/** Comparable form of typed characters: upper case, look-alikes folded, separators removed. */
export function normalizeRecoveryKeyText(text: string): string {
  return text.normalize('NFKC').toUpperCase().replace(/[\s\p{Pd}.,_]/gu, '').replace(/O/g, '0').replace(/[IL]/g, '1')
}

/** German sentence for a problem, with the group to look at where that is known. */
export function recoveryKeyProblemText(problem: RecoveryKeyProblem): string {
  switch (problem.kind) {
    case 'length':
      return `Der Schlüssel hat ${problem.expected} Zeichen, eingegeben sind ${problem.found}.`
    case 'character':
      return `In Gruppe ${problem.group} steht „${problem.character}“; dieses Zeichen kommt im Schlüssel nicht vor.`
    case 'group':
      return problem.groups.length === 1
        ? `In Gruppe ${problem.groups[0]} stimmt ein Zeichen nicht.`
        : `In den Gruppen ${problem.groups.join(', ')} stimmt jeweils ein Zeichen nicht.`
    case 'checksum':
      return 'Die Prüfsumme stimmt nicht. Bitte prüfen Sie die Reihenfolge der Gruppen.'
  }
}

/** 256 bits of key and 14 bits of checksum as 54 digits of 5 bits. */
function encode(key: Uint8Array): number[] {
  let value = 0n
  for (const byte of key) value = (value << 8n) | BigInt(byte)
  value = (value << 14n) | BigInt(checksum(key))
  const digits: number[] = []
  for (let shift = (DATA_CHARACTERS - 1) * 5; shift >= 0; shift -= 5) digits.push(Number((value >> BigInt(shift)) & 31n))
  return digits
}

function decode(digits: number[]): Uint8Array | undefined {
  let value = 0n
  for (const digit of digits) value = (value << 5n) | BigInt(digit)
  const expected = Number(value & 0x3fffn)
  value >>= 14n
  const key = new Uint8Array(KEY_BYTES)
  for (let index = KEY_BYTES - 1; index >= 0; index--) {
    key[index] = Number(value & 0xffn)
    value >>= 8n
  }
  return checksum(key) === expected ? key : undefined
}

/** CRC-14/DARC (polynomial 0x0805) over the key: finds slips, protects nothing; the key slot's GCM tag does that. */
function checksum(bytes: Uint8Array): number {
  let crc = 0
  for (const byte of bytes) {
    crc ^= byte << 6
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x2000 ? ((crc << 1) ^ 0x0805) & 0x3fff : (crc << 1) & 0x3fff
  }
  return crc
}

/**
 * Check digit of a group, as in a Reed-Solomon code over GF(32): the sum of each digit times a different power of alpha.
 * Any one wrong digit and any exchange of two digits changes it. The number of the group is added, so that two groups in
 * the wrong order are found too.
 */
function groupCheck(digits: number[], index: number): number {
  return digits.reduce((sum, digit, place) => sum ^ multiply(digit, ALPHA_POWERS[place + 1] ?? 1), index + 1)
}

/** Product in GF(32) with the primitive polynomial x^5 + x^2 + 1. */
function multiply(a: number, b: number): number {
  let product = 0
  for (let bit = 0, shifted = a; bit < 5; bit++) {
    if (b & (1 << bit)) product ^= shifted
    shifted <<= 1
    if (shifted & 32) shifted ^= 0b100101
  }
  return product
}

const ALPHA_POWERS = Array.from({ length: GROUP_LENGTH + 1 }).reduce<number[]>(
  (powers) => [...powers, multiply(powers.at(-1) ?? 1, 2)],
  [1],
)

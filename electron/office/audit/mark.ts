import type { Side } from '../../../shared/records/model.ts'

/** Letters without those that are taken for others on paper. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const letters = 16
const initials: Record<Side, string> = { office: 'P', counselling: 'B' }

/** What of an entry is written down outside: its number and 80 bits of its MAC, in groups that can be read out. */
export function markOf(side: Side, { seq, mac }: { seq: number; mac: string }): string {
  if (seq === 0) return ''
  let bits = BigInt(`0x${mac.slice(0, letters * 5 / 4)}`)
  let text = ''
  for (let index = 0; index < letters; index += 1) {
    text = (alphabet[Number(bits & 31n)] ?? '') + text
    bits >>= 5n
  }
  return [`${initials[side]}${seq}`, ...(text.match(/.{4}/gu) ?? [])].join('-')
}

/** Number of the entry that a typed mark names; null when it can't be read or belongs to the other log. */
export function seqOfMark(side: Side, typed: string): number | null {
  const [, initial, digits] = /^([PB])(\d{1,12})(?:-[0-9A-Z]{4}){4}$/u.exec(normalMark(typed)) ?? []
  return initial === initials[side] && digits !== undefined ? Number(digits) : null
}

/** A mark as it was printed, however somebody has typed it. */
export function normalMark(typed: string): string {
  const [head = '', ...rest] = typed.toUpperCase().trim().split(/[\s–-]+/u)
  return [head, ...rest.map((group) => group.replaceAll('O', '0').replaceAll(/[IL]/gu, '1'))].join('-')
}

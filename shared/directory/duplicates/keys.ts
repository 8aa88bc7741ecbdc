import type { Profile } from './profile.ts'
import { soundOf } from './phonetics.ts'

/** Keys under which contacts are put together to be compared; whoever has none in common with another is never compared with it. */
export function blockingKeys(profile: Profile): string[] {
  return [...new Set([...detailKeys(profile), ...(profile.kind === 'person' ? personKeys(profile) : organisationKeys(profile))])]
}

/** Keys of channels and addresses; how many contacts have one tells whether it means anything. */
export function detailKeys({ phones, mobiles, emails, sharedEmails, sites, addresses }: Profile): string[] {
  return [
    ...[...phones, ...mobiles].map((number) => `tel:${number}`), ...[...emails, ...sharedEmails].map((email) => `mail:${email}`),
    ...sites.map((site) => `site:${site}`), ...addresses.map((address) => `addr:${address}`),
  ]
}

/** By sound in either order, and by either name with the beginning of the other, so that one typing error always leaves a key. */
function personKeys({ given, family, former }: Profile): string[] {
  const [first] = given
  const families = [...family, ...former]
  if (first === undefined) return []
  return families.flatMap((last) => [
    `name:${[first, last].map((word) => soundOf(word) || word).sort().join('/')}`,
    `near:${last}/${first.slice(0, 1)}`,
    `near:${first}/${last.slice(0, 3)}`,
  ])
}

/** Every word but the very common ones finds its like; the index leaves out words that stand in too many names. */
function organisationKeys({ core, shortCore }: Profile): string[] {
  return [...new Set([...core, ...shortCore])].flatMap((word) => {
    if (word.length < 2) return []
    return word.length < 6 || /\d/u.test(word) ? [`word:${word}`] : [`word:${word}`, `snd:${soundOf(word)}`]
  })
}

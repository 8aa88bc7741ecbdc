import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'

const bar = '█████'
/** SQLite binds at most 32,766 values to a statement. */
const portion = 400

/** What was left out of an access export, and why. */
export interface LeftOut {
  where: string
  what: string
  why: string
}

/** Takes names of other persons out of free text. */
export interface Blackening {
  apply(text: string, where: string): string
  readonly leftOut: LeftOut[]
}

/**
 * Prepares to blacken the names of all other persons of the directory in the texts of one contact (Art. 15 (4) DSGVO). A name
 * counts when family name and given name stand beside each other in either order, or the family name after Frau, Herr or a
 * title. A person whom the directory doesn't know is not recognised, so somebody has to read the texts all the same.
 */
export async function blackening(database: ReadDatabase<OfficeSchema>, contactId: string, texts: readonly string[]): Promise<Blackening> {
  const spoken = texts.flatMap((text) => text.match(/[\p{L}\p{M}'’-]{2,}/gu) ?? [])
  // „Frau Öztürks Schwester“: the word as it stands, and without the s of the genitive.
  const words = [...new Set(spoken.flatMap((word) => [word, word.replace(/['’]?s$/u, '')]))]
  const patterns: RegExp[] = []
  for (let start = 0; start < words.length; start += portion) {
    const rows = await database.selectFrom('contact').select(['family_name', 'given_names']).where('kind', '=', 'person').where('id', '<>', contactId)
      .where('family_name', 'in', words.slice(start, start + portion)).execute()
    patterns.push(...rows.map((row) => namePattern(row.family_name, row.given_names)))
  }
  // Names of several words ("von der Heide") can't be looked up by one of them.
  const longer = await database.selectFrom('contact').select(['family_name', 'given_names']).where('kind', '=', 'person').where('id', '<>', contactId)
    .where('family_name', 'like', '% %').execute()
  patterns.push(...longer.filter((row) => texts.some((text) => text.includes(row.family_name))).map((row) => namePattern(row.family_name, row.given_names)))
  const leftOut: LeftOut[] = []
  return {
    leftOut,
    apply(text, where) {
      let found = 0
      const blackened = patterns.reduce((rest, pattern) => rest.replace(pattern, (_match, before: string | undefined) => {
        found += 1
        return `${before ?? ''}${bar}`
      }), text)
      if (found > 0) leftOut.push({ where, what: found === 1 ? '1 Name geschwärzt' : `${found} Namen geschwärzt`, why: 'Rechte anderer Personen (Art. 15 Abs. 4 DSGVO)' })
      return blackened
    },
  }
}

function namePattern(family: string, given: string): RegExp {
  const [last, first] = [escape(family), escape(given)]
  const both = given === '' ? [] : [`${first}\\s+${last}`, `${last},?\\s+${first}`]
  return new RegExp(`(?<![\\p{L}\\p{M}])(?:${both.map((name) => `${name}|`).join('')}((?:Frau|Herrn?|Dr\\.|Prof\\.)\\s+)${last})(?:s)?(?![\\p{L}\\p{M}])`, 'gu')
}

function escape(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`)
}

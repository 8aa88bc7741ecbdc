import supplement from '../../../../resources/correspondence/spelling/office-words.json' with { type: 'json' }

/** What the spell checker needs: Hunspell's rules and words, and Hunspell itself. */
export interface Dictionary {
  rules: string
  words: string
  program: Uint8Array
}

/** As german.aff has it for „Beratungs": nothing by itself, but at the beginning of a compound, and in small letters in its middle. */
const beginningFlags = 'hij'
const middleFlags = 'hke'

/** Loads the German dictionary with the words of integration offices. They are parts of the program and not files beside it. */
export async function loadDictionary(): Promise<Dictionary> {
  const [rules, words, program] = await Promise.all([
    import('../../../../resources/correspondence/spelling/german.aff?raw'),
    import('../../../../resources/correspondence/spelling/german.dic?raw'),
    import('hunspell-wasm/wasm/hunspell.wasm?inline'),
  ])
  const own = [...supplement.beginnings.flatMap((word) => [`${word}/${beginningFlags}`, `${word.toLowerCase()}/${middleFlags}`]), ...supplement.words]
  return {
    rules: rules.default,
    words: `${words.default.trimEnd()}\n${own.join('\n')}\n`,
    program: Buffer.from(program.default.slice(program.default.indexOf(',') + 1), 'base64'),
  }
}

/** Shorter than this, digits may be a year or a house number. */
const fewestDigits = 6
const digitRun = /\d(?:[\s()/.–-]{0,3}\d)+/gu
const mailPattern = /[^\s<>()[\],;:"]+@[^\s<>()[\],;:"]+\.[\p{L}\p{N}-]+/gu
/** What may stand before the digits of a number: country and the zero of the long distance. */
const prefix = /(?:(?:\+|00)\s?49[\s()/.–-]*)?(?:\(?0\)?[\s()/.–-]*)?$|(?:\+|00)$/u

/** Leaves numbers and addresses of people out of texts that leave the office, and counts them. */
export class PrivateDetails {
  readonly #numbers = new Set<string>()
  readonly #lengths: readonly number[]
  readonly #mails = new Set<string>()
  #left = 0

  /** @param channels telephone numbers and e-mail addresses of people who haven't agreed to be published */
  constructor(channels: readonly string[]) {
    for (const channel of channels) {
      if (channel.includes('@')) this.#mails.add(channel.trim().toLowerCase())
      else if (digitsOf(channel).length >= fewestDigits) this.#numbers.add(digitsOf(channel))
    }
    this.#lengths = [...new Set([...this.#numbers].map(({ length }) => length))].toSorted((a, b) => b - a)
  }

  /** How many were left out so far. */
  get left(): number {
    return this.#left
  }

  /** The text with a hint in place of what is private. */
  without(text: string): string {
    return this.#withoutNumbers(text).replace(mailPattern, (found) => {
      if (!this.#mails.has(found.toLowerCase())) return found
      this.#left += 1
      return '(Adresse im Büro erfragen)'
    })
  }

  #withoutNumbers(text: string): string {
    let rest = text
    let done = ''
    for (let hit = this.#firstNumber(rest); hit !== null; hit = this.#firstNumber(rest)) {
      this.#left += 1
      done += `${rest.slice(0, hit.from).replace(prefix, '')}(Nummer im Büro erfragen)`
      rest = rest.slice(hit.to)
    }
    return done + rest
  }

  /** Where a private number stands first; numbers written behind each other are looked at each by itself. */
  #firstNumber(text: string): { from: number; to: number } | null {
    for (const run of text.matchAll(digitRun)) {
      const digits = [...run[0].matchAll(/\d/gu)].map(({ 0: digit, index }) => ({ digit, at: run.index + index }))
      const all = digits.map(({ digit }) => digit).join('')
      for (let start = 0; start < digits.length; start += 1) {
        const first = digits[start]
        const last = this.#lengths.filter((length) => this.#numbers.has(all.slice(start, start + length))).map((length) => digits[start + length - 1]).find((digit) => digit && !isDigit(text[digit.at + 1]))
        if (first && last && beginsHere(text, first.at)) return { from: first.at, to: last.at + 1 }
      }
    }
    return null
  }
}

/** A number begins where digits begin, or behind its country or the zero of the long distance. */
function beginsHere(text: string, at: number): boolean {
  return !isDigit(text[at - 1]) || /(?:^|\D)(?:0{1,2}|(?:00)?490?)$/u.test(text.slice(Math.max(0, at - 6), at))
}

function isDigit(letter: string | undefined): boolean {
  return letter !== undefined && letter >= '0' && letter <= '9'
}

/** Digits of a number without what may be written before them: country code 49, zeros. */
function digitsOf(number: string): string {
  const digits = number.replace(/\(0\)/u, '').replace(/[^\d+]/gu, '').replace(/^\+/u, '00')
  return digits.startsWith('0049') ? digits.slice(4).replace(/^0/u, '') : digits.replace(/^0{1,2}/u, '')
}

import { ageGroups, languageLabel, needDetail } from '../../../../../shared/events/participants/catalogue.ts'
import type { ParticipantField } from '../../../../../shared/events/participants/import/model.ts'
import { emptyParticipant, participantInputSchema, type Need, type ParticipantInput } from '../../../../../shared/events/participants/model.ts'
import { readAnswer, readNeeds, readPersons, saysNothing } from '../../../../../shared/events/participants/words.ts'
import { detailOptions } from '../../../../../shared/directory/details.ts'
import { comparable } from '../../../../../shared/search/normalise.ts'
import { plainCell, shorten } from '../../../documents/lists/cell.ts'
import { dayOfCell } from '../../../documents/lists/day.ts'

/** A row of a list of registrations as it was read. */
export interface ReadRegistration {
  fields: ParticipantInput | null
  /** Why it can't be taken. */
  reason: string
  /** ISO day of the registration, where the row tells it. */
  registeredOn: string | null
  hints: string[]
}

/** Reads one row. What has no place of its own goes to the note, so that nothing is lost. */
export function readRegistration(cells: readonly string[], mapping: readonly ParticipantField[], today: string): ReadRegistration {
  return new RowReader(cells, mapping).read(today)
}

class RowReader {
  readonly #cells = new Map<ParticipantField, string[]>()
  readonly #hints: string[] = []
  readonly #left: string[] = []

  constructor(cells: readonly string[], mapping: readonly ParticipantField[]) {
    mapping.forEach((field, index) => {
      if (field === 'ignore') return
      const cell = plainCell(cells[index] ?? '', {
        repair: (kind, before, after, reason) => {
          if (kind !== 'dash') this.#hint(`„${shorten(before)}“ als „${shorten(after)}“ gelesen: ${reason}.`)
          return after
        },
        hint: (text) => this.#hint(text),
      }).replace(/\s+/gu, ' ')
      if (cell !== '') this.#cells.set(field, [...this.#cells.get(field) ?? [], cell])
    })
  }

  read(today: string): ReadRegistration {
    const organisation = this.#text('organisation')
    const person = [this.#text('givenNames'), this.#text('familyName')].filter(Boolean).join(' ') || this.#text('name')
    const name = person || organisation
    if (name === '') return { fields: null, reason: 'Es ist kein Name angegeben.', registeredOn: null, hints: this.#hints }
    if (person === '') this.#hint('Ohne Namen; die Organisation steht als Name.')
    const persons = this.#persons()
    const wanted = this.#needs(persons)
    const photo = this.#photo()
    const fields = participantInputSchema.safeParse({
      ...emptyParticipant, name, organisation: person === '' ? '' : organisation, email: this.#email(), phone: this.#text('phone'), persons, languages: this.#languages(today), needs: wanted,
      ageGroup: this.#ageGroup(), photo, source: 'form', note: [...this.#all('note').filter((text) => !saysNothing(text)), ...this.#left].join('\n'),
    })
    const day = dayOfCell(this.#text('registeredOn').replace(/[,\sT].*$/u, ''))
    if (!fields.success) return { fields: null, reason: `Eine Angabe ist zu lang oder nicht gültig (${fields.error.issues[0]?.message ?? ''}).`, registeredOn: day, hints: this.#hints }
    return { fields: fields.data, reason: '', registeredOn: day, hints: this.#hints }
  }

  #persons(): number {
    const [told, along] = [this.#text('persons'), this.#text('companions')]
    const persons = told === '' ? 1 : readPersons(told)
    const companions = along === '' || saysNothing(along) || readAnswer(along) === false ? 0 : readPersons(along)
    if (persons === null) this.#unread('Personen', told, '1 Person angenommen')
    if (companions === null) this.#unread('Begleitung', along, 'ohne Begleitung gezählt')
    const sum = (persons ?? 1) + (companions ?? 0)
    if (sum > 20) this.#hint(`${sum} Personen unter einem Namen. Bitte prüfen.`)
    return Math.max(1, sum)
  }

  #needs(persons: number): Need[] {
    const found = new Map<string, Need>()
    const add = (need: Need): void => {
      const before = found.get(need.code)
      found.set(need.code, { ...need, count: Math.min(persons, Math.max(need.count, before?.count ?? 0)), detail: [before?.detail ?? '', need.detail].filter(Boolean).join(', ').slice(0, 200) })
    }
    for (const text of this.#all('diet')) this.#mixed(text, 'Essen', add)
    for (const text of this.#all('allergies')) this.#allergies(text, add)
    for (const text of this.#all('access')) this.#asked(text, 'step-free', add)
    for (const text of this.#all('interpretation')) this.#asked(text, 'interpretation', add)
    for (const text of this.#all('childcare')) this.#childcare(text, add)
    for (const text of this.#all('needs')) this.#mixed(text, 'Bedarf', add)
    return [...found.values()]
  }

  /** Any needs, as people write them; what means nothing known is a need of its own. */
  #mixed(text: string, label: string, add: (need: Need) => void): void {
    const { needs, rest } = readNeeds(text)
    needs.forEach(add)
    if (rest.length === 0) return
    add({ code: 'other', count: 1, detail: rest.join(', ').slice(0, 200) })
    this.#hint(`${label}: „${shorten(rest.join(', '))}“ steht unter „Sonstiges“.`)
  }

  #allergies(text: string, add: (need: Need) => void): void {
    const { needs, rest } = readNeeds(text, ['allergy', 'diet'])
    needs.forEach(add)
    const against = rest.filter((part) => readAnswer(part) === null)
    if (against.length > 0) add({ code: 'allergy-other', count: 1, detail: against.join(', ').slice(0, 200) })
    else if (rest.length > 0 && needs.length === 0 && readAnswer(text) === true) add({ code: 'allergy-other', count: 1, detail: '' })
  }

  /** An answer to the question whether one thing is needed: yes, or what exactly. */
  #asked(text: string, code: string, add: (need: Need) => void): void {
    const answer = readAnswer(text)
    if (saysNothing(text) || answer === false) return
    const { needs, rest } = readNeeds(text)
    const words = [...rest].filter((part) => readAnswer(part) === null).map((part) => part.replace(/^(?:ja|yes)[,:\s]+/iu, '').replace(/^(?:in|auf|nach)\s+/iu, ''))
    if (answer === true || (needs.length === 0 && needDetail(code) !== '')) return add({ code, count: 1, detail: answer === true ? '' : words.join(', ') })
    needs.forEach((need) => add(need.code === code ? { ...need, detail: need.detail || words.join(', ') } : need))
    if (words.length > 0 && !needs.some((need) => need.code === code)) this.#left.push(words.join(', '))
  }

  #childcare(text: string, add: (need: Need) => void): void {
    if (saysNothing(text) || readAnswer(text) === false) return
    const ages = [...text.matchAll(/\d{1,2}/gu)].map(([age]) => Number(age))
    // "2 Kinder (3 und 5)" tells their number first; "3, 5" are ages.
    const told = /^(\d{1,2})\s*(?:kind|x)/iu.exec(text)
    const own = told ? ages.slice(1) : readAnswer(text) === true ? [] : ages
    add({ code: 'childcare', count: Math.max(1, own.length, told ? Number(told[1]) : 1), detail: own.length > 0 ? own.join(', ') : '' })
  }

  #photo(): ParticipantInput['photo'] {
    const text = this.#text('photo')
    if (text === '') return 'unasked'
    const answer = readAnswer(text) ?? (/^(?:ja|einverstanden|zugestimmt|ich stimme)\b/iu.test(text) ? true : /^(?:nein|nicht|keine|ich möchte nicht)\b/iu.test(text) ? false : null)
    if (answer === null) this.#unread('Foto', text, 'als nicht gefragt übernommen')
    return answer === null ? 'unasked' : answer ? 'yes' : 'no'
  }

  #languages(today: string): string[] {
    const known = new Map(detailOptions('languages', today).flatMap(({ value, label }) => [label, ...label.split(/[()]/u)].map((word) => [comparable(word), value] as const)).filter(([word]) => word !== ''))
    const parts = this.#all('languages').flatMap((text) => text.split(/[,;/\n+&]|\s+und\s+/iu)).map((part) => part.trim()).filter((part) => part !== '' && !saysNothing(part))
    const found = [...new Set(parts.map((part) => known.get(comparable(part)) ?? part.slice(0, 60)))]
    const foreign = found.filter((language) => languageLabel(language) === language)
    if (foreign.length > 0) this.#hint(`Sprache wie geschrieben übernommen: ${foreign.join(', ')}.`)
    return found.slice(0, 20)
  }

  #ageGroup(): string {
    const text = this.#text('ageGroup')
    const age = /^\d{1,3}$/u.test(text) ? Number(text) : null
    const group = ageGroups.find(({ code, label }) => {
      const [from, to] = code.split('-')
      return comparable(label) === comparable(text) || (age !== null && age >= Number(from) && (to === '' || age <= Number(to)))
    })
    if (text !== '' && !group) this.#unread('Alter', text, 'ohne Altersgruppe')
    return group?.code ?? ''
  }

  #email(): string {
    const text = this.#text('email').replace(/^mailto:/iu, '').replace(/\s*\(at\)\s*|\s+@\s+/iu, '@')
    if (text !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/u.test(text)) this.#hint(`„${shorten(text)}“ ist keine vollständige E-Mail-Adresse.`)
    return text.slice(0, 200)
  }

  #unread(label: string, text: string, instead: string): void {
    this.#hint(`${label}: „${shorten(text)}“ nicht verstanden, ${instead}; die Angabe steht in der Notiz.`)
    this.#left.push(`${label}: ${text}`)
  }

  #all(field: ParticipantField): string[] {
    return this.#cells.get(field) ?? []
  }

  #text(field: ParticipantField): string {
    return this.#all(field).join(', ')
  }

  #hint(text: string): void {
    if (!this.#hints.includes(text)) this.#hints.push(text)
  }
}

import { fieldsOf, normalName, type TemplateField } from '../../../../shared/correspondence/templates/fields.ts'
import type { DocumentKind } from '../../../../shared/correspondence/templates/kinds.ts'
import { matchName } from '../../../../shared/correspondence/templates/matching.ts'
import type { Placeholder } from '../../../../shared/correspondence/templates/model.ts'

/** What a name means where it stands. */
export type Meaning =
  | { kind: 'field'; field: TemplateField }
  | { kind: 'column'; key: string; label: string }
  | { kind: 'blank' }
  | { kind: 'unknown'; proposal: string | null }
  | { kind: 'column-outside'; of: string }

/** The field of a blank: somebody said that the name means nothing. */
export const blankKey = 'leer'

/** Says what the names of one template mean, and remembers which were asked for. */
export class Names {
  readonly fields: readonly TemplateField[]
  readonly #decided: Readonly<Record<string, string>>
  readonly #remembered: ReadonlyMap<string, string>
  readonly #found = new Map<string, Placeholder>()
  readonly used = new Set<string>()

  /** @param remembered field by normal name, as decided for other templates of the kind */
  constructor(kind: DocumentKind, decided: Readonly<Record<string, string>>, remembered: ReadonlyMap<string, string>) {
    this.fields = fieldsOf(kind)
    this.#decided = decided
    this.#remembered = remembered
  }

  /** The names found so far, in the order of the document. */
  get placeholders(): Placeholder[] {
    return [...this.#found.values()]
  }

  /** @param section the field whose rows are repeated around the name */
  meaning(name: string, section: TemplateField | null, where: string): Meaning {
    const column = section?.columns?.find(({ key, label }) => key === normalName(name) || normalName(label) === normalName(name))
    if (column) return { kind: 'column', ...column }
    const decided = Object.hasOwn(this.#decided, name) ? this.#decided[name] : undefined
    if (decided === '') {
      this.#note(name, where, { field: '', decided: true, proposals: [] })
      return { kind: 'blank' }
    }
    const match = matchName(name, this.fields, decided ?? this.#remembered.get(normalName(name)))
    const field = this.fields.find(({ key }) => key === match.field)
    if (!field) {
      const owner = this.fields.find(({ columns }) => columns?.some(({ key }) => key === normalName(name)))
      if (owner) return { kind: 'column-outside', of: owner.key }
    }
    this.#note(name, where, { field: match.field, decided: decided !== undefined, proposals: match.proposals })
    if (!field) return { kind: 'unknown', proposal: match.proposals[0] ?? null }
    this.used.add(field.key)
    return { kind: 'field', field }
  }

  #note(name: string, where: string, match: Pick<Placeholder, 'field' | 'decided' | 'proposals'>): void {
    const known = this.#found.get(name)
    if (known) known.count += 1
    else this.#found.set(name, { name, count: 1, where, ...match })
  }
}

import { all, attribute, child, is, type Document, type Element } from './xml.ts'

const mergeField = /^\s*MERGEFIELD\s+(?:"([^"]+)"|(\S+))/iu

/** Turns the fields of Word's mail merge into tags, so that a template made for mail merge is used as it is. Gives their names. */
export function mailMergeToTags(document: Document): string[] {
  const names: string[] = []
  for (const simple of all(document, 'fldSimple')) {
    const name = nameOf(attribute(simple, 'instr') ?? '')
    if (name === null) continue
    names.push(name)
    const run = all(simple, 'r')[0]
    if (run) simple.parentNode?.insertBefore(tagRun(run, name), simple)
    simple.parentNode?.removeChild(simple)
  }
  for (const begin of all(document, 'fldChar').filter((each) => attribute(each, 'fldCharType') === 'begin')) {
    const runs = runsOfField(begin)
    const name = nameOf(runs.flatMap((run) => all(run, 'instrText')).map((code) => code.textContent ?? '').join(''))
    const first = runs[0]
    if (name === null || !first) continue
    names.push(name)
    const shown = runs.find((run) => child(run, 't')) ?? first
    first.parentNode?.insertBefore(tagRun(shown, name), first)
    for (const run of runs) run.parentNode?.removeChild(run)
  }
  return names
}

function nameOf(code: string): string | null {
  const match = mergeField.exec(code)
  return match ? (match[1] ?? match[2] ?? null) : null
}

/** The runs from the beginning of a field to its end, or none where the field goes on in another paragraph. */
function runsOfField(begin: Element): Element[] {
  const runs: Element[] = []
  let depth = 0
  for (let node = begin.parentNode as Element | null; node; node = node.nextSibling as Element | null) {
    if (!is(node, 'r')) continue
    runs.push(node)
    for (const sign of all(node, 'fldChar')) {
      const type = attribute(sign, 'fldCharType')
      depth += type === 'begin' ? 1 : type === 'end' ? -1 : 0
    }
    if (depth === 0) return runs
  }
  return []
}

/** A run with a tag that looks like another run. */
function tagRun(like: Element, name: string): Element {
  const run = like.cloneNode(false) as Element
  const look = child(like, 'rPr')
  if (look) run.appendChild(look.cloneNode(true))
  const text = like.ownerDocument?.createElementNS(like.namespaceURI, `${like.prefix ?? 'w'}:t`) as Element
  text.setAttribute('xml:space', 'preserve')
  text.textContent = `{${name}}`
  run.appendChild(text)
  return run
}

/** An entry of a list with its depth; entries that follow each other make lists. */
export interface Item {
  /** 1 for the outermost. */
  level: number
  /** Entries with the same name belong to the same list. */
  list: string
  ordered: boolean
  start: number
  html: string
}

interface Open { list: string; ordered: boolean }

/** Makes lists within lists of entries. @param deepest how deep lists may nest; deeper entries stand on the deepest level */
export function listHtml(items: readonly Item[], deepest: number): string {
  let html = ''
  const open: Open[] = []
  const close = (): void => { html += `</li></${open.pop()?.ordered ? 'ol' : 'ul'}>` }
  for (const item of items) {
    const level = Math.min(item.level, deepest, open.length + 1)
    while (open.length > level) close()
    const same = open.length === level ? open[level - 1] : undefined
    if (same && (same.ordered !== item.ordered || (level === 1 && same.list !== item.list))) close()
    if (open.length === level) html += '</li>'
    else {
      html += item.ordered ? (item.start > 1 ? `<ol start="${item.start}">` : '<ol>') : '<ul>'
      open.push({ list: item.list, ordered: item.ordered })
    }
    html += `<li>${item.html}`
  }
  while (open.length > 0) close()
  return html
}

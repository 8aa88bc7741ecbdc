/** What a sheet of OpenDocument hides; the library that reads its values doesn't tell. */
export interface HiddenParts {
  sheet: boolean
  rows: ReadonlySet<number>
  columns: ReadonlySet<number>
}

/** A repeated hidden row is usually the empty end of the sheet; only so many of it are looked at. */
const maxRepeated = 1000
const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`, 'u').exec(tag)?.[1]
const times = (tag: string, name: string) => Math.min(maxRepeated, Number(attribute(tag, name) ?? 1))
const isHidden = (tag: string) => ['collapse', 'filter'].includes(attribute(tag, 'table:visibility') ?? '')

/** Finds what the sheets of a spreadsheet hide, by their names, from the text of its `content.xml`. */
export function hiddenInOds(content: string): Map<string, HiddenParts> {
  const hiddenStyles = new Set([...content.matchAll(/<style:style\s([^>]*)>\s*<style:table-properties\s([^>]*)>/gu)]
    .filter(([, , properties = '']) => attribute(` ${properties}`, 'table:display') === 'false').map(([, style = '']) => attribute(` ${style}`, 'style:name')))
  return new Map([...content.matchAll(/<table:table\s([^>]*)>(.*?)<\/table:table>/gsu)].map(([, table = '', body = '']) => [
    unescaped(attribute(` ${table}`, 'table:name') ?? ''),
    {
      sheet: hiddenStyles.has(attribute(` ${table}`, 'table:style-name')),
      rows: hiddenAmong(body, 'table-row', 'table:number-rows-repeated'), columns: hiddenAmong(body, 'table-column', 'table:number-columns-repeated'),
    },
  ]))
}

function hiddenAmong(body: string, element: string, repeated: string): Set<number> {
  const hidden = new Set<number>()
  let index = 0
  for (const [tag] of body.matchAll(new RegExp(`<table:${element}(?:\\s[^>]*)?/?>`, 'gu'))) {
    const count = times(tag, repeated)
    for (let more = 0; isHidden(tag) && more < count; more += 1) hidden.add(index + more)
    index += count
  }
  return hidden
}

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos);/gu, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[name] ?? '')
}

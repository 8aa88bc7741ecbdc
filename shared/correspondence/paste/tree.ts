/** An element of what was pasted, as plain data: the cleaner needs no browser. */
export interface PastedElement {
  tag: string
  attributes: Readonly<Record<string, string>>
  children: readonly PastedNode[]
}
export type PastedNode = PastedElement | string

/** The rules of a style sheet that came along, by class. */
export type ClassStyles = ReadonlyMap<string, Record<string, string>>

/** Which letters look how; what a letter may have. */
export interface Look { bold: boolean; italic: boolean; underline: boolean }

/** What of the pasted text was left out, and how often. */
export type LeftOutKind = 'images' | 'comments' | 'changes' | 'hidden' | 'merged' | 'nested' | 'wide' | 'strike'
export type LeftOut = Map<LeftOutKind, number>

/** Reads declarations such as `font-weight:bold;mso-list:l0 level1 lfo1`. The page's policy keeps the browser from doing it. */
export function declarations(style: string | undefined): Record<string, string> {
  const found: Record<string, string> = {}
  for (const part of (style ?? '').split(';')) {
    const at = part.indexOf(':')
    if (at > 0) found[part.slice(0, at).trim().toLowerCase()] = part.slice(at + 1).trim().toLowerCase()
  }
  return found
}

/** Reads what a style sheet says of classes: Excel and Word keep bold and italic there. */
export function classStyles(sheet: string): ClassStyles {
  const found = new Map<string, Record<string, string>>()
  for (const [, selectors = '', rules = ''] of sheet.replaceAll(/<!--|-->|\/\*.*?\*\//gsu, '').matchAll(/([^{}@]+)\{([^{}]*)\}/gu)) {
    for (const selector of selectors.split(',')) {
      const name = /^\s*[a-z0-9]*\.([\w-]+)\s*$/iu.exec(selector)?.[1]
      if (name !== undefined) found.set(name.toLowerCase(), { ...found.get(name.toLowerCase()), ...declarations(rules) })
    }
  }
  return found
}

/** All words below a node. */
export function wordsOf(node: PastedNode): string {
  return typeof node === 'string' ? node : node.children.map(wordsOf).join('')
}

/** Whether nothing is to be seen below a node. */
export function isBlank(text: string): boolean {
  return /^[\s\u00A0]*$/u.test(text)
}

/** Text as it may stand in HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

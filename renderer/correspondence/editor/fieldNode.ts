import { Node, type Editor } from '@tiptap/core'
import type { Node as ProseNode } from '@tiptap/pm/model'
import { bodyFieldLabel } from '../../../shared/correspondence/body-field-names.ts'
import type { BodyFieldValues } from '../../../shared/correspondence/body-fields.ts'
import classes from './Nodes.module.css'

/** `values` is null where a text belongs to no letter: the chips show their names there. */
interface FieldStorage { values: BodyFieldValues | null; redraw: Set<() => void> }

declare module '@tiptap/core' {
  interface Storage { field: FieldStorage }
}

/** A place that says what the letter says elsewhere, as a chip with its present value. Copied into other programs it becomes its words. */
export const fieldNode = Node.create<object, FieldStorage>({
  name: 'field', group: 'inline', inline: true, atom: true,
  addStorage: () => ({ values: null, redraw: new Set() }),
  addAttributes: () => ({
    field: { default: 'datum', rendered: false, parseHTML: (element) => element.getAttribute('data-letter-field') },
    value: { default: null, rendered: false, parseHTML: () => null },
  }),
  parseHTML: () => [{ tag: 'span[data-letter-field]' }],
  renderHTML({ node }) { return ['span', { 'data-letter-field': node.attrs.field as string }, said(node, this.storage.values) || label(node)] },
  renderText({ node }) { return said(node, this.storage.values) || `[${label(node)}]` },
  addNodeView() {
    return ({ node }) => {
      const dom = document.createElement('span')
      const name = dom.appendChild(document.createElement('span'))
      const value = dom.appendChild(document.createElement('span'))
      name.className = classes.spoken ?? ''
      let shown = node
      const draw = (): void => {
        const words = said(shown, this.storage.values)
        dom.className = classes.chip ?? ''
        dom.toggleAttribute('data-missing', words === '' && this.storage.values !== null)
        dom.title = label(shown)
        name.textContent = `Feld ${label(shown)}: `
        value.textContent = words || (this.storage.values === null ? label(shown) : `${label(shown)} fehlt`)
      }
      draw()
      this.storage.redraw.add(draw)
      return {
        dom,
        update: (next) => {
          if (next.type !== shown.type) return false
          shown = next
          draw()
          return true
        },
        destroy: () => void this.storage.redraw.delete(draw),
      }
    }
  },
})

/** Lets the chips say what the letter says now. */
export function showFieldValues(editor: Editor, values: BodyFieldValues): void {
  const { field } = editor.storage
  if ([...values].join('\n') === [...field.values ?? []].join('\n')) return
  field.values = values
  for (const redraw of field.redraw) redraw()
}

function label(node: ProseNode): string {
  return bodyFieldLabel(node.attrs.field as string)
}

function said(node: ProseNode, values: BodyFieldValues | null): string {
  return (node.attrs.value as string | null) ?? values?.get(node.attrs.field as string) ?? ''
}

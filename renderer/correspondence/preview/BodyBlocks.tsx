import { Fragment, type ReactNode } from 'react'
import type { BlockNode, InlineNode, ListItemNode } from '../../../shared/correspondence/body.ts'
import { keyed } from './keyed.ts'

/** Gives one block of a letter's text as it looks on paper. Text only ever becomes text nodes, never markup. */
export function BodyBlock({ node }: { node: BlockNode }): ReactNode {
  switch (node.type) {
    case 'paragraph':
      return <p dir="auto"><Inline nodes={node.content} /></p>
    case 'heading':
      return <p dir="auto" data-level={node.attrs.level}><Inline nodes={node.content} /></p>
    case 'bulletList':
      return <ul><Items items={node.content} /></ul>
    case 'orderedList':
      return <ol start={node.attrs?.start}><Items items={node.content} /></ol>
  }
}

function Items({ items }: { items: ListItemNode[] }): ReactNode {
  return keyed(items).map(({ key, item }) => (
    <li key={key}>{keyed(item.content).map((child) => <BodyBlock key={child.key} node={child.item} />)}</li>
  ))
}

function Inline({ nodes }: { nodes: InlineNode[] | undefined }): ReactNode {
  // An empty paragraph keeps the height of its line.
  if (!nodes || nodes.length === 0) return <br />
  return keyed(nodes).map(({ key, item }) => (
    <Fragment key={key}>{item.type === 'hardBreak' ? <br /> : <Marked node={item} />}</Fragment>
  ))
}

function Marked({ node }: { node: Extract<InlineNode, { type: 'text' }> }): ReactNode {
  return (node.marks ?? []).reduce<ReactNode>((inner, mark) => {
    if (mark.type === 'bold') return <strong>{inner}</strong>
    if (mark.type === 'italic') return <em>{inner}</em>
    return <u>{inner}</u>
  }, node.text)
}

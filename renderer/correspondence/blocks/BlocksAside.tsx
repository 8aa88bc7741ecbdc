import type { ReactNode } from 'react'
import { BlockConditions } from './BlockConditions.tsx'
import { BlockLibrary } from './BlockLibrary.tsx'
import classes from './Blocks.module.css'
import type { EditorBlocks } from './useBlocks.ts'

/** What stands beside the draft: the conditions of its text blocks above the pages, or all text blocks to choose from. */
export function BlocksAside({ blocks, children }: { blocks: EditorBlocks; children?: ReactNode }): ReactNode {
  return (
    <div className={classes.aside}>
      <BlockConditions blocks={blocks} />
      {blocks.library && !blocks.readOnly ? <BlockLibrary blocks={blocks} /> : children}
    </div>
  )
}

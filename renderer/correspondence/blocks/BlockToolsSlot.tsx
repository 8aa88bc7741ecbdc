import { lazy, Suspense, type ReactNode } from 'react'
import type { EditorBlocks } from './useBlocks.ts'

const BlockTools = lazy(async () => ({ default: (await import('./BlockTools.tsx')).BlockTools }))

/** {@link BlockTools}, which come with the editor. They wait by themselves: the editor must not go while they are loaded. */
export function BlockToolsSlot({ blocks }: { blocks: EditorBlocks }): ReactNode {
  return <Suspense fallback={null}><BlockTools blocks={blocks} /></Suspense>
}

import type { ReactNode } from 'react'
import { isBlank, partLabel } from '../../../shared/correspondence/blocks/compose.ts'
import type { BlockPart } from '../../../shared/correspondence/blocks/model.ts'
import { bodyText } from '../../../shared/correspondence/body.ts'
import classes from './Blocks.module.css'

/** The text of a block as it reads, with the conditions of its parts. */
export function BlockPreview({ parts }: { parts: readonly BlockPart[] }): ReactNode {
  return (
    <div className={classes.preview}>
      {parts.filter((part) => !isBlank(part)).map((part) => (
        <div key={part.id} className={classes.previewPart} data-conditional={part.kind !== 'always' || undefined}>
          {part.kind !== 'always' && <span className={classes.condition}>{part.kind === 'alternative' ? `${part.group || 'Eines davon'}: ` : 'Wahlweise: '}{partLabel(part)}{part.preset ? ' (vorgewählt)' : ''}</span>}
          <span className={classes.previewText}>{bodyText(part.body)}</span>
        </div>
      ))}
    </div>
  )
}

import type { ReactNode } from 'react'
import type { Placed, Section } from '../../../shared/correspondence/pages/model.ts'
import { edge, shift, standsOnPage } from './placed.ts'
import { PlacedBox } from './Story.tsx'

/** What stands on the page wherever its paragraph is: text boxes, frames, logos. */
export function OnPage({ placed, section }: { placed: readonly Placed[]; section: Section }): ReactNode {
  return placed.filter(standsOnPage).map((each, index) => {
    const style = { ...edge(each.across, 'left', section.width, section.left, section.right), ...edge(each.down, 'top', section.height, section.top, section.bottom) }
    // oxlint-disable-next-line react/no-array-index-key -- position is all the identity these have
    return <PlacedBox key={index} placed={each} style={{ ...style, transform: shift(each) }} />
  })
}

import { Select } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { copiesOf, copyLabel } from '../../../shared/correspondence/copies/copies.ts'
import { mainCopy } from '../../../shared/correspondence/copies/model.ts'
import type { EditedLetter, Letter, LetterFields } from '../../../shared/correspondence/letter.ts'
import { PagesPreview } from '../pages/PagesPreview.tsx'
import { useLetterPages } from '../pages/useLetterPages.ts'

/** Which copy is looked at; one that is gone gives way to the first. */
export function useShownCopy(fields: LetterFields): { copy: string; show(copy: string): void } {
  const [copy, show] = useState(mainCopy)
  return { copy: copiesOf(fields).some(({ key }) => key === copy) ? copy : mainCopy, show }
}

/** The pages of a letter beside its text, of whichever copy is chosen. */
export function LetterPages({ letter, fields, shown }: { letter: Letter; fields: EditedLetter; shown: ReturnType<typeof useShownCopy> }): ReactNode {
  const copies = copiesOf(fields)
  const choice = copies.length > 1 && (
    <Select
      size="xs" aria-label="Gezeigte Fassung" allowDeselect={false} value={shown.copy} onChange={(key) => key && shown.show(key)}
      data={copies.map((copy) => ({ value: copy.key, label: copyLabel(copy) }))}
    />
  )
  return <PagesPreview {...useLetterPages(letter, fields, shown.copy)} tools={choice} />
}

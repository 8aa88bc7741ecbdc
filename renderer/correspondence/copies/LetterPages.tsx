import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { composeSheet } from '../../../shared/correspondence/compose-sheet.ts'
import { copiesOf, copyLabel, letterFor } from '../../../shared/correspondence/copies/copies.ts'
import { fileCopy, mainCopy } from '../../../shared/correspondence/copies/model.ts'
import type { Letter, LetterFields } from '../../../shared/correspondence/letter.ts'
import { isPlainLetter } from '../../../shared/correspondence/templates/built-in.ts'
import { emptyLetterhead } from '../../../shared/settings/letterhead.ts'
import { api } from '../../app/office.ts'
import { PagePreview } from '../preview/PagePreview.tsx'
import { LetterPreview } from '../templates/LetterPreview.tsx'
import { useDesk } from '../useDesk.ts'
import classes from './Copies.module.css'

/** Which copy is looked at; one that is gone gives way to the first. */
export function useShownCopy(fields: LetterFields): { copy: string; show(copy: string): void } {
  const [copy, show] = useState(mainCopy)
  return { copy: copiesOf(fields).some(({ key }) => key === copy) ? copy : mainCopy, show }
}

/** The pages of a letter beside its text, of whichever copy is chosen. */
export function LetterPages({ letter, fields, shown }: { letter: Letter; fields: LetterFields; shown: ReturnType<typeof useShownCopy> }): ReactNode {
  const { side } = useDesk()
  const letterhead = useQuery(api.settings.letterhead.get.queryOptions()).data?.letterhead ?? emptyLetterhead
  const facts = useQuery({ ...api.correspondence.copies.fileFacts.queryOptions({ input: { id: letter.id } }), enabled: side === 'office' && shown.copy === fileCopy }).data
  const said = letterFor({ ...fields, number: letter.number, status: letter.status, facts: letter.facts }, shown.copy, facts)
  return (
    <div className={classes.pages}>
      <div className={classes.choice}>
        <Select
          size="xs" aria-label="Gezeigte Fassung" allowDeselect={false} value={shown.copy} onChange={(key) => key && shown.show(key)}
          data={copiesOf(fields).map((copy) => ({ value: copy.key, label: copyLabel(copy) }))}
        />
      </div>
      <div className={classes.shown}>
        {isPlainLetter(fields.template)
          ? <PagePreview sheet={composeSheet(said.letter, letterhead, said.copy)} letterhead={letterhead} />
          : <LetterPreview letterId={letter.id} copy={shown.copy} />}
      </div>
    </div>
  )
}

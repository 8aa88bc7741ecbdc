import { useState } from 'react'
import { standardTemplate } from '../../../shared/correspondence/templates/built-in.ts'
import { usePreference } from '../../app/usePreference.ts'
import { useTemplates } from '../templates/TemplateField.tsx'

/**
 * What drafts of statements are written with: what this person chose last as long as it can still be used, otherwise the office's own template for
 * statements, otherwise the letter in form B.
 */
export function useDraftTemplate(): [template: string, choose: (ref: string) => void] {
  const { templates } = useTemplates()
  const [last, setLast] = usePreference<string>('statements.template', '')
  const [chosen, setChosen] = useState<string | null>(null)
  const usable = templates.filter(({ open, validity }) => open === 0 && validity === 'valid')
  const known = (ref: string): boolean => usable.some((template) => template.ref === ref)
  const own = usable.find(({ kind, id }) => kind === 'stellungnahme' && id !== null)?.ref
  const proposed = known(last) ? last : own ?? standardTemplate
  return [chosen ?? proposed, (ref) => { setChosen(ref); setLast(ref) }]
}

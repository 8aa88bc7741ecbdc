import { useQuery } from '@tanstack/react-query'
import { builtInTemplate } from '../../shared/correspondence/templates/built-in.ts'
import type { DocumentKind } from '../../shared/correspondence/templates/kinds.ts'
import { api } from '../app/office.ts'

/** The kind of document that a template makes; null as long as it isn't known. */
export function useLetterKind(template: string): DocumentKind | null {
  const own = useQuery(api.correspondence.templates.list.queryOptions()).data?.find(({ ref, earlier }) => ref === template || earlier.includes(template))
  return builtInTemplate(template)?.kind ?? own?.kind ?? null
}

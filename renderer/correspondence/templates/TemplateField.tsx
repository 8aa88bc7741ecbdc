import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { documentKindLabels, documentKinds } from '../../../shared/correspondence/templates/kinds.ts'
import type { TemplateItem } from '../../../shared/correspondence/templates/model.ts'
import { api } from '../../app/office.ts'

/** Templates that a letter can be written with today, by kind of document. */
export function useTemplates(): { templates: readonly TemplateItem[]; groups: { group: string; items: { value: string; label: string }[] }[] } {
  const templates = useQuery(api.correspondence.templates.list.queryOptions()).data ?? []
  const usable = templates.filter(({ open, validity }) => open === 0 && validity === 'valid')
  const groups = documentKinds.flatMap((kind) => {
    const items = usable.filter((template) => template.kind === kind).map(({ ref, name }) => ({ value: ref, label: name }))
    return items.length === 0 ? [] : [{ group: documentKindLabels[kind], items }]
  })
  return { templates, groups }
}

/** „Vorlage" of a letter. One that isn't offered any more, or an earlier version, stays chosen until somebody changes it. */
export function TemplateField({ label = 'Vorlage', value, error, readOnly, onChange }: { label?: string; value: string; error: string | undefined; readOnly: boolean; onChange: (ref: string) => void }): ReactNode {
  const { templates, groups } = useTemplates()
  const known = groups.some(({ items }) => items.some((item) => item.value === value))
  const kept = templates.find(({ ref, earlier }) => ref === value || earlier.includes(value))
  const word = kept === undefined ? 'Gelöschte Vorlage' : `${kept.name} (${kept.ref === value ? 'nicht verwendbar' : 'frühere Fassung'})`
  const own = known || templates.length === 0 ? [] : [{ group: 'Bisher', items: [{ value, label: word }] }]
  return (
    <Select
      label={label} searchable readOnly={readOnly} error={error} data={[...own, ...groups]} value={value} maxDropdownHeight={360}
      nothingFoundMessage="Keine solche Vorlage" onChange={(ref) => ref !== null && onChange(ref)}
    />
  )
}

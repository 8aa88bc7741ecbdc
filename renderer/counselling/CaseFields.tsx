import { Select, Stack, Textarea, TextInput } from '@mantine/core'
import type { ReactNode, Ref } from 'react'
import { CASE_KINDS, type CaseKind } from '../../shared/counselling/case-number.ts'
import type { CaseFields as Fields } from '../../shared/counselling/model.ts'
import { CodeSelect } from './CodeSelect.tsx'
import { StatisticalFields } from './statistics/StatisticalFields.tsx'
import { useToday } from './useToday.ts'

const kinds = Object.entries(CASE_KINDS).map(([value, { label }]) => ({ value, label }))

/** The fields of a case. `suggestion` stands beside the alias. */
export function CaseFields({ fields, errors, onChange, suggestion, aliasRef, numbered = false }: {
  fields: Fields
  errors: Readonly<Record<string, string>>
  onChange(patch: Partial<Fields>): void
  suggestion?: ReactNode
  aliasRef?: Ref<HTMLInputElement>
  /** The case has its number, whose letter goes by the kind, so only the kinds of that letter are offered. */
  numbered?: boolean
}) {
  const today = useToday()
  const letter = CASE_KINDS[fields.kind].letter
  return (
    <Stack gap="sm">
      <TextInput
        ref={aliasRef} label="Alias" value={fields.alias} error={errors.alias} rightSection={suggestion} data-autofocus
        description="Ein neutrales Wort, kein echter Name. Es steht in allen Listen."
        onChange={(event) => onChange({ alias: event.currentTarget.value })}
      />
      <Select
        label="Art" value={fields.kind} error={errors.kind}
        data={numbered ? kinds.filter(({ value }) => CASE_KINDS[value as CaseKind].letter === letter) : kinds}
        onChange={(kind) => kind && onChange({ kind: kind as CaseKind })}
      />
      <CodeSelect
        catalogue="languages" label="Sprache" placeholder="nicht erfasst" clearable day={today} value={fields.language}
        error={errors.language} onChange={(language) => onChange({ language })}
      />
      <Textarea
        label="Notiz" autosize minRows={3} maxRows={16} value={fields.note} error={errors.note}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
      <StatisticalFields fields={fields} errors={errors} onChange={onChange} />
    </Stack>
  )
}

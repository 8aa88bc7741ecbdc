import { useCallback, useEffect, useRef, useState } from 'react'
import { statementInputSchema, type Statement, type StatementInput } from '../../../shared/correspondence/statements/model.ts'
import { office } from '../../app/office.ts'
import { useAutosave, type Autosave } from '../../app/useAutosave.ts'

/** The form of what is said of a request: stores changes by itself, takes over what changed elsewhere while nothing is unsaved. */
export function useStatementForm(statement: Statement): { fields: StatementInput; status: Autosave; set(patch: Partial<StatementInput>): void; flush(): Promise<void> } {
  const [fields, setFields] = useState<StatementInput>(() => inputOf(statement))
  const stored = useRef({ version: statement.version, fields })
  const save = useCallback(async (value: StatementInput) => {
    const names = Object.keys(value) as (keyof StatementInput)[]
    const changed = Object.fromEntries(names.filter((name) => value[name] !== stored.current.fields[name]).map((name) => [name, value[name]]))
    if (Object.keys(changed).length === 0) return
    const { version } = await office.correspondence.statements.update({ id: statement.id, version: stored.current.version, fields: changed })
    stored.current = { version, fields: value }
  }, [statement.id])
  const { status, flush } = useAutosave(fields, save)
  const unsaved = status.state === 'dirty' || status.state === 'saving' || status.state === 'failed'
  useEffect(() => {
    if (statement.version <= stored.current.version || unsaved) return
    const next = inputOf(statement)
    stored.current = { version: statement.version, fields: next }
    setFields(next)
  }, [statement, unsaved])
  return { fields, status, flush, set: (patch) => setFields((before) => ({ ...before, ...patch })) }
}

function inputOf(statement: Statement): StatementInput {
  return statementInputSchema.parse(statement)
}

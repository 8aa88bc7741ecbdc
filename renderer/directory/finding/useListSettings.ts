import { useSyncExternalStore } from 'react'
import { initialColumns, viewDefinitionSchema, type ContactView, type ViewDefinition } from '../../../shared/directory/finding/views.ts'
import { readFilter, tidyFilter } from '../../../shared/directory/filter.ts'
import { usePreference } from '../../app/usePreference.ts'

/** How the list of contacts looks at the moment, and the saved view from which that began. */
export interface ListSettings extends ViewDefinition {
  viewId: string | null
}

/** What is looked for, as long as the window lives: nobody finds yesterday's search in the list in the morning. */
let sought = ''
const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Looks for something in the list of contacts. */
function seek(query: string): void {
  sought = query
  for (const listener of listeners) listener()
}

/** The settings of the list of contacts, shared by the list and the left side of every screen. */
export function useListSettings() {
  const query = useSyncExternalStore(subscribe, () => sought)
  const [stored, store] = usePreference<Record<string, unknown>>('directory.list', {})
  const settings = { ...readSettings(stored), query }
  const change = (part: Partial<ListSettings>): void => {
    if (part.query !== undefined) seek(part.query)
    const { query: _query, ...kept } = { ...settings, ...part }
    const next = { ...kept, filter: tidyFilter(kept.filter) }
    if (JSON.stringify(next) !== JSON.stringify(stored)) store(next)
  }
  return {
    settings,
    change,
    /** Makes the list look like a saved view. */
    show: ({ id, definition }: ContactView): void => change({ ...definition, viewId: id }),
  }
}

/** What makes the view, without the name of it. */
export function definitionOf({ viewId: _viewId, ...definition }: ListSettings): ViewDefinition {
  return { ...definition, query: definition.query.trim(), filter: tidyFilter(definition.filter) }
}

/** Whether the list looks otherwise than the view. */
export function differs(settings: ListSettings, { definition }: ContactView): boolean {
  const plain = (view: ViewDefinition) => JSON.stringify(viewDefinitionSchema.parse({ ...view, filter: sortedFilter(view.filter) }))
  return plain(definitionOf(settings)) !== plain(definition)
}

function sortedFilter(filter: ViewDefinition['filter']): ViewDefinition['filter'] {
  return Object.fromEntries(Object.entries(tidyFilter(filter)).sort(([a], [b]) => a < b ? -1 : 1))
}

/** Remembered settings, also of an older version: what no longer fits takes its default. */
function readSettings(stored: Record<string, unknown>): ListSettings {
  const { group, sort, grouping, columns } = viewDefinitionSchema.shape
  const given = <T>(schema: { safeParse(value: unknown): { success: boolean, data?: T } }, value: unknown, fallback: T): T => {
    const read = schema.safeParse(value)
    return read.success && read.data !== undefined ? read.data : fallback
  }
  return {
    query: '',
    group: given(group, stored.group, 'all'),
    filter: readFilter(stored.filter),
    sort: given(sort, stored.sort, 'name'),
    descending: stored.descending === true,
    grouping: given(grouping, stored.grouping, null),
    columns: given(columns, stored.columns, [...initialColumns]),
    viewId: typeof stored.viewId === 'string' ? stored.viewId : null,
  }
}

import { useQuery } from '@tanstack/react-query'
import { api } from '../../app/office.ts'
import classes from './Duplicates.module.css'
import { MergeLine } from './MergeLine.tsx'

/** The merges that a contact came of, above its history. Nothing for a contact that was never merged. */
export function ContactMerges({ contactId }: { contactId: string }) {
  const { data } = useQuery(api.directory.duplicates.merges.queryOptions({ input: { contact: contactId } }))
  if (!data || data.length === 0) return null
  return <ul className={classes.decisions} aria-label="Zusammenführungen">{data.map((merge) => <MergeLine key={merge.id} merge={merge} />)}</ul>
}

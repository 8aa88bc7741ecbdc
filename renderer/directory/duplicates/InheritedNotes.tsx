import { Text } from '@mantine/core'
import { useQueries, useQuery } from '@tanstack/react-query'
import { api } from '../../app/office.ts'
import { useSession } from '../../app/session.ts'
import { Personal } from '../../ui/Personal.tsx'
import classes from './Duplicates.module.css'

/**
 * Protected notes of contacts that live on in this one. They lie on the counselling side under the former ids, where a merge by the
 * assistant can't reach them, so they are shown from there, to the Leitung alone.
 */
export function InheritedNotes({ contactId }: { contactId: string }) {
  const { person } = useSession()
  return person.role === 'leitung' ? <Notes contactId={contactId} /> : null
}

function Notes({ contactId }: { contactId: string }) {
  const { data: ids } = useQuery(api.directory.duplicates.absorbed.queryOptions({ input: { id: contactId } }))
  const notes = useQueries({ queries: (ids ?? []).map((id) => api.counselling.protectedNotes.get.queryOptions({ input: { contactId: id } })) })
  const texts = notes.flatMap(({ data }) => data && data.text !== '' ? [data.text] : [])
  return texts.map((text) => (
    <section key={text} className={classes.similar} aria-label="Geschützte Notiz des zusammengeführten Kontakts">
      <Text size="sm" fw={600}>Geschützte Notiz des zusammengeführten Kontakts</Text>
      <Text size="sm" className={classes.lineOf}><Personal>{text}</Personal></Text>
    </section>
  ))
}

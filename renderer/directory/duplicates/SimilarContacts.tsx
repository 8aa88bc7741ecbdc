import { Anchor, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { reasonText } from '../../../shared/directory/duplicates/certainty.ts'
import type { TypedContact } from '../../../shared/directory/duplicates/contract.ts'
import { api } from '../../app/office.ts'
import { openRecord } from '../../app/openRecord.ts'
import { Personal } from '../../ui/Personal.tsx'
import { CertaintyMark } from './CertaintyMark.tsx'
import classes from './Duplicates.module.css'

const waitMilliseconds = 250

/** What the form has of a contact; more than the comparison needs is left out. */
type Typed = Omit<TypedContact, 'addresses' | 'channels'> & {
  addresses: readonly { street: string, postalCode: string, place: string, country: string }[]
  channels: readonly { kind: string, value: string }[]
}

/** Contacts that are there already and look like the one being typed, with the reason. Saving is never held up by them. */
export function SimilarContacts({ values, except }: { values: Typed; except?: string | undefined }) {
  const { kind, name, shortName, department, familyName, givenNames, formerNames, title, salutation } = values
  const [contact] = useDebouncedValue<TypedContact>({
    kind, name, shortName, department, familyName, givenNames, formerNames, title, salutation,
    addresses: values.addresses.map(({ street, postalCode, place, country }) => ({ street, postalCode, place, country })),
    channels: values.channels.map((channel) => ({ kind: channel.kind, value: channel.value })),
  }, waitMilliseconds)
  const letters = (contact.kind === 'person' ? contact.givenNames + contact.familyName : contact.name).replace(/\s/gu, '').length
  const { data } = useQuery({
    ...api.directory.duplicates.similar.queryOptions({ input: { contact, ...(except && { except }) } }),
    enabled: letters >= 3,
    placeholderData: (former) => former,
  })
  const found = letters >= 3 ? data ?? [] : []
  return (
    <div role="status">
      {found.length > 0 && (
        <div className={classes.similar}>
          <Text size="sm" fw={600} className={classes.certainty}><IconUsers size={16} aria-hidden />Schon vorhanden?</Text>
          <ul>
            {found.map(({ contact: twin, certainty, reasons }) => (
              <li key={twin.id} className={classes.decision}>
                <div>
                  <Anchor component="button" type="button" size="sm" ta="left" fw={600} title="Vorhandenen Kontakt öffnen; die Eingabe bleibt erhalten" onClick={() => openRecord({ type: 'contact', id: twin.id })}>
                    <Personal>{twin.name}</Personal>
                  </Anchor>
                  <Text size="xs" c="dimmed"><Personal>{[twin.detail, twin.place].filter(Boolean).join(' · ')}</Personal>{twin.detail || twin.place ? ' · ' : ''}{reasonText({ reasons })}</Text>
                </div>
                <Text size="xs" component="span"><CertaintyMark certainty={certainty} /></Text>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

import { Alert, Text } from '@mantine/core'
import { IconLock, IconTrashX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { germanDate } from '../../../shared/dates.ts'
import { erasureReasonLabel } from '../../../shared/directory/privacy/rules.ts'
import { api } from '../../app/office.ts'

/** Says on the record that processing is restricted or that destruction was proposed. */
export function ContactPrivacyState({ id }: { id: string }) {
  const { data } = useQuery(api.directory.privacy.get.queryOptions({ input: { id } }))
  if (!data) return null
  const { restrictedOn, restrictedReason, proposal, informedOn } = data
  return (
    <>
      {restrictedOn !== null && (
        <Alert mt="sm" py={6} color="amber" icon={<IconLock aria-hidden />} title={`Verarbeitung eingeschränkt seit ${germanDate(restrictedOn)}`}>
          {restrictedReason}. Der Kontakt wird nicht ausgegeben.
        </Alert>
      )}
      {proposal !== null && (
        <Alert mt="sm" py={6} color="red" icon={<IconTrashX aria-hidden />} title={`Am ${germanDate(proposal.on)} von ${proposal.by} zur Löschung vorgeschlagen`}>
          {[erasureReasonLabel(proposal.reason), proposal.note].filter(Boolean).join('; ')}
        </Alert>
      )}
      {informedOn !== null && <Text size="xs" c="dimmed" mt={6}>Nach DSGVO informiert am {germanDate(informedOn)}</Text>}
    </>
  )
}

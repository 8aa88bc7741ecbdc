import { Button, Group, Select, SimpleGrid, Stack, TagsInput, Text, Textarea, TextInput, Title } from '@mantine/core'
import { IconAddressBook } from '@tabler/icons-react'
import { useCallback, useState, type ReactNode } from 'react'
import { pressOptions } from '../../../shared/correspondence/press/catalogue.ts'
import type { MediaMember } from '../../../shared/correspondence/press/model.ts'
import { statementFields } from '../../../shared/correspondence/statements/catalogue.ts'
import { isoDay } from '../../../shared/dates.ts'
import { memberChannelLabels, reachedByLabels } from '../../../shared/directory/lists/labels.ts'
import { memberChannels, type MemberChannel } from '../../../shared/directory/lists/model.ts'
import { mediaDetailsSchema, type MediaDetails } from '../../../shared/directory/media/model.ts'
import { office } from '../../app/office.ts'
import { openRecord } from '../../app/openRecord.ts'
import { useAutosave } from '../../app/useAutosave.ts'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { Personal } from '../../ui/Personal.tsx'
import { SaveState } from '../../ui/SaveState.tsx'
import parts from '../parts.module.css'

const topics = statementFields.map(({ label }) => label)

/** What an editorial office is like. Name, address and numbers are the contact's and stay there. */
export function MediaContact({ member, listId }: { member: MediaMember; listId: string }): ReactNode {
  const [details, setDetails] = useState<MediaDetails>(member.media)
  const { status } = useAutosave(details, useCallback(async (value: MediaDetails) => {
    await office.correspondence.press.media.save({ contactId: member.id, details: mediaDetailsSchema.parse(value) })
  }, [member.id]))
  const set = (patch: Partial<MediaDetails>): void => setDetails({ ...details, ...patch })
  const setWay = async (channel: MemberChannel): Promise<void> => {
    try {
      const { change } = await office.directory.lists.setReach({ id: listId, contactIds: [member.id], channel })
      showUndoNotice('Weg geändert.', 'office', change)
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <section className={parts.page} aria-label="Medium">
      <Group justify="space-between" gap="xs">
        <Title order={2} size="h3"><Personal>{member.name}</Personal></Title>
        <SaveState status={status} />
      </Group>
      <Text size="sm">{[member.kind === 'person' ? member.organisation : member.personName, member.clippings === 1 ? '1 Bericht im Pressespiegel' : `${member.clippings} Berichte im Pressespiegel`].filter(Boolean).join(' · ')}</Text>
      <Button w="fit-content" variant="default" leftSection={<IconAddressBook size={16} aria-hidden />} onClick={() => openRecord({ type: 'contact', id: member.id })}>Kontakt öffnen</Button>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          <Select label="Art des Mediums" clearable data={pressOptions('mediaKinds', isoDay(new Date()))} value={details.kind || null} onChange={(value) => set({ kind: value ?? '' })} />
          <TextInput label="Verbreitungsgebiet" value={details.area} onChange={(event) => set({ area: event.currentTarget.value })} />
          <TextInput label="Redaktionsschluss" placeholder="dienstags 12 Uhr" value={details.deadline} onChange={(event) => set({ deadline: event.currentTarget.value })} />
          <Select label="Bevorzugter Weg" description={member.reached === 'none' ? member.problem : `Derzeit: ${reachedByLabels[member.reached]}`} allowDeselect={false} data={memberChannels.map((value) => ({ value, label: memberChannelLabels[value] }))} value={member.channel} onChange={(value) => value && void setWay(value as MemberChannel)} />
        </SimpleGrid>
        <TagsInput label="Themen" description="Eingabetaste nach jedem Thema" data={topics} value={details.topics} onChange={(value) => set({ topics: value })} />
        <Textarea label="Bemerkung" autosize minRows={2} value={details.note} onChange={(event) => set({ note: event.currentTarget.value })} />
      </Stack>
    </section>
  )
}

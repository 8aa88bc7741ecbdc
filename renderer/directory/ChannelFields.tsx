import { ActionIcon, Button, Group, Select, TextInput, Tooltip } from '@mantine/core'
import { IconPlus, IconStar, IconStarFilled, IconX } from '@tabler/icons-react'
import { channelWarning } from '../../shared/directory/channel-check.ts'
import { channelKindLabels } from '../../shared/directory/labels.ts'
import { channelKinds, type ChannelKind } from '../../shared/directory/model.ts'
import classes from './ContactRecord.module.css'
import { fieldWarning } from './fieldWarning.tsx'
import { newChannel, type ContactFormState } from './form.ts'

const offered: readonly ChannelKind[] = ['phone', 'mobile', 'email']

/** Numbers and addresses by which a contact is reached, one row each; one of them is the preferred one. */
export function ChannelFields({ form }: { form: ContactFormState }) {
  const { channels } = form.values
  const prefer = (id: string): void =>
    form.setFieldValue('channels', channels.map((channel) => ({ ...channel, preferred: channel.id === id && !channel.preferred })))
  return (
    <fieldset className={classes.group}>
      <legend>Erreichbar über</legend>
      {channels.map(({ id, kind, value, preferred }, index) => (
        <Group key={id} gap={6} mb={6} align="flex-start">
          <Select
            w={100}
            aria-label="Art des Wegs"
            data={channelKinds.map((value) => ({ value, label: channelKindLabels[value] }))}
            {...form.getInputProps(`channels.${index}.kind`)}
          />
          <TextInput flex="3 1 134px" aria-label={channelKindLabels[kind]} maxLength={300} {...fieldWarning(channelWarning({ kind, value }))} {...form.getInputProps(`channels.${index}.value`)} />
          <Group flex="1 1 138px" gap={6} wrap="nowrap">
            <TextInput flex={1} aria-label={`Zusatz zu ${channelKindLabels[kind]}`} placeholder="Zusatz" maxLength={100} {...form.getInputProps(`channels.${index}.label`)} />
            <Tooltip label={preferred ? 'Bevorzugt' : 'Als bevorzugt kennzeichnen'}>
              <ActionIcon variant="subtle" color={preferred ? 'petrol' : 'gray'} aria-pressed={preferred} aria-label={`${channelKindLabels[kind]} bevorzugt`} onClick={() => prefer(id)}>
                {preferred ? <IconStarFilled size={16} aria-hidden /> : <IconStar size={16} aria-hidden />}
              </ActionIcon>
            </Tooltip>
            <ActionIcon variant="subtle" color="gray" aria-label={`${channelKindLabels[kind]} entfernen`} onClick={() => form.removeListItem('channels', index)}>
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </Group>
        </Group>
      ))}
      <Group gap={6}>
        {offered.map((kind) => (
          <Button key={kind} size="compact-sm" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => form.insertListItem('channels', newChannel(kind))}>
            {channelKindLabels[kind]}
          </Button>
        ))}
      </Group>
    </fieldset>
  )
}

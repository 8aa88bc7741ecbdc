import { ActionIcon, Button, Group, Select, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { channelKindLabels } from '../../../shared/directory/labels.ts'
import { channelKinds, type Channel, type ChannelKind } from '../../../shared/directory/model.ts'
import classes from './Person.module.css'

const offered: readonly ChannelKind[] = ['mobile', 'email']

/** Ways to reach the person, one row each, with a word beside it („nur Nachrichten“, „Nummer der Schwester“). */
export function IdentityChannels({ channels, onChange }: { channels: readonly Channel[]; onChange(channels: Channel[]): void }) {
  const patch = (id: string, change: Partial<Channel>): void => onChange(channels.map((channel) => (channel.id === id ? { ...channel, ...change } : channel)))
  return (
    <fieldset className={classes.section}>
      <legend>Erreichbar über</legend>
      {channels.map(({ id, kind, value, label }) => (
        <div key={id} className={classes.row}>
          <Select
            w={110} aria-label="Art des Wegs" allowDeselect={false} value={kind} data={channelKinds.map((each) => ({ value: each, label: channelKindLabels[each] }))}
            onChange={(chosen) => chosen && patch(id, { kind: chosen as ChannelKind })}
          />
          <TextInput flex="2 1 150px" aria-label={channelKindLabels[kind]} maxLength={300} value={value} onChange={(event) => patch(id, { value: event.currentTarget.value })} />
          <TextInput
            flex="1 1 130px" aria-label={`Zusatz zu ${channelKindLabels[kind]}`} placeholder="Zusatz" maxLength={100} value={label}
            onChange={(event) => patch(id, { label: event.currentTarget.value })}
          />
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`${channelKindLabels[kind]} entfernen`} onClick={() => onChange(channels.filter((channel) => channel.id !== id))}>
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Group gap={6}>
        {offered.map((kind) => (
          <Button
            key={kind} size="compact-sm" variant="default" leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => onChange([...channels, { id: crypto.randomUUID(), kind, value: '', label: '', preferred: false }])}
          >
            {channelKindLabels[kind]}
          </Button>
        ))}
      </Group>
    </fieldset>
  )
}

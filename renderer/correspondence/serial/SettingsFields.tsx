import { Group, Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { serialChannels, type SerialChannel, type SerialFiles, type SerialForm, type SerialSettings } from '../../../shared/correspondence/serial/model.ts'
import { channelLabels } from './labels.ts'

const forms: readonly { value: `${SerialForm} ${SerialFiles}`; label: string }[] = [
  { value: 'docx one', label: 'eine Word-Datei mit allen' }, { value: 'docx each', label: 'eine Word-Datei je Schreiben' },
  { value: 'pdf one', label: 'ein PDF mit allen, zum Drucken' }, { value: 'pdf each', label: 'ein PDF je Schreiben' },
]

/** By which way the letters go, and as what those for the post are written. */
export function SettingsFields({ settings, onChange }: { settings: SerialSettings; onChange(settings: Partial<SerialSettings>): void }): ReactNode {
  return (
    <Group grow align="flex-start" gap="sm" preventGrowOverflow={false}>
      <Select
        miw={220} label="Weg" allowDeselect={false} data={serialChannels.map((value) => ({ value, label: channelLabels[value] }))} value={settings.channel}
        description="E-Mail: ein Entwurf (EML) mit PDF je Empfänger" onChange={(value) => value !== null && onChange({ channel: value as SerialChannel })}
      />
      <Select
        miw={220} label="Für die Post" allowDeselect={false} data={forms} value={`${settings.form} ${settings.files}`} disabled={settings.channel === 'email'}
        description="Der Ordner wird beim Erstellen gewählt" onChange={(value) => {
          const [form, files] = (value ?? 'docx one').split(' ')
          onChange({ form: form as SerialForm, files: files as SerialFiles })
        }}
      />
    </Group>
  )
}

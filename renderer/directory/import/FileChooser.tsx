import { Button, Group, Text } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useRef } from 'react'
import classes from './ImportScreen.module.css'

/** Lets the person choose a list by button or by dropping it here. */
export function FileChooser({ name, onChoose, disabled }: { name: string | null; onChoose: (file: File) => void; disabled: boolean }) {
  const open = useRef<() => void>(null)
  return (
    <Dropzone
      unstyled
      classNames={{ root: classes.chooser ?? '' }}
      openRef={open}
      onDrop={([file]) => file && onChoose(file)}
      multiple={false}
      activateOnClick={false}
      activateOnKeyboard={false}
      disabled={disabled}
      tabIndex={-1}
      inputProps={{ 'aria-label': 'Adressliste', accept: '.csv,.txt,.tsv,text/csv,text/plain' }}
    >
      <Group gap="md" wrap="nowrap">
        <IconFileSpreadsheet size={32} stroke={1.4} aria-hidden />
        <div>
          <Text fw={600}>{name ?? 'Adressliste als CSV-Datei, zum Beispiel aus Excel oder Outlook'}</Text>
          <Text size="sm" c="dimmed">Kodierung und Trennzeichen werden erkannt. Vor dem Import sehen Sie, was aus jeder Zeile wird.</Text>
        </div>
        <Button ml="auto" variant={name === null ? 'filled' : 'default'} style={{ pointerEvents: 'all', flexShrink: 0 }} disabled={disabled} onClick={() => open.current?.()}>
          {name === null ? 'Datei wählen' : 'Andere Datei wählen'}
        </Button>
      </Group>
    </Dropzone>
  )
}

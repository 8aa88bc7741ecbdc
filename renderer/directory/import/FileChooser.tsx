import { Button, Group, Text } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { IconFileSpreadsheet, IconSignature } from '@tabler/icons-react'
import { useRef } from 'react'
import classes from './ImportScreen.module.css'

const accepted = '.xlsx,.xls,.ods,.csv,.txt,.tsv,.vcf,.vcard,.ldif,.ldi'

/** Lets the person choose lists by button or by dropping them here, or go on with a mail signature. */
export function FileChooser({ name, disabled, onChoose, onSignature }: { name: string | null; disabled: boolean; onChoose: (files: File[]) => void; onSignature: () => void }) {
  const open = useRef<() => void>(null)
  return (
    <Dropzone
      unstyled
      classNames={{ root: classes.chooser ?? '' }}
      openRef={open}
      onDrop={onChoose}
      multiple
      activateOnClick={false}
      activateOnKeyboard={false}
      disabled={disabled}
      tabIndex={-1}
      inputProps={{ 'aria-label': 'Adressliste', accept: accepted }}
    >
      <Group gap="md" wrap="wrap">
        <IconFileSpreadsheet size={32} stroke={1.4} aria-hidden />
        <div className={classes.chooserText}>
          <Text fw={600}>{name ?? 'Adresslisten wählen oder hierher ziehen'}</Text>
          <Text size="sm" c="dimmed">
            {name === null
              ? 'Excel (.xlsx, .xls), LibreOffice (.ods), CSV aus Outlook oder Excel, Visitenkarten (.vcf), Adressbuch (.ldif). Vor dem Import sehen Sie, was aus jeder Zeile wird.'
              : 'Die Datei selbst wird nicht verändert.'}
          </Text>
        </div>
        <Group gap="sm" ml="auto" className={classes.chooserButtons ?? ''}>
          <Button variant={name === null ? 'filled' : 'default'} disabled={disabled} onClick={() => open.current?.()}>
            {name === null ? 'Datei wählen' : 'Andere Datei wählen'}
          </Button>
          <Button variant="default" leftSection={<IconSignature size={17} aria-hidden />} disabled={disabled} onClick={onSignature}>Signatur einfügen</Button>
        </Group>
      </Group>
    </Dropzone>
  )
}

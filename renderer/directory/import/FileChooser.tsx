import { Button } from '@mantine/core'
import { IconSignature } from '@tabler/icons-react'
import { ListChooser } from '../../ui/lists/ListChooser.tsx'

const accepted = '.xlsx,.xls,.ods,.csv,.txt,.tsv,.vcf,.vcard,.ldif,.ldi'

/** Lets the person choose lists by button or by dropping them here, or go on with a mail signature. */
export function FileChooser({ name, disabled, onChoose, onSignature }: { name: string | null; disabled: boolean; onChoose: (files: File[]) => void; onSignature: () => void }) {
  return (
    <ListChooser
      label="Adressliste" name={name} disabled={disabled} accept={accepted} multiple prompt="Adresslisten wählen oder hierher ziehen"
      hint="Excel (.xlsx, .xls), LibreOffice (.ods), CSV aus Outlook oder Excel, Visitenkarten (.vcf), Adressbuch (.ldif). Vor dem Import sehen Sie, was aus jeder Zeile wird." onChoose={onChoose}
    >
      <Button variant="default" leftSection={<IconSignature size={17} aria-hidden />} disabled={disabled} onClick={onSignature}>Signatur einfügen</Button>
    </ListChooser>
  )
}

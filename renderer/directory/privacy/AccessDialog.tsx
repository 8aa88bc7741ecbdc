import { Alert, Checkbox, Radio, Stack, Text } from '@mantine/core'
import { IconId } from '@tabler/icons-react'
import { useState } from 'react'
import { desktop, office } from '../../app/office.ts'
import { showFailure, showNotice } from '../../ui/notices.tsx'
import { DecisionDialog } from '../../ui/DecisionDialog.tsx'

/** Gives out everything that the office side holds of a contact (Art. 15 DSGVO), after a reminder to check who asks. */
export function AccessDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const [format, setFormat] = useState<'docx' | 'json'>('docx')
  const [checked, setChecked] = useState(false)
  const save = async (): Promise<void> => {
    try {
      const target = await desktop.chooseSaveTarget({ name: `Auskunft.${format}`, kind: format })
      if (!target) return
      await office.directory.privacy.saveAccess({ id, format, grant: target.grant })
      showNotice(`Gespeichert als „${target.name}“. Bitte vor der Herausgabe durchlesen.`)
      onClose()
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <DecisionDialog title="Auskunft nach Art. 15 DSGVO" confirm="Auskunft speichern" saves={format} disabled={!checked} onConfirm={() => void save()} onClose={onClose}>
      <Stack gap="sm">
        <Radio.Group label="Form" value={format} onChange={(value) => setFormat(value as typeof format)}>
          <Stack gap={4} mt={4}>
            <Radio value="docx" label="zum Lesen: Word-Dokument" />
            <Radio value="json" label="maschinenlesbar: JSON" />
          </Stack>
        </Radio.Group>
        <Text size="sm">
          Enthalten ist alles, was bei Kontakten, Schreiben, Post, Presse, Infomaterial, Aufgaben und Veranstaltungen gespeichert ist. Namen anderer Personen aus den Kontakten werden in Freitexten geschwärzt;
          die Auskunft führt auf, was ausgelassen wurde. Andere Namen erkennt das Programm nicht: Bitte lesen Sie die Datei vor der Herausgabe.
        </Text>
        <Text size="sm">Beratungsdaten werden getrennt geführt und sind nicht Teil dieser Datei. Die beauftragte Person prüft diese Seite gesondert.</Text>
        <Alert icon={<IconId aria-hidden />} title="Wer fragt?">
          <Checkbox checked={checked} onChange={(event) => setChecked(event.currentTarget.checked)} label="Ich habe geprüft, dass die anfragende Person diejenige ist, deren Daten herausgegeben werden." />
        </Alert>
      </Stack>
    </DecisionDialog>
  )
}

import { Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { labelOf } from '../../../shared/counselling/catalogues.ts'
import type { OwnTexts } from '../../../shared/counselling/releases/contract.ts'
import { germanTexts, ownLanguage, suppliedLanguage, textKeys } from '../../../shared/counselling/releases/texts.ts'
import { office } from '../../app/office.ts'
import { showUndoNotice } from '../../ui/notices.tsx'
import { FormDialog } from '../FormDialog.tsx'

/** The office writes its own translation, sentence by sentence beside the German one; the program's own is offered to begin with. */
export function OwnTextsDialog({ language, own, onClose }: { language: string; own: OwnTexts | null; onClose(): void }) {
  const [texts, setTexts] = useState<OwnTexts['texts']>(own?.texts ?? suppliedLanguage(language)?.texts ?? {})
  const { rightToLeft, tag } = ownLanguage(language, {})
  const save = async (): Promise<void> => {
    const receipt = await office.counselling.releases.saveOwnTexts({ language, version: own?.version ?? 0, texts })
    showUndoNotice('Übersetzung gespeichert.', 'counselling', receipt.change)
  }
  return (
    <FormDialog title={`Eigene Übersetzung: ${labelOf('languages', language)}`} button="Speichern" size={680} onClose={onClose} onSubmit={save}>
      {(errors) => (
        <>
          <Text size="sm">Sie gilt für alle Blätter dieses Büros. Was leer bleibt, bleibt auf dem Blatt leer.</Text>
          <Stack gap="xs">
            {textKeys.map((key) => (
              <Textarea
                key={key} label={germanTexts[key]} lang={tag} dir={rightToLeft ? 'rtl' : 'ltr'} autosize minRows={1} maxRows={4} maxLength={600} value={texts[key] ?? ''} error={errors[key]}
                styles={{ label: { direction: 'ltr', width: '100%', textAlign: 'left' } }}
                onChange={(event) => {
                  const { value } = event.currentTarget
                  setTexts((before) => ({ ...before, [key]: value }))
                }}
              />
            ))}
          </Stack>
        </>
      )}
    </FormDialog>
  )
}

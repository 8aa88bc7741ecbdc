import { Button, Group, Text, Textarea, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { readSignature, signatureLabels, signatureSchema, type Signature } from '../../../shared/directory/import/signature.ts'
import classes from './ImportScreen.module.css'

const fields = (Object.keys(signatureLabels) as (keyof Signature)[]).filter((field) => field !== 'note')
const nothing = signatureSchema.parse({})

/** „Signatur einfügen": what a mail signature says, read line by line, to be looked over before it becomes a contact. */
export function SignaturePaste({ onUse, onCancel }: { onUse: (signature: Signature) => Promise<void>; onCancel: () => void }) {
  const [text, setText] = useState('')
  const [signature, setSignature] = useState<Signature>(nothing)
  const read = (value: string): void => {
    setText(value)
    setSignature(readSignature(value))
  }
  const named = [signature.familyName, signature.givenNames, signature.organisation].some((name) => name.trim() !== '')
  return (
    <section aria-labelledby="signature-title" className={classes.signature}>
      <Title order={3} size="h4" id="signature-title">Signatur einfügen</Title>
      <div className={classes.signaturePanes}>
        <Textarea
          label="Signatur aus einer E-Mail"
          description="Mit Strg+V einfügen. Die Felder daneben füllen sich; bitte prüfen Sie sie."
          autosize
          minRows={12}
          maxRows={20}
          data-autofocus
          value={text}
          onChange={(event) => read(event.currentTarget.value)}
        />
        <div>
          <div className={classes.signatureFields}>
            {fields.map((field) => (
              <TextInput key={field} label={signatureLabels[field]} value={signature[field]} onChange={(event) => setSignature({ ...signature, [field]: event.currentTarget.value })} />
            ))}
          </div>
          <Textarea
            mt="xs"
            label="Nicht erkannte Zeilen (Notiz)"
            autosize
            minRows={2}
            maxRows={6}
            value={signature.note}
            onChange={(event) => setSignature({ ...signature, note: event.currentTarget.value })}
          />
        </div>
      </div>
      <Group mt="md" gap="sm">
        <Button disabled={!named} onClick={() => void onUse(signature)}>Weiter zur Prüfung</Button>
        <Button variant="default" onClick={onCancel}>Abbrechen</Button>
        {!named && <Text size="sm" c="dimmed">Gebraucht wird ein Name oder eine Organisation.</Text>}
      </Group>
    </section>
  )
}

import { Alert, Button, Group, Radio, SegmentedControl, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconFileTypeDocx } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SerialFiles, SerialPattern } from '../../../shared/correspondence/serial.ts'
import { api } from '../../app/office.ts'
import { Personal } from '../../ui/Personal.tsx'
import type { Output } from './useOutput.ts'

const named = 8

/** The text that all get: that of an earlier letter or one written here; one file or many. */
export function LetterOutput({ output }: { output: Output }) {
  const [kind, setKind] = useState<SerialPattern['kind']>('text')
  const [letterId, setLetterId] = useState<string | null>(null)
  const [subject, setSubject] = useState('')
  const [text, setText] = useState('')
  const [files, setFiles] = useState<SerialFiles>('one')
  const [asked, setAsked] = useState(false)
  const { data: letters } = useQuery(api.correspondence.list.queryOptions({ input: { sort: 'date', limit: 200 } }))
  const check = output.check.data
  const missing = { letter: kind === 'letter' && letterId === null, subject: kind === 'text' && subject.trim() === '', text: kind === 'text' && text.trim() === '' }
  const write = (): void => {
    setAsked(true)
    if (missing.letter || missing.subject || missing.text) return
    void output.writeLetters(kind === 'letter' ? { kind, id: letterId ?? '' } : { kind, subject, text }, files)
  }
  return (
    <form aria-label="Serienbrief" noValidate onSubmit={(event) => { event.preventDefault(); write() }}>
      <Stack gap="sm">
        {check && check.withoutSalutation.length > 0 && (
          <Alert color="amber" p="xs" icon={<IconAlertTriangle aria-hidden />} title={`Ohne gewählte Anrede: ${check.withoutSalutation.length.toLocaleString('de-DE')}. Diese Schreiben beginnen mit „Sehr geehrte Damen und Herren“.`}>
            <Personal>{check.withoutSalutation.slice(0, named).map(({ name }) => name).join('; ')}{check.withoutSalutation.length > named ? ' …' : ''}</Personal>
          </Alert>
        )}
        <SegmentedControl aria-label="Text" value={kind} onChange={(value) => setKind(value === 'letter' ? 'letter' : 'text')} data={[{ value: 'text', label: 'Text hier schreiben' }, { value: 'letter', label: 'Vorhandenes Schreiben als Muster' }]} />
        {kind === 'letter' ? (
          <Select
            label="Schreiben" description="Betreff, Text, Unterschrift und Anlagen werden übernommen; Anschrift, Anrede, Nummer und Datum sind die eigenen." placeholder="auswählen" searchable
            nothingFoundMessage="Kein Schreiben gefunden" error={asked && missing.letter ? 'Bitte ein Schreiben wählen.' : undefined}
            data={(letters?.letters ?? []).map((letter) => ({ value: letter.id, label: `${letter.number} ${letter.subject || 'Ohne Betreff'}` }))} value={letterId} onChange={setLetterId}
          />
        ) : (
          <>
            <TextInput label="Betreff" required maxLength={2000} value={subject} error={asked && missing.subject ? 'Bitte einen Betreff eintragen.' : undefined} onChange={(event) => setSubject(event.currentTarget.value)} />
            <Textarea label="Text" description="Anrede und Grußformel kommen von selbst dazu. Leerzeilen trennen Absätze." required autosize minRows={5} maxRows={12} maxLength={50_000} value={text} error={asked && missing.text ? 'Bitte einen Text eintragen.' : undefined} onChange={(event) => setText(event.currentTarget.value)} />
          </>
        )}
        <Radio.Group label="Dateien" value={files} onChange={(value) => setFiles(value === 'each' ? 'each' : 'one')}>
          <Group gap="lg" mt={4}>
            <Radio value="one" label="Eine Word-Datei mit allen Schreiben" />
            <Radio value="each" label="Eine Word-Datei je Schreiben, in einen Ordner" />
          </Group>
        </Radio.Group>
        <Group gap="sm">
          <Button type="submit" disabled={(check?.included ?? 0) === 0} leftSection={<IconFileTypeDocx size={17} aria-hidden />}>
            {check?.included === 1 ? '1 Schreiben erstellen …' : `${(check?.included ?? 0).toLocaleString('de-DE')} Schreiben erstellen …`}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

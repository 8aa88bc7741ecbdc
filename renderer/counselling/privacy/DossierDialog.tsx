import { Alert, Autocomplete, Badge, Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { IconEraser, IconId } from '@tabler/icons-react'
import { useState } from 'react'
import type { Blackening, DossierText } from '../../../shared/counselling/privacy/model.ts'
import { groupBy } from '../../../shared/group-by.ts'
import { desktop, office } from '../../app/office.ts'
import { ExportButton } from '../../ui/Export.tsx'
import { Personal } from '../../ui/Personal.tsx'
import { act } from './act.ts'
import classes from './Privacy.module.css'
import { marksOfWord, pieces } from './marks.ts'

type Opened = Awaited<ReturnType<typeof office.counselling.privacy.dossier>>
const others = 'Rechte anderer Personen (Art. 15 Abs. 4 DSGVO)'
/** Offered as reasons; any other may be written. */
const reasons = [others, 'Schutz von Hinweisgebenden', 'Gefahr für andere Personen', 'Betriebs- oder Amtsgeheimnis', 'Vertrauliche Angabe einer anderen Stelle']

/** The access export in two steps: who asks, then reading everything and blackening what belongs to others. */
export function DossierDialog({ caseId, onClose }: { caseId: string; onClose(): void }) {
  const [reason, setReason] = useState('')
  const [opened, setOpened] = useState<Opened | null>(null)
  const open = (): Promise<boolean> => act(async () => setOpened(await office.counselling.privacy.dossier({ caseId, reason })), 'Auskunft zum Durchlesen geöffnet. Das steht im Protokoll der Zugriffe.')
  return (
    <Modal opened onClose={onClose} title="Auskunft nach Art. 15 DSGVO" size="xl" closeButtonProps={{ 'aria-label': 'Schließen' }}>
      {opened ? <Review caseId={caseId} opened={opened} onClose={onClose} /> : (
        <form onSubmit={(event) => { event.preventDefault(); void open() }}>
          <Stack gap="sm">
            <Text size="sm">Gesammelt wird alles, was zu diesem Fall gespeichert ist, auch Identität, Notizen und Unterlagen. Sie lesen es durch und schwärzen, was andere betrifft. Frist: ein Monat ab Eingang (Art. 12 Abs. 3 DSGVO).</Text>
            <TextInput label="Anlass" placeholder="zum Beispiel Antrag vom 3. März" data-autofocus maxLength={300} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
            <Group gap="sm"><Button type="submit" disabled={reason.trim().length < 3}>Sammeln und durchlesen</Button><Button variant="default" onClick={onClose}>Abbrechen</Button></Group>
          </Stack>
        </form>
      )}
    </Modal>
  )
}

function Review({ caseId, opened: { digest, texts, names, papers }, onClose }: { caseId: string; opened: Opened; onClose(): void }) {
  const [marks, setMarks] = useState<Blackening[]>([])
  const [word, setWord] = useState('')
  const [why, setWhy] = useState(others)
  const [given, setGiven] = useState<string[]>(papers.map(({ id }) => id))
  const [paperReason, setPaperReason] = useState('')
  const [identityCheck, setIdentityCheck] = useState('')
  const [errors, setErrors] = useState<Record<string, string>>({})
  const blacken = (of: string): void => setMarks((before) => [...before, ...texts.flatMap((text) => marksOfWord(text, of, why))])
  const save = async (): Promise<void> => {
    setErrors({})
    let said = ''
    const done = await act(async () => {
      const target = await desktop.chooseTargetFolder()
      if (!target) return
      const { files, leftOut } = await office.counselling.privacy.saveDossier({ caseId, digest, blackened: marks, papers: given, paperReason, identityCheck, grant: target.grant })
      said = `${files} Dateien, ${leftOut}`
    }, 'Auskunft gespeichert. Sie steht im Protokoll; außerhalb des Tresors ist sie nicht verschlüsselt.', setErrors)
    if (done && said !== '') onClose()
  }
  return (
    <Stack gap="sm">
      <Text size="sm">Markieren Sie Text mit Maus oder Tastatur und wählen Sie „Auswahl schwärzen“, oder schwärzen Sie ein Wort überall. Geschwärztes wird aus PDF und JSON wirklich entfernt.</Text>
      <Autocomplete label="Grund für die nächsten Schwärzungen" description="Er steht in der Auskunft. Bei jeder geschwärzten Angabe lässt er sich einzeln ändern." data={reasons} filter={({ options }) => options} maxLength={200} value={why} error={why.trim().length < 3 && 'Bitte den Grund nennen.'} onChange={setWhy} />
      <Group gap="xs" align="flex-end">
        <TextInput label="Wort oder Name überall schwärzen" value={word} onChange={(event) => setWord(event.currentTarget.value)} />
        <Button variant="default" leftSection={<IconEraser size={16} aria-hidden />} disabled={word.trim().length < 2 || why.trim().length < 3} onClick={() => { blacken(word.trim()); setWord('') }}>Überall schwärzen</Button>
        {names.map((name) => <Button key={name} size="compact-sm" variant="light" disabled={why.trim().length < 3} onClick={() => blacken(name)}><Personal>{name}</Personal>&nbsp;schwärzen</Button>)}
      </Group>
      <Text size="sm" aria-live="polite">{marks.length === 0 ? 'Noch nichts geschwärzt.' : marks.length === 1 ? '1 Stelle geschwärzt.' : `${marks.length} Stellen geschwärzt.`}</Text>
      {[...groupBy(texts, ({ section }) => section)].map(([section, of]) => (
        <Stack key={section} gap={4}>
          <Text fw={600} size="sm">{section}</Text>
          {of.map((text) => <TextRow key={text.key} text={text} why={why} marks={marks.filter(({ key }) => key === text.key)} onMarks={(own) => setMarks([...marks.filter(({ key }) => key !== text.key), ...own])} />)}
        </Stack>
      ))}
      {papers.length > 0 && (
        <Checkbox.Group label="Unterlagen, die als Datei mitgehen" description="Dateien werden nicht geschwärzt. Was Daten anderer enthält, bleibt hier weg." value={given} onChange={setGiven}>
          <Stack gap={4} mt={4}>{papers.map(({ id, name }) => <Checkbox key={id} value={id} label={<Personal>{name}</Personal>} />)}</Stack>
        </Checkbox.Group>
      )}
      {given.length < papers.length && <TextInput label="Warum Unterlagen nicht mitgehen" maxLength={500} value={paperReason} error={errors.paperReason} onChange={(event) => setPaperReason(event.currentTarget.value)} />}
      <Alert icon={<IconId aria-hidden />} title="Wer fragt?">
        <TextInput label="Wie die Identität geprüft wurde" placeholder="zum Beispiel Reisepass gesehen, persönlich bekannt" maxLength={300} value={identityCheck} error={errors.identityCheck} onChange={(event) => setIdentityCheck(event.currentTarget.value)} />
      </Alert>
      <Group gap="sm"><ExportButton format={['pdf', 'json']} disabled={identityCheck.trim().length < 3 || marks.some((mark) => mark.why.trim().length < 3)} onClick={() => void save()}>In einen Ordner speichern (PDF und JSON)</ExportButton><Button variant="default" onClick={onClose}>Abbrechen</Button></Group>
    </Stack>
  )
}

function TextRow({ text, why, marks, onMarks }: { text: DossierText; why: string; marks: Blackening[]; onMarks(marks: Blackening[]): void }) {
  const [selected, setSelected] = useState<{ start: number; end: number } | null>(null)
  const [editing, setEditing] = useState(false)
  return (
    <div>
      <Group gap="xs"><Text size="xs" c="dimmed">{text.label}</Text>{marks.length > 0 && <Badge size="sm" variant="default">{marks.length} geschwärzt</Badge>}</Group>
      {editing
        ? <textarea className={classes.text} aria-label={`${text.section}, ${text.label}: Text auswählen`} readOnly rows={5} value={text.text} onSelect={({ currentTarget: { selectionStart, selectionEnd } }) => setSelected(selectionEnd > selectionStart ? { start: selectionStart, end: selectionEnd } : null)} />
        : <Text size="sm" component="div"><Personal current>{pieces(text.text, marks).map(({ at, words, black }) => black ? <mark key={at} className={classes.black}>[geschwärzt]</mark> : <span key={at}>{words}</span>)}</Personal></Text>}
      {marks.map((mark, at) => (
        <Autocomplete
          key={`${mark.start}-${mark.end}`} size="xs" mt={4} maw={460} label={marks.length === 1 ? 'Grund' : `Grund der ${at + 1}. Stelle`} aria-label={`${text.section}, ${text.label}: Grund der ${at + 1}. Schwärzung`}
          data={reasons} filter={({ options }) => options} maxLength={200} value={mark.why} error={mark.why.trim().length < 3 && 'Bitte den Grund nennen.'} onChange={(of) => onMarks(marks.map((other) => (other === mark ? { ...mark, why: of } : other)))}
        />
      ))}
      <Group gap={4}>
        {!editing && <Button size="compact-xs" variant="subtle" aria-label={`${text.section}, ${text.label}: Stelle auswählen`} onClick={() => setEditing(true)}>Stelle auswählen</Button>}
        {editing && <Button size="compact-xs" variant="light" disabled={selected === null || why.trim().length < 3} onClick={() => { if (selected) onMarks([...marks, { key: text.key, ...selected, why }]); setEditing(false); setSelected(null) }}>Auswahl schwärzen</Button>}
        <Button size="compact-xs" variant="subtle" disabled={why.trim().length < 3} aria-label={`${text.section}, ${text.label}: ganz schwärzen`} onClick={() => { onMarks([{ key: text.key, start: 0, end: text.text.length, why }]); setEditing(false) }}>Ganz schwärzen</Button>
        {marks.length > 0 && <Button size="compact-xs" variant="subtle" aria-label={`${text.section}, ${text.label}: Schwärzung aufheben`} onClick={() => onMarks([])}>Aufheben</Button>}
      </Group>
    </div>
  )
}

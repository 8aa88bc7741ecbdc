import { Button, Center, Loader, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, type ReactNode } from 'react'
import type { Letter } from '../../../shared/correspondence/letter.ts'
import type { Release } from '../../../shared/correspondence/press/model.ts'
import { pressLength } from '../../../shared/correspondence/press/text.ts'
import { useCommand } from '../../app/commands.ts'
import { api } from '../../app/office.ts'
import { openRecord } from '../../app/openRecord.ts'
import { SaveState } from '../../ui/SaveState.tsx'
import { LetterPages, useShownCopy } from '../copies/LetterPages.tsx'
import { useLetterForm } from '../useLetterForm.ts'
import classes from '../statements/Statement.module.css'

const LetterEditor = lazy(async () => ({ default: (await import('../LetterEditor.tsx')).LetterEditor }))

/** From this width on (pixels) text and pages stand beside each other. */
const roomForBoth = 720

/** „Text": heading, lead, text, boilerplate and contact, with the characters as editorial offices count them. */
export function ReleaseText({ release }: { release: Release }): ReactNode {
  const { data } = useQuery(api.correspondence.get.queryOptions({ input: { id: release.letterId } }))
  if (!data) return <Center p="lg"><Loader aria-label="Text wird geladen" /></Center>
  return <Shown key={data.id} release={release} letter={data} />
}

function Shown({ release, letter }: { release: Release; letter: Letter }): ReactNode {
  const form = useLetterForm(letter)
  useCommand('save', () => void form.flush())
  const shown = useShownCopy(form.fields)
  const { ref, width } = useElementSize()
  const beside = width >= roomForBoth
  const readOnly = release.final || release.trashed || letter.trashed
  const { particulars } = form.fields
  const word = (key: string): string => { const value = particulars[key]; return typeof value === 'string' ? value : '' }
  const field = (key: string) => ({ value: word(key), readOnly, onChange: (event: { currentTarget: { value: string } }) => form.set({ particulars: { ...particulars, [key]: event.currentTarget.value } }) })
  return (
    <div ref={ref} className={classes.draft} data-beside={beside || undefined} data-pages={beside || undefined}>
      <div className={classes.form}>
        <div className={classes.tools}>
          <SaveState status={form.status} />
          <Text size="sm" component="output" aria-label="Zeichen">{pressLength(form.fields).toLocaleString('de-DE')} Zeichen mit Leerzeichen</Text>
          <Button ml="auto" size="compact-sm" variant="default" onClick={() => openRecord({ type: 'letter', id: letter.id })}>{beside ? `Schreiben ${letter.number} öffnen` : `Schreiben ${letter.number} mit Seiten öffnen`}</Button>
        </div>
        {readOnly && !release.trashed && <Text size="sm" c="dimmed" mb="xs">Der Text ist freigegeben. „Wieder aufnehmen“ öffnet ihn; die Freigabe fällt dann weg.</Text>}
        <Stack gap="sm">
          <TextInput label="Überschrift" value={form.fields.subject} readOnly={readOnly} onChange={(event) => form.set({ subject: event.currentTarget.value })} />
          <Textarea label="Vorspann" description="Wer, was, wann, wo, warum, wie" autosize minRows={2} {...field('vorspann')} />
          <Suspense fallback={<Textarea label="Text" disabled minRows={10} value="Der Editor wird geladen …" readOnly />}>
            <LetterEditor value={form.fields.body} readOnly={readOnly} onChange={(body) => form.set({ body })} />
          </Suspense>
          <Textarea label="Abbinder" autosize minRows={2} {...field('abbinder')} />
          <Textarea label="Kontakt für Rückfragen" autosize minRows={2} {...field('kontakt')} />
        </Stack>
      </div>
      {beside && <LetterPages letter={letter} fields={form.fields} shown={shown} />}
    </div>
  )
}

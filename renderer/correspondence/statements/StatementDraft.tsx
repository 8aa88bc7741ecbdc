import { useQuery } from '@tanstack/react-query'
import { Box, Button, Group, SegmentedControl, Text, Textarea, TextInput } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { bodyFieldValues } from '../../../shared/correspondence/body-fields.ts'
import type { Letter } from '../../../shared/correspondence/letter.ts'
import { statementParticulars } from '../../../shared/correspondence/statements/particulars.ts'
import type { Statement } from '../../../shared/correspondence/statements/model.ts'
import { writingStates } from '../../../shared/correspondence/statements/workflow.ts'
import { particulars } from '../../../shared/correspondence/templates/kinds.ts'
import { emptyLetterhead } from '../../../shared/settings/letterhead.ts'
import { api } from '../../app/office.ts'
import { useCommand } from '../../app/commands.ts'
import { openRecord } from '../../app/openRecord.ts'
import { SaveState } from '../../ui/SaveState.tsx'
import { LetterPages, useShownCopy } from '../copies/LetterPages.tsx'
import { useLetterForm } from '../useLetterForm.ts'
import { ParticularsFields } from '../templates/ParticularsFields.tsx'
import { TemplateField, useTemplates } from '../templates/TemplateField.tsx'
import { useLetterKind } from '../useLetterKind.ts'
import { LanguagePanel } from '../language/LanguagePanel.tsx'
import { Comments } from './Comments.tsx'
import { BlockChooser } from '../blocks/BlockChooser.tsx'
import { BlocksAside } from '../blocks/BlocksAside.tsx'
import { BlockToolsSlot } from '../blocks/BlockToolsSlot.tsx'
import { slashExtension } from '../blocks/slashExtension.ts'
import { useBlocks } from '../blocks/useBlocks.ts'
import { markPlaces, placesExtension } from './placesExtension.ts'
import classes from './Statement.module.css'

const LetterEditor = lazy(async () => ({ default: (await import('../LetterEditor.tsx')).LetterEditor }))
const further = [placesExtension, slashExtension]

/** From this width on (pixels) text and remarks stand beside each other. */
const roomForBoth = 660

/** „Text": the draft in the editor, beside it the remarks or the pages. */
export function StatementDraft({ statement, letter }: { statement: Statement; letter: Letter }): ReactNode {
  const form = useLetterForm(letter)
  const { ref, width } = useElementSize()
  const [aside, setAside] = useState<'comments' | 'language' | 'pages'>('comments')
  const shown = useShownCopy(form.fields)
  const letterhead = useQuery(api.settings.letterhead.get.queryOptions()).data?.letterhead ?? emptyLetterhead
  const { templates } = useTemplates()
  // A template for statements has fields for what the request says; whoever changes to one doesn't type it again.
  const chooseTemplate = (template: string): void => {
    const known = Object.keys(form.fields.particulars).length > 0 || templates.find(({ ref: each }) => each === template)?.kind !== 'stellungnahme'
    form.set({ template, ...(!known && { particulars: statementParticulars(statement) }) })
  }
  useCommand('save', () => void form.flush())
  const kind = useLetterKind(form.fields.template)
  const readOnly = letter.status === 'final' || !writingStates.includes(statement.state) || statement.trashed
  const written = { ...form.fields, number: letter.number, facts: letter.facts }
  const blocks = useBlocks(form.fields, form.set, readOnly, further)
  const { editor } = blocks
  const beside = width >= roomForBoth
  const open = statement.comments.filter(({ resolvedAt }) => resolvedAt === null)

  useEffect(() => {
    if (editor && !editor.isDestroyed) markPlaces(editor, open)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the list is made anew at every drawing
  }, [editor, JSON.stringify(open.map(({ id }) => id))])

  const pages = <LetterPages letter={letter} fields={form.fields} shown={shown} />
  const remarks = aside === 'language' ? <LanguagePanel editor={editor} /> : <Comments statement={statement} editor={editor} />
  const asideShown = aside === 'pages' ? pages : remarks

  return (
    <div ref={ref} className={classes.draft} data-beside={beside || undefined} data-pages={aside === 'pages' || undefined}>
      <div className={classes.form}>
        <div className={classes.tools}>
          <SaveState status={form.status} />
          {readOnly && <Text size="sm" c="dimmed">{letter.status === 'final' ? 'Die Fassung ist schlussgezeichnet und wird nicht mehr geändert.' : 'Der Text kann in diesem Stand nicht geändert werden.'}</Text>}
          <Button ml="auto" size="compact-sm" variant="default" onClick={() => openRecord({ type: 'letter', id: letter.id })}>Schreiben {letter.number} öffnen</Button>
          <SegmentedControl size="xs" aria-label="Neben dem Text" value={aside} onChange={(value) => setAside(value as 'pages')} data={[{ value: 'comments', label: `Anmerkungen (${open.length})` }, { value: 'language', label: 'Sprache' }, { value: 'pages', label: 'Seiten' }]} />
        </div>
        <Group grow align="flex-start" gap="sm" mb="sm" preventGrowOverflow={false}>
          <TextInput label="Betreff" value={form.fields.subject} readOnly={readOnly} onChange={(event) => form.set({ subject: event.currentTarget.value })} />
          <TemplateField value={form.fields.template} error={undefined} readOnly={readOnly} onChange={chooseTemplate} />
        </Group>
        <Suspense fallback={<Textarea label="Text" disabled minRows={10} value="Der Editor wird geladen …" readOnly />}>
          <LetterEditor
            value={form.fields.body} readOnly={readOnly} values={bodyFieldValues(written, letterhead)} onChange={(body) => form.set({ body })}
            further={blocks.extensions} onEditor={blocks.onEditor} tools={<BlockToolsSlot blocks={blocks} />}
          >
            <BlockChooser blocks={blocks} />
            {!beside && <BlocksAside blocks={blocks} />}
          </LetterEditor>
        </Suspense>
        {kind !== null && particulars[kind].length > 0 && <Box mt="md"><ParticularsFields kind={kind} values={form.fields.particulars} readOnly={readOnly} onChange={(values) => form.set({ particulars: values })} /></Box>}
      </div>
      {beside ? <BlocksAside blocks={blocks}>{asideShown}</BlocksAside> : asideShown}
    </div>
  )
}

import { Button, Group, Switch, Text } from '@mantine/core'
import { IconBook2, IconTextSpellcheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { Editor } from '@tiptap/core'
import { useMemo, useState, type ReactNode } from 'react'
import { allTerms, termsIn } from '../../../shared/correspondence/language/glossary.ts'
import { hintsOf } from '../../../shared/correspondence/language/hints.ts'
import { fewestWords, readabilityOf, readingLevelLabels } from '../../../shared/correspondence/language/readability.ts'
import { runCommand } from '../../app/commands.ts'
import { api } from '../../app/office.ts'
import { GlossaryDialog } from './GlossaryDialog.tsx'
import { FoundTerms } from './FoundTerms.tsx'
import { useSpellingPreference } from './SpellingMenu.tsx'
import { showRange } from './textBlocks.ts'
import { useDraftText } from './useDraftText.ts'
import classes from './Language.module.css'

const number = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 0 })
/** More of a place than this isn't shown. */
const longestQuote = 70

/** „Sprache" beside a draft: spelling, how readable it is, what could be plainer, and official terms with their explanation. Nothing of it has to be done. */
export function LanguagePanel({ editor }: { editor: Editor | null }): ReactNode {
  const { blocks, mistakes } = useDraftText(editor)
  const own = useQuery(api.correspondence.language.terms.queryOptions()).data
  const [spelling, setSpelling] = useSpellingPreference()
  const [dialog, setDialog] = useState(false)
  const terms = useMemo(() => allTerms(own ?? []), [own])
  const texts = useMemo(() => blocks.map(({ text }) => text), [blocks])
  const found = useMemo(() => termsIn(texts, terms), [texts, terms])
  const hints = useMemo(() => hintsOf(texts, new Set(terms.flatMap(({ term, forms }) => [term, ...forms]))), [texts, terms])
  const readability = useMemo(() => readabilityOf(texts), [texts])

  return (
    <section className={classes.panel} aria-label="Sprache">
      <div>
        <h3 className={classes.head}>Rechtschreibung
          <Switch size="sm" label="Prüfen" checked={spelling} onChange={(event) => setSpelling(event.currentTarget.checked)} />
        </h3>
        {spelling && (
          <Group gap="sm">
            <Text size="sm" role="status">{mistakes === 0 ? 'Nichts unterstrichen.' : mistakes === 1 ? '1 Wort unterstrichen' : `${mistakes} Wörter unterstrichen`}</Text>
            {mistakes > 0 && <Button size="compact-sm" variant="default" leftSection={<IconTextSpellcheck size={16} aria-hidden />} onClick={() => runCommand('next-mistake')}>Nächstes (F7)</Button>}
          </Group>
        )}
      </div>
      <div>
        <h3 className={classes.head}>Lesbarkeit</h3>
        {readability
          ? (
            <>
              <Text size="sm">{readingLevelLabels[readability.level]}</Text>
              <dl className={classes.measures}>
                <div><dt>Lesbarkeitsindex LIX</dt><dd>{number.format(readability.lix)}</dd></div>
                <div><dt>Flesch (Amstad)</dt><dd>{number.format(readability.flesch)}</dd></div>
                <div><dt>Wiener Formel: Schuljahr</dt><dd>{number.format(Math.max(4, Math.min(15, readability.vienna)))}</dd></div>
                <div><dt>Wörter je Satz</dt><dd>{number.format(readability.words / readability.sentences)}</dd></div>
              </dl>
            </>
          )
          : <Text size="sm" c="dimmed">Ab {fewestWords} Wörtern.</Text>}
      </div>
      <div>
        <h3 className={classes.head}>Verständlicher schreiben ({hints.length})</h3>
        {hints.length === 0 ? <Text size="sm" c="dimmed">Keine Hinweise.</Text> : (
          <ul className={classes.list}>
            {hints.map(({ kind, paragraph, start, end, message }) => (
              <li key={`${paragraph}-${start}-${end}-${kind}`} className={classes.item}>
                <button type="button" className={classes.place} onClick={() => editor && showRange(editor, (blocks[paragraph]?.from ?? 1) + start, (blocks[paragraph]?.from ?? 1) + end)}>
                  {shortened(texts[paragraph]?.slice(start, end) ?? '')}
                </button>
                <p className={classes.words}>{message}</p>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div>
        <h3 className={classes.head}>Amtliche Begriffe ({found.length})
          <Button size="compact-sm" variant="subtle" leftSection={<IconBook2 size={16} aria-hidden />} onClick={() => setDialog(true)}>Glossar und Wörterbuch</Button>
        </h3>
        <FoundTerms editor={editor} blocks={blocks} found={found} />
      </div>
      {dialog && <GlossaryDialog onClose={() => setDialog(false)} />}
    </section>
  )
}

function shortened(text: string): string {
  return text.length <= longestQuote ? text : `${text.slice(0, longestQuote - 1).trimEnd()} …`
}

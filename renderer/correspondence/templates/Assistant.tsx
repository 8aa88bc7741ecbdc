import { SegmentedControl, Text } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { slots, type Fault, type OpenStudy, type Place, type Template } from '../../../shared/correspondence/templates/model.ts'
import { AssistantNotes } from './AssistantNotes.tsx'
import { DocumentOutline, type DrawParagraph } from './DocumentOutline.tsx'
import { PlaceTarget } from './PlaceTarget.tsx'
import { useDecisions } from './useDecisions.ts'
import classes from './Templates.module.css'

type Mode = Exclude<Place['mode'], 'clear'>
const modes: { value: Mode; label: string }[] = [
  { value: 'replace', label: 'an die Stelle' }, { value: 'append', label: 'ans Zeilenende' }, { value: 'before', label: 'davor' }, { value: 'after', label: 'dahinter' },
]
/** Below this width (pixels) paper and notes stand above each other. */
const roomForBoth = 700

/** The document to click beside what the assistant found in it. Every decision is stored at once and can be taken back. */
export function Assistant({ template, study }: { template: Template; study: OpenStudy }): ReactNode {
  const [mode, setMode] = useState<Mode>('replace')
  const [lit, setLit] = useState<Fault | null>(null)
  const { ref, width } = useElementSize()
  const paper = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (lit) paper.current?.querySelector<HTMLElement>('[data-lit]')?.focus()
  }, [lit])

  const { decide, said } = useDecisions(template.id, study)
  const { places } = study.decisions
  const onPlace = (place: Place | null, part: string, paragraph: number): void => decide((before) => {
    const others = before.places.filter((each) => each.part !== part || each.paragraph !== paragraph)
    if (!place) return { ...before, places: others }
    // A second field at the same place goes beside the first; a place that is replaced or cleared holds nothing else.
    const here = before.places.filter((each) => !others.includes(each) && each.mode !== 'clear')
    return { ...before, places: [...others, ...(place.mode === 'clear' || place.mode === 'replace' ? [] : here), place] }
  }, place === null ? 'Stelle ist wieder frei.' : place.mode === 'clear' ? 'Beispieltext entfernt.' : `${slots[place.field as keyof typeof slots]}: Stelle gemerkt.`)
  const draw: DrawParagraph = (part, { paragraph }, content) => (
    <PlaceTarget
      part={part} paragraph={paragraph} mode={mode} lit={lit?.part === part && lit.paragraph === paragraph}
      taken={places.some((each) => each.part === part && each.paragraph === paragraph)} onPlace={onPlace}
    >
      {content}
    </PlaceTarget>
  )
  return (
    <div ref={ref} className={classes.assistant} data-narrow={width > 0 && width < roomForBoth ? true : undefined}>
      <div className={classes.paperSide} ref={paper}>
        <Text size="sm" mb={6}>Klicken Sie auf die Stelle, an die etwas gehört, und wählen Sie, was. Einfügen:</Text>
        <SegmentedControl size="xs" mb="sm" aria-label="Einfügen" data={modes} value={mode} onChange={(value) => setMode(value as Mode)} />
        <Text component="output" display="block" size="sm" c="dimmed" mih={22} mb={4}>{said}</Text>
        <DocumentOutline outline={study.outline} draw={draw} />
      </div>
      <AssistantNotes
        template={template} study={study} onShow={setLit}
        onFree={(place) => decide((before) => ({ ...before, places: before.places.filter((each) => JSON.stringify(each) !== JSON.stringify(place)) }), 'Stelle ist wieder frei.')}
        onNames={(changed) => decide((before) => ({ ...before, names: { ...before.names, ...changed } }), 'Zuordnung gemerkt.')}
      />
    </div>
  )
}

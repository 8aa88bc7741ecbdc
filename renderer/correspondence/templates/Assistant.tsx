import { SegmentedControl, Text } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Decisions, Fault, Place, Study, Template } from '../../../shared/correspondence/templates/model.ts'
import { office } from '../../app/office.ts'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { AssistantNotes } from './AssistantNotes.tsx'
import { DocumentOutline, type DrawParagraph } from './DocumentOutline.tsx'
import { PlaceTarget } from './PlaceTarget.tsx'
import classes from './Templates.module.css'

type Mode = Exclude<Place['mode'], 'clear'>
const modes: { value: Mode; label: string }[] = [
  { value: 'replace', label: 'an die Stelle' }, { value: 'append', label: 'ans Zeilenende' }, { value: 'before', label: 'davor' }, { value: 'after', label: 'dahinter' },
]
/** Below this width (pixels) paper and notes stand above each other. */
const roomForBoth = 700

/** The document to click beside what the assistant found in it. Every decision is stored at once and can be taken back. */
export function Assistant({ template, study }: { template: Template; study: Study & { decisions: Decisions } }): ReactNode {
  const [mode, setMode] = useState<Mode>('replace')
  const [lit, setLit] = useState<Fault | null>(null)
  const { ref, width } = useElementSize()
  const paper = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (lit) paper.current?.querySelector<HTMLElement>('[data-lit]')?.focus()
  }, [lit])

  const decide = async (decisions: Decisions, notice: string): Promise<void> => {
    try {
      const { change } = await office.correspondence.templates.decide({ id: template.id, version: template.version, decisions })
      showUndoNotice(notice, 'office', change)
    } catch (error) {
      showFailure(error)
    }
  }
  const { places, names } = study.decisions
  const onPlace = (place: Place | null, part: string, paragraph: number): void => {
    const others = places.filter((each) => each.part !== part || each.paragraph !== paragraph)
    // A second field at the same place goes beside the first; a place that is freed or cleared holds nothing else.
    const kept = place && place.mode !== 'clear' && place.mode !== 'replace' ? places.filter((each) => each.mode !== 'clear') : others
    void decide({ places: place ? [...kept, place] : others, names }, place ? 'Stelle gemerkt.' : 'Stelle ist wieder frei.')
  }
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
        <DocumentOutline outline={study.outline} draw={draw} />
      </div>
      <AssistantNotes
        template={template} study={study} onShow={setLit} onFree={(place) => void decide({ places: places.filter((each) => each !== place), names }, 'Stelle ist wieder frei.')}
        onNames={(changed) => void decide({ places, names: { ...names, ...changed } }, 'Zuordnung gemerkt.')}
      />
    </div>
  )
}

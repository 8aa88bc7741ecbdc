import { Badge, Button, NativeSelect, SegmentedControl, Text, Textarea, TextInput, Title } from '@mantine/core'
import { IconAlertTriangle, IconPlus, IconShieldPlus, IconTrash } from '@tabler/icons-react'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { uuidv7 } from 'uuidv7'
import type { OfficeEvent } from '../../../shared/events/model.ts'
import { impactLabels, likelihoodLabels, riskLevels, risksFor, usualPlace, type RiskPlace } from '../../../shared/events/safety/catalogue.ts'
import { riskWeight, type Risk, type Safety } from '../../../shared/events/safety/model.ts'
import type { PartForm } from '../usePart.ts'
import events from '../Events.module.css'
import classes from '../Plan.module.css'

/** A risk of which nothing is said yet. */
export const blankRisk: Omit<Risk, 'id'> = { title: '', likelihood: 2, impact: 2, measure: '', responsible: '' }
const colours = { gering: 'gray', mittel: 'amber', hoch: 'red' } as const

/** „Risiken": what may happen, how likely and how bad, and what is done about it. */
export function Risks({ event, form }: { event: OfficeEvent; form: PartForm<Safety> }): ReactNode {
  const { content: { risks }, readOnly } = form
  const [place, setPlace] = useState<RiskPlace>(usualPlace(event.kind))
  const [added, setAdded] = useState<string | null>(null)
  const change = (id: string, patch: Partial<Risk>): void => form.set({ risks: risks.map((risk) => (risk.id === id ? { ...risk, ...patch } : risk)) })
  const addAfter = (at: number): void => {
    const risk = { ...blankRisk, id: uuidv7() }
    form.set({ risks: risks.toSpliced(at + 1, 0, risk) })
    setAdded(risk.id)
  }
  const onEnter = (at: number) => (key: KeyboardEvent): void => {
    if (key.key !== 'Enter' || readOnly || key.nativeEvent.isComposing || !(key.target instanceof HTMLInputElement)) return
    key.preventDefault()
    addAfter(at)
  }
  const known = new Set(risks.map(({ title }) => title))
  const proposed = risksFor(event.kind, place).filter(({ title }) => !known.has(title))
  const propose = (): void => void form.step({ risks: [...risks, ...proposed.map(({ title, likelihood, impact, measure }) => ({ id: uuidv7(), title, likelihood, impact, measure, responsible: '' }))] }, `${proposed.length} Risiken hinzugefügt.`)
  const levels = (labels: Readonly<Record<number, string>>) => riskLevels.map((level) => ({ value: String(level), label: labels[level] ?? '' }))
  return (
    <section aria-label="Risiken">
      <div className={classes.head}>
        <Title order={3} size="h4">Risiken</Title>
        {!readOnly && (
          <div className={events.filters}>
            <SegmentedControl size="xs" aria-label="Wo" data={[{ value: 'outside', label: 'Im Freien' }, { value: 'inside', label: 'Im Gebäude' }]} value={place} onChange={(value) => setPlace(value as RiskPlace)} />
            <Button size="compact-md" variant="default" leftSection={<IconShieldPlus size={16} aria-hidden />} disabled={proposed.length === 0} onClick={propose}>{proposed.length === 0 ? 'Alle übernommen' : `Übliche übernehmen (${proposed.length})`}</Button>
          </div>
        )}
      </div>
      {risks.length === 0 && <Text size="sm" c="dimmed">Noch keines. Zur Art und zum Ort werden übliche Risiken mit Maßnahmen vorgeschlagen; sie ersetzen kein Sicherheitskonzept.</Text>}
      <ol className={classes.lines} aria-label="Risiken">
        {risks.map((risk, at) => {
          const name = risk.title || 'Risiko'
          const weight = riskWeight(risk)
          return (
            <li key={risk.id}>
              {/* The keys come from the fields inside. */}
              {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
              <fieldset className={classes.line} aria-label={name} onKeyDown={onEnter(at)}>
                <TextInput className={classes.wide} aria-label={`Was kann geschehen: ${name}`} placeholder="Was kann geschehen?" autoFocus={risk.id === added} maxLength={300} readOnly={readOnly} value={risk.title} onChange={(event_) => change(risk.id, { title: event_.currentTarget.value })} />
                <NativeSelect aria-label={`Wie wahrscheinlich: ${name}`} disabled={readOnly} data={levels(likelihoodLabels)} value={String(risk.likelihood)} onChange={(event_) => change(risk.id, { likelihood: Number(event_.currentTarget.value) })} />
                <NativeSelect aria-label={`Welche Folgen: ${name}`} disabled={readOnly} data={levels(impactLabels)} value={String(risk.impact)} onChange={(event_) => change(risk.id, { impact: Number(event_.currentTarget.value) })} />
                <Badge variant="light" color={colours[weight]} leftSection={weight === 'hoch' ? <IconAlertTriangle size={13} aria-hidden /> : undefined}>{weight}</Badge>
                <Textarea className={classes.wide} aria-label={`Maßnahme: ${name}`} placeholder="Was wird getan?" autosize minRows={1} maxLength={2_000} readOnly={readOnly} value={risk.measure} onChange={(event_) => change(risk.id, { measure: event_.currentTarget.value })} />
                <TextInput style={{ gridColumn: '1 / 3' }} aria-label={`Wer achtet darauf: ${name}`} placeholder="Wer achtet darauf?" maxLength={300} readOnly={readOnly} value={risk.responsible} onChange={(event_) => change(risk.id, { responsible: event_.currentTarget.value })} />
                {!readOnly && <Button variant="subtle" color="gray" px={8} aria-label={`${name} entfernen`} onClick={() => void form.step({ risks: risks.filter(({ id }) => id !== risk.id) }, 'Risiko entfernt.')}><IconTrash size={17} aria-hidden /></Button>}
              </fieldset>
            </li>
          )
        })}
      </ol>
      {!readOnly && <Button mt={8} size="compact-md" variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => addAfter(risks.length - 1)}>Risiko</Button>}
    </section>
  )
}

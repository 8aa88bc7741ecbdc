import { Button, Group, Stack, Stepper, Text, Title } from '@mantine/core'
import { useRef, useState } from 'react'
import { CasesStep } from './CasesStep.tsx'
import { PeopleStep } from './PeopleStep.tsx'
import { SuccessorStep } from './SuccessorStep.tsx'
import { TalkStep } from './TalkStep.tsx'
import { useHandover } from './useHandover.ts'
import { WorkStep } from './WorkStep.tsx'

const labels = ['Nachfolge', 'Arbeit', 'Kontakte', 'Fälle', 'Gespräch'] as const

/** „Übergabe": the assistant for the day when the officer changes. What is entered is kept until the handover is over. */
export function HandoverSection() {
  const [step, setStep] = useState(0)
  const heading = useRef<HTMLHeadingElement>(null)
  const { draft, change, restart, work, people, leaverName } = useHandover()
  if (!draft) return null

  /** A step begins at its top, for eyes and for a screen reader. */
  function go(to: number): void {
    setStep(to)
    setTimeout(() => heading.current?.focus())
  }

  const ready = draft.successorName.trim() !== '' && draft.on !== ''
  return (
    <Stack gap="lg" maw={860}>
      <Title order={2} ref={heading} tabIndex={-1}>
        Übergabe: {labels[step]}
      </Title>
      <Text size="sm">
        Wenn das Amt wechselt: Schritt für Schritt entsteht ein Dossier in zwei Teilen, das Büro und, getrennt und verschlossen, die Beratung. Fälle gehen nur mit Einwilligung über. Ihre Eingaben bleiben
        gespeichert, auch über Wochen.
      </Text>
      <Stepper active={step} onStepClick={(to) => (to === 0 || ready) && go(to)} size="xs" iconSize={26} styles={{ separator: { marginInline: 4 } }}>
        {labels.map((label) => (
          <Stepper.Step key={label} label={label} aria-label={label} disabled={label !== 'Nachfolge' && !ready} />
        ))}
      </Stepper>
      {step === 0 && <SuccessorStep draft={draft} people={people} onChange={change} />}
      {step === 1 && work && <WorkStep draft={draft} work={work} onChange={change} />}
      {step === 2 && work && <PeopleStep draft={draft} work={work} onChange={change} />}
      {step === 3 && <CasesStep draft={draft} leaverName={leaverName} />}
      {step === 4 && work && <TalkStep draft={draft} work={work} leaverName={leaverName} onChange={change} onOver={() => restart().then(() => go(0))} />}
      <Group justify="space-between">
        <Button variant="default" disabled={step === 0} onClick={() => go(step - 1)}>
          Zurück
        </Button>
        {step < labels.length - 1 && (
          <Button disabled={!ready} onClick={() => go(step + 1)}>
            Weiter
          </Button>
        )}
      </Group>
    </Stack>
  )
}

import { Alert, Anchor, Checkbox, SegmentedControl, Select, Text } from '@mantine/core'
import { IconLanguage } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { catalogues, labelOf } from '../../../shared/counselling/catalogues.ts'
import type { Referral } from '../../../shared/counselling/referrals/contract.ts'
import type { Release } from '../../../shared/counselling/releases/model.ts'
import { suppliedLanguages } from '../../../shared/counselling/releases/texts.ts'
import { api, desktop, office } from '../../app/office.ts'
import { showNotice } from '../../ui/notices.tsx'
import { FormDialog } from '../FormDialog.tsx'
import { OwnTextsDialog } from './OwnTextsDialog.tsx'

type Format = 'pdf' | 'docx'

/** Writes the form of a release for signature. */
export function FormPaper({ release, named, onClose }: {
  release: Release
  /** The case has an identity card. */
  named: boolean
  onClose(): void
}) {
  const [withName, setWithName] = useState(false)
  return (
    <PaperDialog
      title="Entbindung drucken" name="Entbindung von der Schweigepflicht" language={release.language} onClose={onClose}
      onSave={(grant, language, format) => office.counselling.releases.saveForm({ id: release.id, grant, language, format, withName })}
    >
      <Text size="sm">Links Deutsch, rechts die Sprache der Person. Unterschrieben wird das Blatt als Ganzes; es gilt der deutsche Text.</Text>
      {named && <WithName checked={withName} onChange={setWithName} />}
    </PaperDialog>
  )
}

/** Writes the slip for the client. */
export function SlipPaper({ referral, language, onClose }: { referral: Referral; language: string | null; onClose(): void }) {
  return (
    <PaperDialog
      title="Zettel zum Mitgeben" name="Hier bekommen Sie Hilfe" language={language} onClose={onClose}
      onSave={(grant, chosen, format) => office.counselling.referrals.saveSlip({ id: referral.id, grant, language: chosen, format })}
    >
      <Text size="sm">Eine Seite in einfachem Deutsch: wohin, Telefon, worum es geht, was mitzubringen ist. Anschrift und Telefon kommen aus dem Kontakt. Ohne Namen der Person.</Text>
    </PaperDialog>
  )
}

/** Writes the covering sheet for the other office. */
export function CoverPaper({ referral, named, onClose }: { referral: Referral; named: boolean; onClose(): void }) {
  const [withName, setWithName] = useState(named)
  const save = async (): Promise<void | false> => {
    const target = await desktop.chooseSaveTarget({ name: 'Begleitblatt.pdf', kind: 'pdf' })
    if (!target) return false
    await office.counselling.referrals.saveCover({ id: referral.id, grant: target.grant, withName })
    showNotice(`„${target.name}“ gespeichert. Außerhalb des Tresors ist die Datei nicht verschlüsselt.`)
  }
  return (
    <FormDialog title="Begleitblatt für die Stelle" saves="pdf" button="Speichern unter …" onClose={onClose} onSubmit={save}>
      {() => (
        <>
          <Text size="sm">Was die Person freigegeben hat, mit der Entbindung und, wo sie Auskunft erlaubt, einem Abschnitt zum Zurücksenden. Nur solange die Entbindung gilt.</Text>
          {named && <WithName checked={withName} onChange={setWithName} />}
        </>
      )}
    </FormDialog>
  )
}

function WithName({ checked, onChange }: { checked: boolean; onChange(checked: boolean): void }) {
  return (
    <Checkbox
      label="Name und Geburtsdatum eindrucken" description="öffnet die Personenkarte; das steht im Zugriffsprotokoll. Sonst bleibt Platz zum Eintragen." checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  )
}

const GERMAN = 'de'

function PaperDialog({ title, name, language: first, onClose, onSave, children }: {
  title: string
  /** Proposed name of the file; it never names a person. */
  name: string
  language: string | null
  onClose(): void
  onSave(grant: string, language: string | null, format: Format): Promise<void>
  children: React.ReactNode
}) {
  const { data: own } = useQuery(api.counselling.releases.ownTexts.queryOptions())
  const [language, setLanguage] = useState(first ?? GERMAN)
  const [format, setFormat] = useState<Format>('pdf')
  const [writing, setWriting] = useState(false)
  const second = language === GERMAN || language === 'de-simple' ? null : language
  const isOwn = own?.some((texts) => texts.language === language && Object.keys(texts.texts).length > 0) ?? false
  const supplied = suppliedLanguages.includes(language)
  const save = async (): Promise<void | false> => {
    const target = await desktop.chooseSaveTarget({ name: `${name}.${format}`, kind: format })
    if (!target) return false
    await onSave(target.grant, second, format)
    showNotice(`„${target.name}“ gespeichert. Außerhalb des Tresors ist die Datei nicht verschlüsselt.`)
  }
  return (
    <>
      <FormDialog title={title} saves={format} button="Speichern unter …" onClose={onClose} onSubmit={save}>
        {() => (
          <>
            {children}
            <Select
              label="Zweite Spalte" searchable openOnFocus={false} allowDeselect={false} value={language} nothingFoundMessage="Nicht in der Liste" onChange={(value) => value && setLanguage(value)}
              data={languageOptions(own?.map((texts) => texts.language) ?? [])}
            />
            {second !== null && (
              <Alert variant="light" color={isOwn ? 'petrol' : 'amber'} icon={<IconLanguage aria-hidden />}>
                <Text size="sm">{isOwn ? 'Gedruckt wird die Übersetzung, die das Büro selbst eingetragen hat.' : supplied
                  ? 'Die Übersetzung bringt das Programm mit. Bitte von einer Person prüfen lassen, die die Sprache kann; so steht es auch auf dem Blatt.'
                  : `Für ${labelOf('languages', language)} bringt das Programm keine Übersetzung mit. Tragen Sie eine eigene ein; sie bleibt gespeichert.`}
                </Text>
                <Anchor component="button" type="button" size="sm" onClick={() => setWriting(true)}>Eigene Übersetzung …</Anchor>
              </Alert>
            )}
            <SegmentedControl
              aria-label="Art der Datei" value={format} onChange={(value) => setFormat(value as Format)}
              data={[{ value: 'pdf', label: 'PDF' }, { value: 'docx', label: 'Word-Datei' }]}
            />
          </>
        )}
      </FormDialog>
      {writing && second !== null && <OwnTextsDialog language={second} own={own?.find((texts) => texts.language === second) ?? null} onClose={() => setWriting(false)} />}
    </>
  )
}

function languageOptions(own: readonly string[]): { value: string; label: string }[] {
  const ready = (code: string): boolean => own.includes(code) || suppliedLanguages.includes(code)
  const all = catalogues.languages.entries.filter(({ code }) => !['de', 'de-simple', 'gsg'].includes(code))
  const label = ({ code, label: name }: { code: string; label: string }): string => own.includes(code) ? `${name} (eigene Übersetzung)` : ready(code) ? name : `${name} – noch ohne Text`
  return [
    { value: GERMAN, label: 'keine, nur Deutsch' },
    ...[...all.filter(({ code }) => ready(code)), ...all.filter(({ code }) => !ready(code))].map((entry) => ({ value: entry.code, label: label(entry) })),
  ]
}

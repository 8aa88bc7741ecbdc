import type { DestructionRecord } from '../../../../shared/counselling/privacy/model.ts'
import { disposalModes } from '../../../../shared/counselling/privacy/model.ts'
import { privacyLabel, retentionRules } from '../../../../shared/counselling/privacy/rules.ts'
import { germanDateTime } from '../../../../shared/dates.ts'
import { flowPdf } from '../../documents/pdf-flow.ts'
import type { FileGrants } from '../../file-grants.ts'
import type { CounsellingDesk } from '../../session.ts'
import { notFound } from '../service-parts.ts'
import { brokenSeals, fingerprintOf, sealKeyName, type SealedContent } from './seal.ts'

/** The signed record of destructions, the last first, and whether the chain is sound. */
export async function destructionRecords(desk: CounsellingDesk): Promise<{ records: DestructionRecord[]; sound: boolean; fingerprint: string }> {
  const { read } = desk.database
  const chain = await read.selectFrom('destruction_record').selectAll().orderBy('number').execute()
  const key = (await read.selectFrom('meta').select('value').where('key', '=', sealKeyName).executeTakeFirst())?.value ?? null
  const broken = brokenSeals(chain, key)
  const records = chain.map(({ content, hash, number }): DestructionRecord => {
    const { ids: _ids, ...entry } = JSON.parse(content) as SealedContent
    return { ...entry, mode: entry.mode === 'anonymise' ? 'anonymise' : 'destroy', hash, sound: !broken.has(number) }
  })
  return { records: records.toReversed(), sound: broken.size === 0, fingerprint: key === null ? '' : fingerprintOf(key) }
}

/** Writes one entry as a page to print and file. @throws OfficeError `not-found` and as the grant */
export async function saveRecord(desk: CounsellingDesk, grants: FileGrants, officeName: string, { number, grant }: { number: string; grant: string }): Promise<void> {
  const { records, sound, fingerprint } = await destructionRecords(desk)
  const entry = records.find((record) => record.number === number) ?? notFound()
  const rule = retentionRules.find(({ code }) => code === entry.rule)
  grants.write(grant, await flowPdf({ title: `Löschprotokoll ${number}` }, [
    { kind: 'title', text: `Löschprotokoll ${number}` },
    { kind: 'paragraph', text: officeName || 'Integrationsbüro' },
    { kind: 'facts', rows: [
      ['Gelöscht am', germanDateTime(entry.at)],
      ['Art', disposalModes[entry.mode]],
      ['Was', entry.counts.map(({ label, count }) => `${label}: ${count}`).join(', ')],
      ['Grund', privacyLabel('reasons', entry.reason)],
      ['Regel', rule ? `${rule.label}: ${rule.text} (${rule.norm})` : entry.rule],
      ['Vorgeschlagen von', entry.proposedBy],
      ['Bestätigt von', entry.statement === '' ? entry.confirmedBy : `${entry.confirmedBy} (${entry.statement})`],
      ...entry.archive === '' ? [] : [['Archiv', entry.archive] as [string, string]],
      ['Sicherungen', entry.backups],
    ] },
    { kind: 'heading', text: 'Echtheit' },
    { kind: 'paragraph', text: 'Dieses Protokoll nennt keine Ratsuchenden. Jeder Eintrag enthält die Prüfsumme des vorigen und ist mit dem Schlüssel dieses Tresors unterschrieben (Ed25519).' },
    { kind: 'facts', rows: [
      ['Prüfsumme', entry.hash.replaceAll(/(.{8})(?=.)/gu, '$1 ')], ['Schlüssel', fingerprint],
      ['Prüfung', entry.sound && sound ? 'Eintrag und Kette sind unversehrt.' : 'ACHTUNG: Eintrag oder Kette wurden verändert.'],
    ] },
    { kind: 'paragraph', text: 'Unterschrift: ______________________________' },
  ]))
}

import type { Fault } from '../../../../shared/correspondence/templates/model.ts'

type Level = Fault['level']
/** Every fault that a template may have: how heavy it is and what is said of it. `word` is the name or filter, `other` what is proposed. */
const texts = {
  split: ['healed', (word) => `Das Feld «${word}» ist in Word zerteilt (Rechtschreibprüfung oder Formatwechsel mitten im Wort). Es wurde zusammengefügt und sieht aus wie sein Anfang.`],
  'mail-merge': ['healed', (word) => `Das Seriendruckfeld «${word}» wird als Feld der Vorlage verwendet.`],
  'crosses-break': ['error', (word) => `Das Feld «${word}» ist durch einen Zeilenumbruch, Tabulator oder ein Bild zerteilt. Bitte löschen Sie es in Word ganz und tippen Sie es in einem Zug neu.`],
  'crosses-paragraph': ['error', () => 'Eine geschweifte Klammer öffnet sich in diesem Absatz und schließt sich erst in einem anderen. Ein Feld muss ganz in einem Absatz stehen.'],
  unclosed: ['error', (word) => `Die Klammer vor «${word}» wird nicht geschlossen. Bitte ergänzen Sie } hinter dem Namen.`],
  unopened: ['error', (word) => `Vor «${word}» fehlt die öffnende Klammer {.`],
  empty: ['error', () => 'Zwischen den Klammern steht kein Name. Bitte tragen Sie einen ein oder löschen Sie die Klammern.'],
  'raw-xml': ['error', (word) => `«@${word}» würde Word-Code einfügen; das ist nicht erlaubt. Bitte schreiben Sie {${word}}.`],
  delimiter: ['error', () => 'Die Zeichen für Felder lassen sich nicht umstellen. Bitte löschen Sie die Anweisung mit dem Gleichheitszeichen.'],
  expression: ['error', (word) => `«${word}» ist kein Name. In einer Vorlage wird nicht gerechnet; erlaubt sind Namen und die Filter datum, euro, anrede und liste.`],
  forbidden: ['error', (word) => `«${word}» ist kein Feld, sondern ein Wort der Programmiersprache. Es wird nie ausgeführt; bitte löschen Sie es.`],
  'unknown-filter': ['error', (word, other) => `Den Filter «${word}» gibt es nicht.${other ? ` Gemeint ist wohl «${other}».` : ' Es gibt datum, euro, anrede und liste.'}`],
  'filter-argument': ['error', (word) => `Diesen Zusatz kennt der Filter nicht: «${word}». Es gibt datum:lang, datum:kurz, datum:iso, liste:komma, liste:und und liste:zeilen.`],
  'unknown-name': ['error', (word, other) => `Das Feld «${word}» gibt es für diese Art von Dokument nicht.${other ? ` Gemeint ist wohl «${other}».` : ''} Bitte wählen Sie rechts, was gemeint ist.`],
  'column-outside': ['error', (word, other) => `«${word}» ist eine Spalte von «${other}» und steht außerhalb von {#${other}} … {/${other}}.`],
  'section-unclosed': ['error', (word) => `Der Abschnitt {#${word}} wird nicht beendet. Bitte ergänzen Sie {/${word}}.`],
  'section-unopened': ['error', (word) => `{/${word}} beendet einen Abschnitt, der nicht begonnen wurde.`],
  'section-crossed': ['error', (word, other) => `{/${word}} steht, bevor der innere Abschnitt «${other}» beendet ist. Abschnitte müssen ineinander liegen.`],
  'section-cells': ['error', (word) => `Der Abschnitt «${word}» beginnt in einer Tabelle und endet außerhalb (oder in einer anderen Tabelle). Beginn und Ende gehören in dieselbe Tabellenzeile oder beide vor und hinter die Tabelle.`],
  'section-filter': ['error', (word) => `«${word}» ist der formatierte Text und kann kein Abschnitt sein.`],
  'item-outside': ['error', () => '{.} steht für den Eintrag einer Liste und ist nur zwischen {#…} und {/…} möglich.'],
  'text-not-alone': ['error', () => 'Das Feld für den Text muss allein in seinem Absatz stehen, weil daraus mehrere Absätze werden. Bitte setzen Sie es in eine eigene Zeile.'],
  'text-in-margin': ['error', () => 'Der Text kann nicht in einer Kopf- oder Fußzeile stehen.'],
  'text-twice': ['warning', () => 'Der Text steht zweimal in der Vorlage.'],
  lacking: ['warning', (word) => `«${word}» steht nirgends in der Vorlage. Klicken Sie in der Übersicht auf die Stelle, an die es gehört.`],
  'place-lost': ['error', (word) => `Die gewählte Stelle für «${word}» gibt es in dieser Fassung nicht mehr. Bitte wählen Sie sie neu.`],
  'tracked-changes': ['warning', () => 'Die Vorlage enthält nicht angenommene Änderungen (Überarbeiten). Bitte nehmen Sie sie in Word an oder lehnen Sie sie ab.'],
  comments: ['warning', () => 'Die Vorlage enthält Kommentare; sie stünden in jedem Schreiben. Bitte löschen Sie sie in Word.'],
  'in-deleted': ['warning', (word) => `Das Feld «${word}» steht in gelöschtem Text und wird nicht gefüllt.`],
} as const satisfies Record<string, readonly [Level, (word: string, other: string) => string]>

/** Name of a fault. */
export type FaultCode = keyof typeof texts

/** All faults that there are. */
export const faultCodes = Object.keys(texts) as FaultCode[]

/** Where in the file a fault is. */
export interface FaultPlace { part: string; paragraph: number | null; where: string; quote: string }

/** A fault with its German explanation. */
export function fault(code: FaultCode, place: FaultPlace, word = '', other = ''): Fault {
  const [level, text] = texts[code]
  return { code, level, text: text(word, other), ...place }
}

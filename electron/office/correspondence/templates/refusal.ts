import { OfficeError } from '../../../../shared/errors.ts'

/** Why a file isn't taken as a template. Each has its German sentence and what to do. */
const texts = {
  empty: 'Die Datei ist leer.',
  oversize: 'Die Datei ist größer als 10 MB. Bitte verkleinern Sie in Word die Bilder (Bildformat → Bilder komprimieren) und speichern Sie die Vorlage neu.',
  'old-word': 'Das ist das alte Word-Format (.doc). Bitte öffnen Sie die Datei in Word und speichern Sie sie als „Word-Dokument (*.docx)“.',
  encrypted: 'Die Datei ist mit einem Kennwort verschlüsselt. Bitte entfernen Sie in Word das Kennwort (Datei → Informationen → Dokument schützen) und speichern Sie die Vorlage neu.',
  'open-document': 'Das ist eine LibreOffice-Datei (ODT/OTT). Bitte speichern Sie sie in LibreOffice als „Word 2010–365-Dokument (.docx)“.',
  'not-docx': 'Das ist keine Word-Datei (DOCX oder DOTX).',
  damaged: 'Die Word-Datei ist beschädigt. Bitte öffnen Sie sie in Word und speichern Sie sie unter neuem Namen.',
  macros: 'Die Datei enthält Makros. Programmcode wird nicht übernommen. Bitte speichern Sie sie in Word als „Word-Dokument (*.docx)“ oder „Word-Vorlage (*.dotx)“ ohne Makros.',
  'active-content': 'Die Datei enthält eingebettete Programme (ActiveX oder OLE). Bitte entfernen Sie diese Objekte in Word und fügen Sie sie als Bild ein.',
  'attached-template': 'Die Datei ist mit einer anderen Dokumentvorlage außerhalb verknüpft. Bitte wählen Sie in Word unter Entwicklertools → Dokumentvorlage die Vorlage „Normal“ und speichern Sie neu.',
  'linked-image': 'Ein Bild ist nur verknüpft und liegt außerhalb der Datei. Bitte fügen Sie es in Word fest ein (Datei → Informationen → Verknüpfungen bearbeiten → Verknüpfung aufheben).',
  'linked-object': 'Ein Objekt ist nur verknüpft und liegt außerhalb der Datei. Bitte heben Sie die Verknüpfung in Word auf (Datei → Informationen → Verknüpfungen bearbeiten).',
  'foreign-part': 'Die Datei bindet ein fremdes Dokument ein (HTML, RTF oder ein Unterdokument). Bitte fügen Sie dessen Text in Word direkt ein.',
  'too-many-parts': 'Die Datei besteht aus ungewöhnlich vielen Teilen und wurde nicht entpackt.',
  'zip-bomb': 'Die Datei würde entpackt viel zu groß (verdächtig stark gepackt). Sie wurde nicht gelesen.',
  'too-large-unpacked': 'Die Datei wäre entpackt größer als 80 MB. Bitte verkleinern Sie die Bilder in Word und speichern Sie die Vorlage neu.',
  'unsafe-names': 'Die Datei enthält Teile mit unzulässigen Namen. Bitte öffnen Sie sie in Word und speichern Sie sie unter neuem Namen.',
  'hidden-signs': 'Die Datei enthält unsichtbare Zeichen, die Word nie schreibt und die beim Füllen stören würden. Bitte kopieren Sie den Text in ein neues Word-Dokument.',
  'broken-xml': 'Ein Teil der Datei ist kein lesbares XML. Bitte öffnen Sie sie in Word (Word bietet die Reparatur an) und speichern Sie sie neu.',
  dtd: 'Die Datei enthält eine Dokumenttyp-Definition oder Entitäten. So etwas schreibt Word nie; sie wurde nicht gelesen.',
} as const

/** Name of a reason. */
export type RefusalReason = keyof typeof texts

/** A file that isn't taken as a template, with the reason in German. */
export class TemplateRefusal extends OfficeError {
  readonly reason: RefusalReason

  constructor(reason: RefusalReason) {
    super('template', { detail: `${texts[reason]} Es wurde nichts übernommen.` })
    this.reason = reason
  }
}

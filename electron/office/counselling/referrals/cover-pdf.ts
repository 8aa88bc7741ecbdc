import { topicLabel } from '../../../../shared/counselling/catalogues.ts'
import type { Referral } from '../../../../shared/counselling/referrals/contract.ts'
import { targetLabel } from '../../../../shared/counselling/referrals/model.ts'
import { releaseWayLabels, type Release } from '../../../../shared/counselling/releases/model.ts'
import { senderOf } from '../../../../shared/counselling/releases/sheet.ts'
import { germanDate } from '../../../../shared/dates.ts'
import type { Letterhead } from '../../../../shared/settings/letterhead.ts'
import { newPdf, pointsPerMillimetre, tagged, type Pdf } from '../../documents/pdf.ts'
import { wrap } from '../../documents/wrap.ts'

const mm = pointsPerMillimetre
const left = 22 * mm
const labelWidth = 46 * mm

interface Cover {
  referral: Referral
  release: Release
  client: { name: string; birthDate: string }
  letterhead: Letterhead
}

/** The covering sheet for the other office: whom it is about, what was released, whom to call, and a part to send back. */
export async function coverPdf({ referral, release, client, letterhead }: Cover): Promise<Uint8Array> {
  const pdf = await newPdf({ title: 'Begleitblatt zur Verweisung', page: { width: 210, height: 297 } })
  pdf.addPage()
  const page = new CoverWriter(pdf)
  const { phone, email, contactPerson } = letterhead
  page.begin()
  page.line(senderOf(letterhead), 9)
  page.heading('Begleitblatt zur Verweisung', 'H1', 18)
  page.field('An', targetLabel(referral))
  page.field('Verwiesen am', germanDate(referral.date))
  page.field('Name', client.name)
  page.field('Geburtsdatum', client.birthDate)
  page.field('Thema', topicLabel(referral.topic))
  page.field('Worum es geht', referral.about)
  page.field('Weitergegeben', referral.handedWhat)
  page.field('Termin', referral.appointment)
  page.heading('Entbindung von der Schweigepflicht', 'H2', 13)
  const given = release.signing === null ? '' : `${germanDate(release.signing.on)}, ${releaseWayLabels[release.signing.way]}`
  page.field('Erteilt am', given)
  page.field('Gültig bis', germanDate(release.until))
  page.field('Für diese Angaben', release.information)
  page.field('Für diesen Zweck', release.purpose)
  page.field('Rückauskunft', release.mutual ? 'erlaubt: Sie dürfen uns zum selben Zweck Auskunft geben.' : 'nicht erlaubt')
  page.line('Bitte verwenden Sie die Angaben nur für diesen Zweck. Ein Widerruf wird Ihnen mitgeteilt.', 10)
  page.field('Fragen an', [contactPerson, phone, email].filter(Boolean).join(' · '))
  // Whether somebody has come is a secret too: the part to send back needs the client's word for it.
  if (release.mutual) {
    page.heading('Rückmeldung (bitte zurücksenden)', 'H2', 13)
    for (const answer of ['Die Person ist angekommen am ____________________', 'Termin am ____________________', 'Wartezeit etwa ______ Wochen', 'Keine Aufnahme möglich, weil ____________________________________', 'Nicht gekommen']) page.line(`[\u00A0\u00A0\u00A0]  ${answer}`, 11, 3)
    page.line('Datum, Unterschrift: ________________________________________', 11, 8)
  }
  page.end()
  return pdf.finish()
}

class CoverWriter {
  readonly #pdf: Pdf
  #top: PDFKit.PDFStructureElement | undefined
  #y = 16 * mm

  constructor(pdf: Pdf) {
    this.#pdf = pdf
  }

  begin(): void {
    this.#top = this.#pdf.document.struct('Sect')
    this.#pdf.document.addStructure(this.#top)
  }

  end(): void {
    this.#top?.end()
  }

  heading(text: string, type: 'H1' | 'H2', size: number): void {
    this.#y += type === 'H1' ? 6 : 10
    this.#makeRoom(50)
    this.#top?.add(tagged(this.#pdf, type, () => this.#pdf.drawLine(text, { x: left, y: this.#y, size, font: 'bold' })))
    this.#y += this.#pdf.lineHeight(size) + 4
  }

  /** A label with its value beside it; an empty one is left out, but for those that are written in by hand. */
  field(label: string, value: string): void {
    const byHand = label === 'Name' || label === 'Geburtsdatum'
    if (value === '' && !byHand) return
    const lines = this.#wrapped(value === '' ? '________________________________________' : value, 11, this.#width - labelWidth)
    const height = this.#pdf.lineHeight(11)
    this.#makeRoom(lines.length * height + 5)
    this.#top?.add(tagged(this.#pdf, 'P', () => {
      this.#pdf.drawLine(label, { x: left, y: this.#y, size: 11, font: 'bold' })
      lines.forEach((line, index) => this.#pdf.drawLine(line, { x: left + labelWidth, y: this.#y + index * height, size: 11 }))
    }))
    this.#y += lines.length * height + 5
  }

  line(text: string, size: number, before = 0): void {
    if (text === '') return
    this.#y += before
    const lines = this.#wrapped(text, size, this.#width)
    const height = this.#pdf.lineHeight(size)
    this.#makeRoom(lines.length * height)
    this.#top?.add(tagged(this.#pdf, 'P', () => lines.forEach((line, index) => this.#pdf.drawLine(line, { x: left, y: this.#y + index * height, size }))))
    this.#y += lines.length * height + 3
  }

  get #width(): number {
    return this.#pdf.document.page.width - 2 * left
  }

  #wrapped(text: string, size: number, width: number): string[] {
    return wrap(text, width, (part) => this.#pdf.widthOf(part, size))
  }

  #makeRoom(height: number): void {
    if (this.#y + height <= this.#pdf.document.page.height - 16 * mm) return
    this.#pdf.addPage()
    this.#y = 16 * mm
  }
}

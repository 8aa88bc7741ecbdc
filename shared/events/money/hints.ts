import { germanDate } from '../../dates.ts'
import { centsText } from '../../money.ts'
import { budgetCategories, categoryLabel, moneyRules } from './catalogue.ts'
import type { EventMoney } from './model.ts'
import { moneySummary } from './summary.ts'

/** A rule to think of; `check` says how old the figures are and that they have to be checked. */
export interface MoneyHint {
  code: 'artists-levy' | 'foreign-artists' | 'music'
  title: string
  text: string
  check: string
}

const check = `Stand ${germanDate(moneyRules.asOf)}, bitte prüfen.`
const artistCategories = budgetCategories.filter(({ artists }) => artists).map(({ code }) => code)

/**
 * What the law asks of an event with artists and music: Künstlersozialabgabe, § 50a EStG, GEMA.
 * @param year of the event; that of the newest rate where none is stored for it
 * @param kind code of the kind of event
 */
export function moneyHints(money: EventMoney, year: number | null, kind: string): MoneyHint[] {
  const artists = artistFees(money)
  const music = moneyRules.musicKinds.includes(kind) || artists > 0
  const gemaPlanned = money.lines.some(({ category }) => category === 'gema')
  return [
    ...(artists > 0 ? [levyHint(money, artists, year), foreignHint()] : []),
    ...(music ? [{
      code: 'music' as const, title: 'GEMA',
      text: `Musik vor der Veranstaltung anmelden, nach Livemusik die Musikfolge senden.${gemaPlanned ? '' : ' Im Plan steht noch kein Posten „GEMA“.'}`, check,
    }] : []),
  ]
}

/** Fees of artists in cents: per line what was paid, before that what is planned. */
function artistFees(money: EventMoney): number {
  return moneySummary(money).lines.filter(({ line }) => artistCategories.includes(line.category)).reduce((total, { plannedCents, actualCents }) => total + (actualCents === 0 ? plannedCents : actualCents), 0)
}

function levyHint({ lines }: EventMoney, fees: number, year: number | null): MoneyHint {
  const newest = moneyRules.artistsLevy.reduce((a, b) => (b.year > a.year ? b : a))
  const rule = moneyRules.artistsLevy.find((each) => each.year === year) ?? newest
  const percent = (rule.permille / 10).toLocaleString('de-DE')
  const guess = rule.year === year || year === null ? '' : ` Für ${year} ist kein Satz hinterlegt, gerechnet ist mit ${rule.year}.`
  const reportOn = germanDate(`${(year ?? rule.year) + 1}-${moneyRules.artistsLevyReport}`)
  const planned = lines.some(({ category }) => category === 'ksk') ? '' : ` Im Plan steht noch kein Posten „${categoryLabel('ksk')}“.`
  return {
    code: 'artists-levy', title: 'Künstlersozialabgabe (KSK)', check,
    text: `Auf ${centsText(fees)} Honorare an selbständige Künstlerinnen, Künstler und Publizisten fallen ${percent} % an: ${centsText(Math.round((fees * rule.permille) / 1000))} (${rule.year}), `
      + `sobald Ihre Verwaltung im Jahr mehr als ${centsText(rule.thresholdCents)} solcher Honorare zahlt. Meldung bis ${reportOn}.${guess}${planned}`,
  }
}

function foreignHint(): MoneyHint {
  const { law, percent, freeCents } = moneyRules.foreignArtists
  return {
    code: 'foreign-artists', title: `Steuerabzug (${law})`, check,
    text: `Wohnen Künstlerinnen oder Künstler im Ausland, behält das Büro ${percent} % und Solidaritätszuschlag ein und führt sie ab, außer bei höchstens ${centsText(freeCents)} je Darbietung oder mit Freistellung des Bundeszentralamts.`,
  }
}

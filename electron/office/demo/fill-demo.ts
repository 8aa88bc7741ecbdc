import { addPerson } from '../vault/people.ts'
import { DEMO_PASSPHRASE } from '../vault/locked-status.ts'
import type { FillDemo } from '../vault/demo-office.ts'
import { fillAudit } from './demo-audit.ts'
import { fillCalendar } from './demo-calendar.ts'
import { fillContacts } from './demo-contacts.ts'
import { fillViews } from './demo-views.ts'
import { fillCaseWork } from './demo-case-work.ts'
import { fillCasePrivacy } from './demo-case-privacy.ts'
import { fillClientLetters } from './demo-client-letters.ts'
import { fillCounselling } from './demo-counselling.ts'
import { fillIncidents } from './demo-incidents.ts'
import { fillEventFigures } from './demo-event-figures.ts'
import { fillEventPlans } from './demo-event-plans.ts'
import { fillEvents } from './demo-events.ts'
import { fillEscalations } from './demo-escalations.ts'
import { fillDeputy } from './demo-deputy.ts'
import { fillDuplicates } from './demo-duplicates.ts'
import { fillNetwork } from './demo-network.ts'
import { fillDealings } from './demo-dealings.ts'
import { fillMaterial } from './demo-material.ts'
import { fillPress } from './demo-press.ts'
import { fillPrivacy } from './demo-privacy.ts'
import { fillLetterhead, fillLetters } from './demo-letters.ts'
import { fillReferrals } from './demo-referrals.ts'
import { fillStatistics } from './demo-statistics.ts'
import { fillTasks } from './demo-tasks.ts'
import { fillTextBlocks } from './demo-text-blocks.ts'
import { fillTemplates } from './demo-templates.ts'
import { fillLists } from './demo-lists.ts'
import { fillSerial } from './demo-serial.ts'
import { fillSeries } from './demo-series.ts'
import { fillStatements } from './demo-statements.ts'

/**
 * Fills a new demo office through the features' own services, so that it has history, search and versions like any
 * other. Everything in it is invented (`resources/demo/`).
 */
export const fillDemo: FillDemo = async (session, vault) => {
  const contacts = await fillContacts(session.office)
  await fillNetwork(session.office, contacts)
  await fillLists(session.office, contacts)
  await fillViews(session.office)
  await fillLetterhead(session.office)
  await fillLetters(session.office, contacts)
  await fillTemplates(session.office)
  await fillSerial(session.office)
  await fillTextBlocks(session.office, contacts)
  await fillDuplicates(session.office)
  await fillDealings(session.office, session.counselling, contacts)
  await fillPrivacy(session.office, contacts)
  if (session.counselling) await fillCounselling(session.counselling)
  if (session.counselling) await fillCaseWork(session.counselling)
  if (session.counselling) await fillReferrals(session.counselling, contacts)
  if (session.counselling) await fillClientLetters(session.counselling, session.office, contacts)
  if (session.counselling) await fillIncidents(session.counselling)
  if (session.counselling) await fillEscalations(session.counselling, contacts.organisations)
  const deputy = await addPerson(vault, { name: 'Viktor Vorlage', role: 'vertretung', passphrase: DEMO_PASSPHRASE })
  if (session.counselling) await fillCasePrivacy(session.counselling, deputy)
  // Last: its cases take any alias that is free.
  if (session.counselling) await fillStatistics(session.counselling)
  if (session.counselling) await fillDeputy(session.counselling, vault)
  const assistant = await addPerson(vault, { name: 'Asta Ablage', role: 'assistenz', passphrase: DEMO_PASSPHRASE })
  await fillStatements(session.office, contacts, assistant)
  await fillPress(session.office, contacts)
  await fillMaterial(session.office, contacts)
  await fillTasks(session.office, contacts, assistant)
  await fillSeries(session.office, contacts, await fillEvents(session.office, contacts))
  await fillEventPlans(session.office, contacts)
  await fillEventFigures(session.office, contacts)
  await fillCalendar(session.office, assistant)
  await fillAudit(session, { leitung: session.person, vertretung: deputy, assistenz: assistant })
}

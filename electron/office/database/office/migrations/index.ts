import type { Migration } from '../../migrate.ts'
import { mechanisms } from './0010-mechanisms.ts'
import { settings } from './0020-settings.ts'
import { directory } from './0030-directory.ts'
import { correspondence } from './0040-correspondence.ts'
import { directoryDetails } from './0050-directory-details.ts'
import { contactDealings } from './0060-contact-dealings.ts'
import { duplicates } from './0070-duplicates.ts'
import { finding } from './0080-finding.ts'
import { distributionLists } from './0090-distribution-lists.ts'
import { importMemory } from './0100-import-memory.ts'
import { privacy } from './0110-privacy.ts'
import { templates } from './0120-templates.ts'
import { statements } from './0130-statements.ts'
import { roundTrip } from './0150-round-trip.ts'
import { press } from './0190-press.ts'
import { statementCourse } from './0200-statement-course.ts'
import { language } from './0210-language.ts'
import { tasks } from './0220-tasks.ts'
import { events } from './0230-events.ts'
import { serial } from './0250-serial.ts'
import { recipients } from './0260-recipients.ts'
import { textBlocks } from './0270-text-blocks.ts'
import { calendar } from './0280-calendar.ts'
import { eventExchange } from './0290-event-exchange.ts'
import { eventPlans } from './0310-event-plans.ts'
import { participants } from './0320-participants.ts'
import { series } from './0330-series.ts'
import { audit } from './0340-audit.ts'

/** All steps of office.db in order. */
export const officeMigrations: readonly Migration[] = [
  mechanisms, settings, directory, correspondence, directoryDetails, contactDealings, duplicates, finding, distributionLists, importMemory, privacy,
  templates, statements, roundTrip, press, statementCourse, language, tasks, events, serial, recipients, textBlocks, calendar, eventExchange, eventPlans, participants,
  series, audit,
]

import type { HistorySource } from './contact-history-source.ts'
import { letterHistory } from './correspondence/contact-history.ts'
import { materialHistory } from './correspondence/material/contact-history.ts'
import { pressHistory } from './correspondence/press/contact-history.ts'
import { registerHistory } from './correspondence/register/contact-history.ts'
import { statementHistory } from './correspondence/statements/contact-history.ts'
import { encounterHistory } from './directory/dealings/encounter-history.ts'
import { eventHistory } from './events/contact-history.ts'

/** Everything that fills the contact history. One line a feature. */
export const historySources: readonly HistorySource[] = [encounterHistory, letterHistory, statementHistory, registerHistory, pressHistory, materialHistory, eventHistory]

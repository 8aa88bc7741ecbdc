import type { AccessSource } from './contact-access-source.ts'
import { mailAccess } from './correspondence/privacy/mail-access.ts'
import { pressAccess } from './correspondence/privacy/press-access.ts'
import { statementAccess } from './correspondence/privacy/statement-access.ts'
import { eventAccess } from './events/privacy/access.ts'
import { planAccess } from './events/privacy/plan-access.ts'
import { taskAccess } from './tasks/access.ts'

/** Everything that gives a contact access to what is kept of it. One line a feature. */
export const accessSources: readonly AccessSource[] = [mailAccess, statementAccess, pressAccess, eventAccess, planAccess, taskAccess]

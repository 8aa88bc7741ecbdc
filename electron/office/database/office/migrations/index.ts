import type { Migration } from '../../migrate.ts'
import { mechanisms } from './0010-mechanisms.ts'

/** All steps of office.db in order. */
export const officeMigrations: readonly Migration[] = [mechanisms]

import type { Migration } from '../../migrate.ts'
import { mechanisms } from './0010-mechanisms.ts'

/** All steps of counselling.db in order. */
export const counsellingMigrations: readonly Migration[] = [mechanisms]

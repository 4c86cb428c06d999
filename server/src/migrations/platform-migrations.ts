import type { MigrationList } from '../platform/database/database.ts';
import { Extensions } from './0001-extensions.ts';
import { Streams } from './0002-streams.ts';
import { Commands } from './0003-commands.ts';

/**
 * What the platform itself needs. A room adds its own list (`X.module.ts`); names begin with a number
 * and everything runs in the order of names, so that a later room may refer to the tables of an earlier one.
 */
export const platformMigrations: MigrationList = [
  { name: '0001-extensions', class: Extensions },
  { name: '0002-streams', class: Streams },
  { name: '0003-commands', class: Commands },
];

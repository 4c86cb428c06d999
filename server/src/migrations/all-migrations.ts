import type { MigrationList } from '../platform/database/database.ts';
import { Actions } from './actions.ts';
import { Bottlenecks } from './bottlenecks.ts';
import { Demo } from './demo.ts';
import { Feedback } from './feedback.ts';
import { Files } from './files.ts';
import { Knowledge } from './knowledge.ts';
import { Mail } from './mail.ts';
import { MeetingRun } from './meeting-run.ts';
import { Meetings } from './meetings.ts';
import { Minutes } from './minutes.ts';
import { MinutesSearch } from './minutes-search.ts';
import { Notifications } from './notifications.ts';
import { People } from './people.ts';
import { platformMigrations } from './platform-migrations.ts';
import { Preparation } from './preparation.ts';
import { Projects } from './projects.ts';
import { Publications } from './publications.ts';
import { Rhythm } from './rhythm.ts';
import { Search } from './search.ts';
import { Sessions } from './sessions.ts';
import { SharedText } from './shared-text.ts';
import { Tables } from './tables.ts';

/** Every migration. They run in the order of names, so that a later room may refer to the tables of an earlier one. */
export const allMigrations: MigrationList = [
  ...platformMigrations,
  { name: '0010-people', class: People },
  { name: '0011-sessions', class: Sessions },
  { name: '0012-tables', class: Tables },
  { name: '0020-projects', class: Projects },
  { name: '0030-knowledge', class: Knowledge },
  { name: '0040-bottlenecks', class: Bottlenecks },
  { name: '0050-meetings', class: Meetings },
  { name: '0060-search', class: Search },
  { name: '0070-notifications', class: Notifications },
  { name: '0090-demo', class: Demo },
  { name: '0100-actions', class: Actions },
  { name: '0110-meeting-run', class: MeetingRun },
  { name: '0120-rhythm', class: Rhythm },
  { name: '0130-preparation', class: Preparation },
  { name: '0140-files', class: Files },
  { name: '0141-mail', class: Mail },
  { name: '0142-publications', class: Publications },
  { name: '0160-shared-text', class: SharedText },
  { name: '0170-minutes', class: Minutes },
  { name: '0171-feedback', class: Feedback },
  { name: '0172-minutes-search', class: MinutesSearch },
];

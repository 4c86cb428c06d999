import type { Confidentiality, BottleneckState } from '@versnellingstafel/shared/bottlenecks/states';
import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import type { ApplicationResult } from '@versnellingstafel/shared/knowledge/validity';
import type { AgendaPurpose } from '@versnellingstafel/shared/meetings/agenda';
import type { OrganisationKind, OrganisationRole } from '@versnellingstafel/shared/people/roles';
import type { TableLevel, TableRole } from '@versnellingstafel/shared/tables/roles';
import type { AgendaReason } from '../../src/modules/meetings/prepare/agenda-reason.ts';
import bottleneckData from './bottlenecks.json' with { type: 'json' };
import meetingData from './meetings.json' with { type: 'json' };
import municipalityData from './municipalities.json' with { type: 'json' };
import noteData from './notes.json' with { type: 'json' };
import peopleData from './people.json' with { type: 'json' };
import projectData from './projects.json' with { type: 'json' };
import tableData from './tables.json' with { type: 'json' };
import themeData from './themes.json' with { type: 'json' };

/** How far a case went up, each step on a day as written. */
export interface DemoEscalation {
  reason: string;
  drafted: LocalDate;
  agreed?: { on: LocalDate; by: string };
  sent?: LocalDate;
  accepted?: { on: LocalDate; by: string; answerBy: LocalDate; remark: string };
  returned?: { on: LocalDate; by: string; reason: string };
  sharesDossier?: boolean;
}

/** A case of the demo, in the state that it is brought to step by step. */
export interface DemoBottleneck {
  number: string;
  title: string;
  description: string;
  themes: string[];
  solvableAt: TableLevel;
  project: string;
  homesBlocked: number;
  state: BottleneckState;
  filedOn: LocalDate;
  dueOn: LocalDate;
  filer: string;
  lead: string | null;
  civilOwner?: string;
  politicalOwner?: string;
  nextStep: string;
  ask: string;
  triedSoFar: string;
  decisionBy: LocalDate | null;
  constructionStart: LocalDate | null;
  resolution: string;
  proposedResolution: string;
  holdReason?: string;
  returnOn?: LocalDate;
  /** The table that it begins at, where that is not the one of the region. */
  table?: string;
  /** How it went to the table above, and what came of it. */
  escalation?: DemoEscalation;
  confidentiality: Confidentiality;
  notes: { note: string; result: ApplicationResult; conditions: string }[];
  /** The other party: somebody of the demo region, or a name and an organisation without an account. */
  coSigners?: ({ person: string; signed: boolean } | { name: string; organisation: string })[];
}

export interface DemoNote {
  key: string;
  title: string;
  summary: string;
  body: string;
  applies: string;
  appliesNot: string;
  steps: string;
  caveat: string;
  legalReferences: string[];
  tags: string[];
  themes: string[];
  /** A legal date: it stays. */
  validAsOf: LocalDate;
  reviewBy: LocalDate;
  author: string;
  validated: boolean;
  confidentiality: Confidentiality;
}

export interface DemoItem {
  title: string;
  purpose: AgendaPurpose;
  minutes: number;
  presenterText: string;
  bottlenecks: string[];
  notes: string[];
  closedPart: boolean;
  outcome: string;
  proposedDecision: string;
  /** Why it came on the agenda; people by their key, meetings of the same table by their date. */
  why?: (Omit<AgendaReason, 'meetingId' | 'personId'> & { meeting?: LocalDate; person?: string })[];
  /** Earlier meetings of the same table that it is about. */
  meetings?: LocalDate[];
  /** The item of an earlier meeting that it goes on with. */
  continues?: { date: LocalDate; position: number };
}

/** When a table of the demo meets. */
export interface DemoRhythm {
  week: number;
  weekday: number;
  starts: string;
  ends: string;
  location: string;
  monthsWithout: number[];
}

export interface DemoMeeting {
  table: string;
  date: LocalDate;
  start: string;
  end: string;
  location: string;
  plannedOn: LocalDate;
  publish: LocalDate | null;
  items: DemoItem[];
}

interface DemoPerson {
  key: string;
  name: string;
  jobTitle: string;
  organisation: string;
  roles: OrganisationRole[];
  persona: string | null;
}

interface DemoProject {
  key: string;
  name: string;
  planNumber: string | null;
  municipality: string;
  projectType: string;
  phase: string;
  homes: number | null;
  homesNote: string | null;
  keyProject: string;
  kind: string;
  source: string;
}

/** The demo region as it was written down. The files are ours, so their shape is vouched for here, once. */
export const demoData = {
  regions: municipalityData.regions,
  municipalities: municipalityData.municipalities,
  organisations: peopleData.organisations as {
    key: string;
    name: string;
    shortName: string;
    kind: OrganisationKind;
    municipality?: string;
  }[],
  people: peopleData.people as DemoPerson[],
  tables: tableData.tables as {
    key: string;
    slug: string;
    name: string;
    shortName: string;
    level: TableLevel;
    region: string | null;
    parent: string | null;
    rhythm: DemoRhythm | null;
  }[],
  memberships: tableData.memberships as { person: string; table: string; role: TableRole; mandate: boolean }[],
  themes: themeData,
  projects: projectData as DemoProject[],
  notes: noteData as DemoNote[],
  bottlenecks: bottleneckData as DemoBottleneck[],
  meetings: meetingData as DemoMeeting[],
};

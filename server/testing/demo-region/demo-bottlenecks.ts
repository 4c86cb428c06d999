import { addDays, type LocalDate } from '@versnellingstafel/shared/dates/local-date';
import { applyNote } from '../../src/modules/bottlenecks/apply-note.ts';
import { assignBottleneck } from '../../src/modules/bottlenecks/assign-bottleneck.ts';
import { editBottleneck } from '../../src/modules/bottlenecks/edit-bottleneck.ts';
import { escalateBottleneck } from '../../src/modules/bottlenecks/escalate-bottleneck.ts';
import { holdBottleneck } from '../../src/modules/bottlenecks/hold-bottleneck.ts';
import { logBottleneck } from '../../src/modules/bottlenecks/log-bottleneck.ts';
import { resolveBottleneck } from '../../src/modules/bottlenecks/resolve-bottleneck.ts';
import { startBottleneck } from '../../src/modules/bottlenecks/start-bottleneck.ts';
import { triageBottleneck } from '../../src/modules/bottlenecks/triage-bottleneck.ts';
import type { Viewer } from '../../src/modules/people/people.module.ts';
import type { CommandResult } from '../../src/platform/commands/command-runner.ts';
import { globalId } from '../../src/platform/graphql/global-id.ts';
import type { Transaction } from '../../src/platform/streams/transaction.ts';
import type { DemoCalendar } from './demo-calendar.ts';
import { type DemoBottleneck, demoData } from './demo-data.ts';
import { noteIdOf } from './demo-notes.ts';
import { demoId } from './demo-reference.ts';
import { type DemoStep, versionOf } from './demo-steps.ts';

const person = (key: string): string => globalId('Person', demoId('person', key));

/** The UUID of a case by the number that people know. */
export async function bottleneckIdOf(tx: Transaction, number: string): Promise<string> {
  const [row] = await tx.em.execute<{ id: string }[]>('select id from bottleneck where number = ?', [number]);
  if (!row) throw new Error(`The demo region has no ${number} yet.`);
  return row.id;
}

/** Who prepares the table that gets a case. */
function secretaryOf(demo: DemoBottleneck): string {
  if (demo.table !== undefined) return `secretary-${demo.table}`;
  const project = demoData.projects.find(({ key }) => key === demo.project);
  const municipality = demoData.municipalities.find(({ code }) => code === project?.municipality);
  return municipality?.region === 'TWENTE' ? 'secretary-twente' : 'secretary-west';
}

type Versioned = { bottleneckId: string; expectedVersion: number };
type Verb = (tx: Transaction, viewer: Viewer, input: Versioned) => Promise<CommandResult>;

/** The way of one case: each step by who may take it, on a day after the one before. */
class Way {
  readonly steps: DemoStep[] = [];
  readonly #demo: DemoBottleneck;
  readonly #calendar: DemoCalendar;

  constructor(demo: DemoBottleneck, calendar: DemoCalendar) {
    this.#demo = demo;
    this.#calendar = calendar;
  }

  first(take: DemoStep['take']): void {
    this.steps.push({
      key: this.#demo.number,
      at: this.#calendar.past(this.#demo.filedOn, '10:12'),
      by: this.#demo.filer,
      take,
    });
  }

  /** @param on the day as written, @param time in Amsterdam */
  next(name: string, on: LocalDate, time: string, by: string, verb: Verb): void {
    const { number } = this.#demo;
    this.steps.push({
      key: `${number}-${name}`,
      at: this.#calendar.past(on, time),
      by,
      take: async (tx, viewer) => {
        const id = await bottleneckIdOf(tx, number);
        return verb(tx, viewer, {
          bottleneckId: globalId('Bottleneck', id),
          expectedVersion: await versionOf(tx, 'bottleneck', id),
        });
      },
    });
  }
}

/** Nobody works at the weekend: Saturday and Sunday become the Friday before. */
const workday = (date: LocalDate): LocalDate =>
  addDays(date, -Math.max(0, ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) - 4));

const after = (date: LocalDate, days: number, notAfter: LocalDate): LocalDate => {
  const later = workday(addDays(date, days));
  return later < date ? date : later < notAfter ? later : workday(notAfter);
};

function log(way: Way, demo: DemoBottleneck, calendar: DemoCalendar): void {
  way.first((tx, viewer) =>
    logBottleneck(
      tx,
      viewer,
      {
        title: demo.title,
        description: demo.description,
        triedSoFar: demo.triedSoFar,
        ask: demo.ask,
        decisionBy: calendar.date(demo.decisionBy),
        constructionStart: calendar.date(demo.constructionStart),
        projects: [
          { projectId: globalId('Project', demoId('project', demo.project)), homesBlocked: demo.homesBlocked },
        ],
        themeCodes: demo.themes,
        draft: demo.state === 'DRAFT',
        solvableAt: demo.solvableAt,
        confidentiality: demo.confidentiality,
        dueOn: calendar.date(demo.dueOn),
        ...(demo.table !== undefined && { tableId: globalId('AccelerationTable', demoId('table', demo.table)) }),
      },
      { demo: true, number: demo.number },
    ),
  );
  if (demo.proposedResolution) {
    way.next('proposed', demo.filedOn, '10:20', demo.filer, (tx, viewer, input) =>
      editBottleneck(tx, viewer, { ...input, proposedResolution: demo.proposedResolution }, { demo: true }),
    );
  }
}

/** Who does what by when, as it stands now. */
function assign(way: Way, demo: DemoBottleneck, calendar: DemoCalendar, on: LocalDate, by: string): void {
  way.next('assigned', on, '16:20', by, (tx, viewer, input) =>
    assignBottleneck(tx, viewer, {
      ...input,
      dueOn: calendar.date(demo.dueOn),
      nextStep: demo.nextStep,
      ...(demo.lead && { leadId: person(demo.lead) }),
      ...(demo.civilOwner && { civilOwnerId: person(demo.civilOwner) }),
      ...(demo.politicalOwner && { politicalOwnerId: person(demo.politicalOwner) }),
    }),
  );
}

function linkNotes(way: Way, demo: DemoBottleneck, on: LocalDate): void {
  demo.notes.forEach(({ note, result, conditions }, index) => {
    way.next(`note-${note}`, on, `11:${10 + index}`, demo.filer, async (tx, viewer, { bottleneckId }) =>
      applyNote(tx, viewer, {
        bottleneckId,
        noteId: globalId('KnowledgeNote', await noteIdOf(tx, note)),
        result,
        conditions,
      }),
    );
  });
}

function wayOf(demo: DemoBottleneck, calendar: DemoCalendar): DemoStep[] {
  const way = new Way(demo, calendar);
  const secretary = secretaryOf(demo);
  const { state, filedOn } = demo;
  log(way, demo, calendar);
  if (state === 'DRAFT') return way.steps;
  if (state === 'SUBMITTED') {
    linkNotes(way, demo, filedOn);
    return way.steps;
  }

  const end = state === 'RESOLVED' ? workday(addDays(demo.dueOn, -4)) : '2026-11-23';
  way.next('triage', after(filedOn, 2, end), '09:05', secretary, (tx, viewer, input) =>
    triageBottleneck(tx, viewer, input, { demo: true }),
  );
  linkNotes(way, demo, after(filedOn, 4, end));
  // What stands on an agenda is put there with that meeting (demo-meetings.ts).
  if (state === 'TRIAGE' || state === 'SCHEDULED') {
    assign(way, demo, calendar, after(filedOn, 4, end), secretary);
    return way.steps;
  }

  way.next('start', after(filedOn, 9, end), '14:30', secretary, startBottleneck);
  if (state === 'RESOLVED') {
    way.next('resolve', end, '15:12', secretary, async (tx, viewer, input) =>
      resolveBottleneck(tx, viewer, {
        ...input,
        resolution: demo.resolution,
        openToAll: demo.confidentiality === 'PUBLIC',
      }),
    );
    return way.steps;
  }
  assign(way, demo, calendar, after(filedOn, 16, end < demo.dueOn ? end : addDays(demo.dueOn, -1)), secretary);
  if (state === 'ON_HOLD') {
    const returnOn = calendar.date(demo.returnOn ?? demo.dueOn);
    way.next('hold', after(filedOn, 70, end), '15:40', secretary, (tx, viewer, input) =>
      holdBottleneck(tx, viewer, { ...input, reason: demo.holdReason ?? demo.nextStep, returnOn }),
    );
  }
  if (state === 'ESCALATED') {
    const reason =
      demo.escalation ?? 'De regio kan dit niet zelf oplossen: er is een besluit nodig dat boven de regio ligt.';
    way.next('escalate', after(filedOn, 105, end), '15:12', secretary, (tx, viewer, input) =>
      escalateBottleneck(tx, viewer, { ...input, reason }),
    );
  }
  return way.steps;
}

/** The cases of the demo region, from filing to where they are now. */
export const bottleneckSteps = (calendar: DemoCalendar): DemoStep[] =>
  demoData.bottlenecks.flatMap((demo) => wayOf(demo, calendar));

import { addDays, type LocalDate } from '@versnellingstafel/shared/dates/local-date';
import { applyNote } from '../../src/modules/bottlenecks/apply-note.ts';
import { assignBottleneck } from '../../src/modules/bottlenecks/assign-bottleneck.ts';
import { editBottleneck } from '../../src/modules/bottlenecks/edit-bottleneck.ts';
import { holdBottleneck } from '../../src/modules/bottlenecks/hold-bottleneck.ts';
import { askCoSigner } from '../../src/modules/bottlenecks/intake/ask-co-signer.ts';
import { coSign } from '../../src/modules/bottlenecks/intake/answer-co-signing.ts';
import { logBottleneck } from '../../src/modules/bottlenecks/log-bottleneck.ts';
import { resolveBottleneck } from '../../src/modules/bottlenecks/resolve-bottleneck.ts';
import { startBottleneck } from '../../src/modules/bottlenecks/start-bottleneck.ts';
import { triageBottleneck } from '../../src/modules/bottlenecks/triage-bottleneck.ts';
import { globalId, uuidOf } from '../../src/platform/graphql/global-id.ts';
import type { DemoCalendar } from './demo-calendar.ts';
import { type DemoBottleneck, demoData } from './demo-data.ts';
import { escalate } from './demo-escalations.ts';
import { noteIdOf } from './demo-notes.ts';
import { demoId } from './demo-reference.ts';
import type { DemoStep } from './demo-steps.ts';
import { Way } from './demo-way.ts';

const person = (key: string): string => globalId('Person', demoId('person', key));

/** Who prepares the table that gets a case. */
function secretaryOf(demo: DemoBottleneck): string {
  if (demo.table !== undefined) return `secretary-${demo.table}`;
  const project = demoData.projects.find(({ key }) => key === demo.project);
  const municipality = demoData.municipalities.find(({ code }) => code === project?.municipality);
  return municipality?.region === 'TWENTE' ? 'secretary-twente' : 'secretary-west';
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

/** The other party is asked on the day of filing, and signs on the same day or has still to answer. */
function askParties(way: Way, demo: DemoBottleneck): void {
  (demo.coSigners ?? []).forEach((party, index) => {
    const asked =
      'person' in party
        ? { personId: person(party.person) }
        : { externalName: party.name, externalOrganisation: party.organisation };
    way.next(`party-${index}`, demo.filedOn, `10:3${index}`, demo.filer, (tx, viewer, { bottleneckId }) =>
      askCoSigner(tx, viewer, { bottleneckId, ...asked }),
    );
    if (!('person' in party) || !party.signed) return;
    way.next(
      `party-${index}-signs`,
      demo.filedOn,
      `16:0${index}`,
      party.person,
      async (tx, viewer, { bottleneckId }) => {
        const [row] = await tx.em.execute<{ id: string }[]>(
          'select id from co_signer where bottleneck_id = ? and person_id = ?',
          [uuidOf('Bottleneck', bottleneckId), viewer.personId],
        );
        return coSign(tx, viewer, { coSignerId: globalId('CoSigner', row?.id ?? '') });
      },
    );
  });
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
  askParties(way, demo);
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
  if (demo.escalation) escalate(way, demo.escalation, calendar, secretary);
  return way.steps;
}

/** The cases of the demo region, from filing to where they are now. */
export const bottleneckSteps = (calendar: DemoCalendar): DemoStep[] =>
  demoData.bottlenecks.flatMap((demo) => wayOf(demo, calendar));

import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { bottleneckStates } from '@versnellingstafel/shared/bottlenecks/states';
import type { ReactElement, ReactNode } from 'react';
import type { Timeline_EventFragment } from '../../generated/graphql.ts';
import { useFormat } from '../../lib/format.ts';
import { LineOfStops } from '../../ui/LineOfStops.tsx';
import { stateLabels } from '../../ui/StateMark.tsx';
import { resultWords } from './application-words.ts';
import { confidentialityLabels } from './confidentiality-words.ts';
import { TextDifference } from '../../ui/TextDifference.tsx';

export const timelineFragment: TypedDocumentNode<Timeline_EventFragment> = gql`
  fragment Timeline_event on Event {
    id
    about
    type
    occurredAt
    remark
    actor {
      id
      name
    }
    changes {
      field
      before
      after
    }
    subjects {
      id
      ... on KnowledgeNote {
        slug
        title
      }
    }
  }
`;

type Event = Timeline_EventFragment;

/** What somebody did, after their name. A kind that is not known here is told by its changes alone. */
const deeds: Readonly<Record<string, MessageDescriptor>> = {
  BOTTLENECK_LOGGED: msg`begon dit knelpunt`,
  BOTTLENECK_SUBMITTED: msg`diende het knelpunt in`,
  BOTTLENECK_TRIAGED: msg`nam het in het voorportaal`,
  BOTTLENECK_SCHEDULED: msg`zette het op de agenda`,
  BOTTLENECK_STARTED: msg`nam het in behandeling`,
  BOTTLENECK_HELD: msg`hield het aan`,
  BOTTLENECK_RESUMED: msg`pakte het weer op`,
  BOTTLENECK_ESCALATED: msg`escaleerde naar de tafel erboven`,
  ESCALATION_DRAFTED: msg`schreef een memo voor de tafel erboven`,
  ESCALATION_EDITED: msg`werkte het memo bij`,
  ESCALATION_AGREED: msg`gaf akkoord op het memo`,
  ESCALATION_DECLINED: msg`ging niet akkoord met het memo`,
  ESCALATION_ACCEPTED: msg`nam de escalatie aan`,
  ESCALATION_RETURNED: msg`gaf de escalatie terug`,
  ESCALATION_ANSWERED: msg`beantwoordde de escalatie`,
  ESCALATION_WITHDRAWN: msg`trok de escalatie in`,
  ESCALATION_STEP_UNDONE: msg`draaide een stap van de escalatie terug`,
  BOTTLENECK_RESOLVED: msg`loste het op`,
  BOTTLENECK_REFERRED: msg`verwees het door`,
  BOTTLENECK_WITHDRAWN: msg`trok het in`,
  BOTTLENECK_REOPENED: msg`heropende het`,
  BOTTLENECK_ASSIGNED: msg`verdeelde het werk`,
  BOTTLENECK_EDITED: msg`bewerkte de tekst`,
  CONFIDENTIALITY_CHANGED: msg`veranderde wie dit mag zien`,
  TRANSITION_UNDONE: msg`draaide een stap terug`,
  NOTE_WRITTEN: msg`schreef er een notitie bij`,
  NOTE_APPLIED: msg`koppelde een notitie`,
  APPLICATION_REMOVED: msg`maakte een notitie los`,
  OUTCOME_RECORDED: msg`legde een uitkomst vast`,
  BOTTLENECK_ARRIVED: msg`bracht het naar deze tafel`,
  CO_SIGNER_ASKED: msg`vroeg een partij mee te tekenen`,
  CO_SIGNED: msg`tekende mee`,
  CO_SIGN_DECLINED: msg`tekende niet mee`,
  CO_SIGNER_WITHDRAWN: msg`haalde een partij weg`,
  BOTTLENECK_JOINED: msg`sloot zich aan met een project`,
  BOTTLENECK_LEFT: msg`haalde zijn project er weer af`,
  BOTTLENECKS_CHANGED: msg`veranderde dit samen met andere knelpunten`,
  BULK_CHANGE_UNDONE: msg`draaide een wijziging van meer knelpunten terug`,
  BOTTLENECKS_HANDED_OVER: msg`droeg het werk over`,
  HAND_OVER_UNDONE: msg`draaide een overdracht van werk terug`,
  BOTTLENECKS_IMPORTED: msg`bracht dit in met een lijst`,
  IMPORT_UNDONE: msg`draaide het inbrengen van een lijst terug`,
  PATTERN_MADE: msg`vormde een patroon`,
  PATTERN_EDITED: msg`bewerkte de tekst van het patroon`,
  PATTERN_EXTENDED: msg`nam het op in een patroon`,
  PATTERN_REDUCED: msg`haalde het uit een patroon`,
  PATTERN_RESOLVED: msg`loste het patroon op`,
  PATTERN_RESOLVE_UNDONE: msg`draaide het oplossen van het patroon terug`,
  PATTERN_DISSOLVED: msg`ontbond het patroon`,
  COMMENT_ADDED: msg`reageerde`,
  COMMENT_EDITED: msg`paste een reactie aan`,
  COMMENT_REMOVED: msg`haalde een reactie weg`,
  COMMENT_RESTORED: msg`zette een reactie terug`,
  ATTACHMENT_ADDED: msg`voegde een bestand of link toe`,
  ATTACHMENT_REMOVED: msg`haalde een bestand of link weg`,
  ATTACHMENT_RESTORED: msg`zette een bestand of link terug`,
  ACTION_ADDED: msg`sprak een actie af`,
  ACTION_EDITED: msg`paste een actie aan`,
  ACTION_DONE: msg`rondde een actie af`,
  ACTION_REOPENED: msg`zette een actie weer open`,
  ACTION_WITHDRAWN: msg`trok een actie in`,
  CASE_NOTE_UNDER_REVIEW: msg`zag dat het recht onder een notitie veranderde`,
  AGENDA_ITEM_ADDED: msg`maakte er een agendapunt van`,
  AGENDA_ITEM_EDITED: msg`paste het agendapunt aan`,
  AGENDA_ITEM_MOVED: msg`verplaatste het agendapunt`,
  AGENDA_ITEM_REMOVED: msg`haalde het van de agenda`,
  AGENDA_ITEM_CARRIED_OVER: msg`nam het mee naar een volgende agenda`,
  AGENDA_PUBLISHED: msg`publiceerde de agenda waarop het staat`,
  PAPER_ADDED: msg`voegde een stuk toe bij het agendapunt`,
  PAPER_REMOVED: msg`haalde een stuk weg bij het agendapunt`,
  OUTCOME_EDITED: msg`paste een uitkomst aan`,
  OUTCOME_WITHDRAWN: msg`haalde een uitkomst weg`,
  FEEDBACK_RECORDED: msg`noteerde de terugkoppeling`,
};

const fieldLabels: Readonly<Record<string, MessageDescriptor>> = {
  state: msg`staat`,
  title: msg`titel`,
  description: msg`wat er speelt`,
  triedSoFar: msg`wat al is geprobeerd`,
  ask: msg`de vraag`,
  decisionBy: msg`besluit nodig vóór`,
  constructionStart: msg`start van de bouw`,
  owner: msg`eigenaar`,
  lead: msg`trekker`,
  civilOwner: msg`ambtelijk opdrachtgever`,
  politicalOwner: msg`bestuurlijk verantwoordelijke`,
  dueOn: msg`uiterlijk`,
  nextStep: msg`volgende stap`,
  heldBy: msg`tafel`,
  solvableAt: msg`niveau`,
  confidentiality: msg`zichtbaar voor`,
  resolution: msg`oplossing`,
  proposedResolution: msg`beoogde oplossing`,
  holdReason: msg`wacht op`,
  returnOn: msg`komt terug op`,
  referredTo: msg`doorverwezen naar`,
  homesBlocked: msg`woningen die wachten`,
  themes: msg`thema’s`,
  projects: msg`projecten`,
  note: msg`notitie`,
  result: msg`resultaat`,
  conditions: msg`voorwaarden`,
  presenterId: msg`wie het inbrengt`,
  presenterText: msg`wie het inbrengt`,
  proposedDecision: msg`voorgesteld besluit`,
  outcome: msg`uitkomst`,
  answerBy: msg`antwoord uiterlijk`,
  sharesDossier: msg`tekst van de zaak gedeeld`,
  sharesFiles: msg`bestanden gedeeld`,
  minutes: msg`minuten`,
  sharedWith: msg`met wie het gedeeld is`,
  sharedWithOrganisations: msg`met welke organisaties het gedeeld is`,
  coSigner: msg`partij`,
  excluded: msg`wie is uitgesloten`,
  pattern: msg`patroon`,
  problem: msg`het probleem`,
  attachment: msg`bestand of link`,
  what: msg`actie`,
  paper: msg`stuk`,
};

const actionStates = { OPEN: msg`open`, DONE: msg`gedaan`, WITHDRAWN: msg`vervallen` };

/** On an event about the agenda, the title is that of its item. */
const agendaFields: Readonly<Record<string, MessageDescriptor>> = { title: msg`agendapunt` };

/** A longer text is told by that it changed; the words that differ are folded away. */
const longest = 90;
const isoDay = /^\d{4}-\d{2}-\d{2}$/;

/** What happened, newest first: who did what, the fields that changed in plain words, and what was said with it. */
export function Timeline({ events }: { events: readonly FragmentType<Timeline_EventFragment>[] }): ReactElement {
  const { t, i18n } = useLingui();
  const { moment, day } = useFormat();
  const { data } = useSuspenseFragment({ fragment: timelineFragment, from: [...events] });

  function inWords(field: string, value: string | null): string {
    if (value === null || value === '') return t`leeg`;
    if (isoDay.test(value)) return day(value);
    const state = bottleneckStates.find((one) => one === value);
    if (field === 'state' && state) return i18n._(stateLabels[state]);
    if (field === 'state' && value in actionStates) return i18n._(actionStates[value as keyof typeof actionStates]);
    if (field === 'result' && value in resultWords) return i18n._(resultWords[value as keyof typeof resultWords]);
    if (field === 'confidentiality' && value in confidentialityLabels)
      return i18n._(confidentialityLabels[value as keyof typeof confidentialityLabels]);
    return value;
  }

  /** One change as a line; what has no words here is left to the deed. */
  function changeLine(type: string, { field, before, after }: Event['changes'][number]): ReactNode[] {
    const known = (type.startsWith('AGENDA_') && agendaFields[field]) || fieldLabels[field];
    if (!known) return [];
    const label = i18n._(known);
    const long = (before?.length ?? 0) > longest || (after?.length ?? 0) > longest;
    if (!before && !after) return [t`${label} gewijzigd`];
    if (long) return [<TextDifference key={field} label={label} before={before ?? ''} after={after ?? ''} />];
    if (!before) return [`${label}: ${inWords(field, after ?? null)}`];
    return [t`${label}: van ${inWords(field, before)} naar ${inWords(field, after ?? null)}`];
  }

  const stops = data.map(({ id, type, occurredAt, actor, changes, remark, subjects }) => {
    const deed = deeds[type];
    return {
      id,
      at: 'been' as const,
      title: (
        <>
          <b>{actor?.name ?? t`Het systeem`}</b> {deed ? i18n._(deed) : t`werkte dit bij`}
        </>
      ),
      lines: [
        <time key="when" dateTime={occurredAt}>
          {moment(occurredAt)}
        </time>,
        ...changes.flatMap((change) => changeLine(type, change)),
      ],
      children: (
        <>
          {subjects.map((subject) =>
            subject.__typename === 'KnowledgeNote' ? (
              <p key={subject.id}>
                <Link to="/kennis/$slug" params={{ slug: subject.slug }}>
                  {subject.title}
                </Link>
              </p>
            ) : null,
          )}
          {remark && <p>{remark}</p>}
        </>
      ),
    };
  });
  if (stops.length === 0) {
    return (
      <p className="sub">
        <Trans>Nog niets gebeurd dat je mag zien.</Trans>
      </p>
    );
  }
  return <LineOfStops label={t`Tijdlijn`} tone="log" stops={stops} />;
}

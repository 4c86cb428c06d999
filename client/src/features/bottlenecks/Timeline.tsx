import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { bottleneckStates } from '@versnellingstafel/shared/bottlenecks/states';
import type { ReactElement, ReactNode } from 'react';
import type { Timeline_EventFragment } from '../../generated/graphql.ts';
import { useFormat } from '../../lib/format.ts';
import { LineOfStops } from '../../ui/LineOfStops.tsx';
import { stateLabels } from '../../ui/StateMark.tsx';
import { confidentialityLabels } from './confidentiality-words.ts';

export const timelineFragment: TypedDocumentNode<Timeline_EventFragment> = gql`
  fragment Timeline_event on Event {
    id
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
  ESCALATION_RETURNED: msg`gaf de escalatie terug`,
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
  AGENDA_ITEM_ADDED: msg`zette het op de agenda`,
  AGENDA_ITEM_REMOVED: msg`haalde het van de agenda`,
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
};

/** Long texts are not told twice: the timeline says that they changed, the page shows what they say. */
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
    if (field === 'confidentiality' && value in confidentialityLabels)
      return i18n._(confidentialityLabels[value as keyof typeof confidentialityLabels]);
    return value;
  }

  function changeLine({ field, before, after }: Event['changes'][number]): ReactNode {
    const known = fieldLabels[field];
    const label = known ? i18n._(known) : field;
    if ((before?.length ?? 0) > longest || (after?.length ?? 0) > longest) return t`${label} gewijzigd`;
    if (!before) return `${label}: ${inWords(field, after ?? null)}`;
    return t`${label}: van ${inWords(field, before)} naar ${inWords(field, after ?? null)}`;
  }

  const stops = data.map(({ id, type, occurredAt, actor, changes, remark }) => {
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
        ...changes.map(changeLine),
      ],
      children: remark ? <p>{remark}</p> : undefined,
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

import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { NoteHistory_EventFragment } from '../../generated/graphql.ts';
import { useFormat } from '../../lib/format.ts';
import { namesInWords } from '../../lib/names-in-words.ts';
import { LineOfStops } from '../../ui/LineOfStops.tsx';

export const noteHistoryFragment: TypedDocumentNode<NoteHistory_EventFragment> = gql`
  fragment NoteHistory_event on Event {
    id
    type
    occurredAt
    remark
    actor {
      id
      name
    }
    writtenWith {
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

const deeds: Readonly<Record<string, MessageDescriptor>> = {
  NOTE_WRITTEN: msg`schreef deze notitie`,
  NOTE_EDITED: msg`bewerkte de tekst`,
  NOTE_RESTORED: msg`zette een oudere tekst terug`,
  NOTE_VALIDATED: msg`valideerde de notitie`,
  NOTE_ARCHIVED: msg`archiveerde de notitie`,
  NOTE_SUPERSEDED: msg`wees een opvolger aan`,
  NOTE_UNDER_REVIEW: msg`vroeg om herziening na een wijziging in het recht`,
  NOTE_REVIEWED: msg`beoordeelde of de notitie nog klopt`,
  NOTE_REVIEW_WITHDRAWN: msg`trok de vraag om herziening in`,
  NOTE_APPLIED: msg`paste haar toe op een knelpunt`,
  APPLICATION_REMOVED: msg`maakte een toepassing los`,
  BOTTLENECK_RESOLVED: msg`loste er een knelpunt mee op`,
};

/** What several people did together. */
const deedsTogether: Readonly<Record<string, MessageDescriptor>> = { NOTE_EDITED: msg`bewerkten samen de tekst` };

const fields: Readonly<Record<string, MessageDescriptor>> = {
  title: msg`titel`,
  summary: msg`in het kort`,
  body: msg`toelichting`,
  applies: msg`wanneer wel`,
  appliesNot: msg`wanneer niet`,
  steps: msg`stappen`,
  caveat: msg`let op`,
  tags: msg`trefwoorden`,
  legalReferences: msg`bronnen`,
  themeCodes: msg`thema’s`,
  validAsOf: msg`gecontroleerd op`,
  reviewBy: msg`herzien vóór`,
  confidentiality: msg`wie dit leest`,
  releaseTo: msg`wie dit leest na validatie`,
};
const isoDay = /^\d{4}-\d{2}-\d{2}$/;

/** Writing that goes on within half an hour is one sitting. */
const sittingBreak = 30 * 60_000;

/** Does this edit of the explanation go on in the newer one, by the same people? */
function goesOn(event: NoteHistory_EventFragment, newer: NoteHistory_EventFragment | undefined): boolean {
  if (newer?.type !== 'NOTE_EDITED' || event.type !== 'NOTE_EDITED') return false;
  const body = ({ changes }: NoteHistory_EventFragment): boolean => changes.every(({ field }) => field === 'body');
  const people = ({ actor, writtenWith }: NoteHistory_EventFragment): string =>
    [actor?.id, ...writtenWith.map(({ id }) => id)].toSorted().join(' ');
  const between = Date.parse(newer.occurredAt) - Date.parse(event.occurredAt);
  return body(event) && body(newer) && people(event) === people(newer) && between < sittingBreak;
}

/** Every version of a note: who did what when, and what of it changed. A sitting of people who write together is told once. */
export function NoteHistory({ events }: { events: readonly FragmentType<NoteHistory_EventFragment>[] }): ReactElement {
  const { t, i18n } = useLingui();
  const { moment, day } = useFormat();
  const { data } = useSuspenseFragment({ fragment: noteHistoryFragment, from: [...events] });
  if (data.length === 0) {
    return (
      <p className="sub">
        <Trans>Nog niets gebeurd dat je mag zien.</Trans>
      </p>
    );
  }
  const told = data.filter((event, index) => !goesOn(event, data[index - 1]));
  function changed(changes: NoteHistory_EventFragment['changes']): string | null {
    const words = changes.flatMap(({ field, after }) => {
      const label = fields[field];
      if (!label) return [];
      return [after && isoDay.test(after) ? `${i18n._(label)} ${day(after)}` : i18n._(label)];
    });
    return words.length > 0 ? words.join(', ') : null;
  }
  return (
    <LineOfStops
      label={t`Versies`}
      tone="log"
      stops={told.map(({ id, type, occurredAt, actor, writtenWith, changes, remark }) => {
        const deed = (writtenWith.length > 0 && deedsTogether[type]) || deeds[type];
        const who = namesInWords([actor?.name ?? t`Het systeem`, ...writtenWith.map(({ name }) => name)]);
        // What a case's own events changed is on the case.
        const what = type.startsWith('NOTE_') && type !== 'NOTE_WRITTEN' ? changed(changes) : null;
        return {
          id,
          at: 'been' as const,
          title: (
            <>
              <b>{who}</b> {deed ? i18n._(deed) : t`werkte dit bij`}
            </>
          ),
          lines: [
            <time key="when" dateTime={occurredAt}>
              {moment(occurredAt)}
            </time>,
            ...(what ? [what] : []),
          ],
          children: remark ? <p>{remark}</p> : undefined,
        };
      })}
    />
  );
}

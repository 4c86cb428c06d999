import { gql, type TypedDocumentNode } from '@apollo/client';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import type { NoteValidity_NoteFragment } from '../../generated/graphql.ts';
import { today } from '../../lib/dates.ts';
import { useFormat } from '../../lib/format.ts';
import { LineOfStops, type Stop } from '../../ui/LineOfStops.tsx';
import { ValidityBand } from '../../ui/ValidityBand.tsx';
import { validityLabels, validityTones } from './note-words.ts';
import { validityLine, type ValidityStop } from './validity-line.ts';

export const noteValidityFragment: TypedDocumentNode<NoteValidity_NoteFragment> = gql`
  fragment NoteValidity_note on KnowledgeNote {
    id
    status
    validity
    validAsOf
    reviewBy
    caveat
    legalReferences {
      text
      url
    }
    openReviews {
      legalEvent {
        id
        title
      }
    }
  }
`;

const bands = { USABLE: 'usable', CHECK_FIRST: 'check', EXPIRED: 'expired' } as const;

/** Whether a note holds today, the one thing to watch, and the line of what it rests on. First on the page: law ages fast. */
export function NoteValidity({ note }: { note: NoteValidity_NoteFragment }): ReactElement {
  const { t, i18n } = useLingui();
  const { day, date } = useFormat();
  const { status, validity, reviewBy, caveat } = note;
  const now = today();

  function linesOf(stop: ValidityStop): ReactNode[] {
    switch (stop.kind) {
      case 'SOURCE':
        return stop.number ? [stop.name, stop.number] : [stop.name];
      case 'CHECKED':
        return [status === 'DRAFT' ? t`Stand van het recht` : t`Laatst gecontroleerd`];
      case 'TODAY':
        return [
          <span key="now" className={validityTones[validity]}>
            {i18n._(validityLabels[validity])}
          </span>,
        ];
      case 'REVIEW':
        return [stop.on < now ? t`Had herzien moeten zijn` : t`Herzien vóór deze dag`];
    }
  }

  const line = validityLine(note, now);
  const here = line.findIndex(({ kind }) => kind === 'TODAY');
  const stops = line.map((stop, index): Stop => ({
    id: `${stop.kind}${index}`,
    at: index < here ? 'been' : index === here ? 'now' : 'ahead',
    title: stop.kind === 'TODAY' ? t`Vandaag, ${day(stop.on)}` : day(stop.on),
    lines: linesOf(stop),
  }));

  const changed = note.openReviews[0]?.legalEvent;
  const why =
    status === 'ARCHIVED'
      ? t`Deze notitie is gearchiveerd. Gebruik haar niet meer.`
      : validity === 'EXPIRED'
        ? t`De herziening is voorbij en niemand heeft haar nog nagekeken.`
        : validity === 'CHECK_FIRST' && status === 'DRAFT'
          ? t`Nog niemand heeft deze notitie gevalideerd.`
          : status === 'REVIEW_DUE'
            ? t`Het recht is veranderd en niemand heeft nog geoordeeld of deze notitie klopt.`
            : validity === 'CHECK_FIRST'
              ? t`De herziening is bijna: kijk of het recht nog hetzelfde is vóór ${date(reviewBy)}.`
              : null;

  return (
    <ValidityBand
      state={bands[validity]}
      // A draft may be past nothing: the day says something only where it ends or ended.
      {...((validity === 'USABLE' || (validity === 'EXPIRED' && status !== 'ARCHIVED')) && { date: reviewBy })}
      note={
        (why || caveat || changed) && (
          <>
            {why}{' '}
            {changed && (
              <Link to="/kennis/recht/$id" params={{ id: changed.id }}>
                {changed.title}
              </Link>
            )}{' '}
            {caveat && <Trans>Let op één ding: {caveat}</Trans>}
          </>
        )
      }
    >
      <LineOfStops label={t`Waar deze notitie op rust`} tone="positive" stops={stops} />
    </ValidityBand>
  );
}

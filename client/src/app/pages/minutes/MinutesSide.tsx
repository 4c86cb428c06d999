import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { Minutes } from '../../../features/minutes/minutes-documents.ts';
import type { Presence } from '../../../generated/graphql.ts';
import { useFormat } from '../../../lib/format.ts';
import { LineOfStops, type Stop } from '../../../ui/LineOfStops.tsx';
import { Section } from '../../../ui/Section.tsx';
import { FeedbackToCases } from './FeedbackToCases.tsx';
import type { MinutesMeeting } from './minutes-shown.ts';

type Attendance = Minutes['attendance'][number];

const order = ['DRAFT', 'REVIEW', 'ADOPTED', 'PUBLISHED'] as const;

/** How far the minutes are, who was there, and whom the table still owes an answer. */
export function MinutesSide({ meeting, minutes }: { meeting: MinutesMeeting; minutes: Minutes }): ReactElement {
  const { t } = useLingui();
  const { day, longDay } = useFormat();
  const { minutesState, drawnUpAt, reviewBy, adoptedAt, adoptedBy, adoptedIn, publishedAt, hash, attendance } = minutes;
  const now = order.indexOf(minutesState);
  const nameOf = ({ person, isGuest, substitutesFor }: Attendance): string => {
    if (substitutesFor) return t`${person.name} (voor ${substitutesFor.name})`;
    return isGuest ? t`${person.name} (gast)` : person.name;
  };
  const at = (index: number): Stop['at'] =>
    index < now || minutesState === 'PUBLISHED' ? 'been' : index === now ? 'now' : 'ahead';
  const stops: Stop[] = [
    { id: 'draft', at: at(0), title: t`Opgemaakt`, lines: [day(drawnUpAt)] },
    { id: 'review', at: at(1), title: t`Bij de deelnemers`, lines: reviewBy ? [t`reageren tot ${day(reviewBy)}`] : [] },
    {
      id: 'adopted',
      at: at(2),
      title: t`Vastgesteld`,
      lines: adoptedAt
        ? [
            day(adoptedAt),
            adoptedIn ? t`in de vergadering van ${longDay(adoptedIn.startsAt)}` : t`schriftelijk`,
            ...(adoptedBy ? [adoptedBy.name] : []),
          ]
        : [],
    },
    { id: 'published', at: at(3), title: t`Gepubliceerd`, lines: publishedAt ? [day(publishedAt)] : [] },
  ];
  const those = (...presences: Presence[]): readonly Attendance[] =>
    attendance.filter(({ presence }) => presence && presences.includes(presence));
  const groups = [
    { id: 'room', label: t`In de zaal`, people: those('IN_ROOM') },
    { id: 'online', label: t`Online`, people: those('ONLINE') },
    { id: 'notice', label: t`Afgemeld`, people: those('ABSENT_WITH_NOTICE') },
    { id: 'absent', label: t`Afwezig`, people: those('ABSENT') },
  ].filter(({ people }) => people.length > 0);
  return (
    <>
      <Section title={t`Van concept tot vastgesteld`}>
        <LineOfStops label={t`Van concept tot vastgesteld`} stops={stops} />
        {hash && (
          <p className="sub small">
            <Trans>
              Kenmerk van de vastgestelde tekst (SHA-256): <code>{hash}</code>
            </Trans>
          </p>
        )}
      </Section>
      <FeedbackToCases meeting={meeting} />
      <Section title={t`Aanwezig`} aside={those('IN_ROOM', 'ONLINE').length}>
        {groups.length === 0 && (
          <p className="sub">
            <Trans>De presentie is niet bijgehouden.</Trans>
          </p>
        )}
        {groups.map(({ id, label, people }) => (
          <p key={id}>
            <b className="strong">{label}</b> {people.map(nameOf).join(', ')}
          </p>
        ))}
      </Section>
    </>
  );
}

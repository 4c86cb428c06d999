import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { Minutes } from '../../../features/minutes/minutes-documents.ts';
import { useFormat } from '../../../lib/format.ts';
import { LineOfStops, type Stop } from '../../../ui/LineOfStops.tsx';
import { List } from '../../../ui/List.tsx';
import { Section } from '../../../ui/Section.tsx';
import { FeedbackToCases } from './FeedbackToCases.tsx';
import type { MinutesMeeting } from './minutes-shown.ts';

const order = ['DRAFT', 'REVIEW', 'ADOPTED', 'PUBLISHED'] as const;

/** How far the minutes are, who was there, and whom the table still owes an answer. */
export function MinutesSide({ meeting, minutes }: { meeting: MinutesMeeting; minutes: Minutes }): ReactElement {
  const { t } = useLingui();
  const { day, longDay } = useFormat();
  const { minutesState, drawnUpAt, reviewBy, adoptedAt, adoptedBy, adoptedIn, publishedAt, hash, attendance } = minutes;
  const now = order.indexOf(minutesState);
  const at = (index: number): Stop['at'] =>
    index < now || minutesState === 'PUBLISHED' ? 'been' : index === now ? 'now' : 'ahead';
  const presenceWords = {
    IN_ROOM: t`in de zaal`,
    ONLINE: t`online`,
    ABSENT_WITH_NOTICE: t`afgemeld`,
    ABSENT: t`afwezig`,
  };
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
  const here = attendance.filter(({ presence }) => presence === 'IN_ROOM' || presence === 'ONLINE');
  const away = attendance.filter(({ presence }) => presence === 'ABSENT_WITH_NOTICE' || presence === 'ABSENT');
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
      <Section title={t`Aanwezig`} aside={here.length}>
        <List label={t`Aanwezig`}>
          {here.map(({ person, presence, isGuest, substitutesFor }) => (
            <li key={person.id}>
              <p>{person.name}</p>
              <p className="sub small">
                {person.organisation.name}
                {presence && `, ${presenceWords[presence]}`}
                {isGuest && `, ${t`gast`}`}
                {substitutesFor && (
                  <>
                    {', '}
                    <Trans>voor {substitutesFor.name}</Trans>
                  </>
                )}
              </p>
            </li>
          ))}
        </List>
        {away.length > 0 && (
          <p className="sub small">
            <Trans>Niet aanwezig: {away.map(({ person }) => person.name).join(', ')}</Trans>
          </p>
        )}
      </Section>
    </>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { AgendaItem } from '../../../../features/meetings/agenda-documents.ts';
import { useFormat } from '../../../../lib/format.ts';
import { List } from '../../../../ui/List.tsx';
import { Section } from '../../../../ui/Section.tsx';

/** What an item is about beside cases: notes with how far they hold, projects and earlier meetings. */
export function ItemLinks({ item }: { item: AgendaItem }): ReactElement | null {
  const { t } = useLingui();
  const { date } = useFormat();
  const validity = { USABLE: t`bruikbaar`, CHECK_FIRST: t`eerst controleren`, EXPIRED: t`verlopen` };
  const others = item.subjects.filter(({ __typename }) => __typename !== 'Bottleneck');
  if (others.length === 0) return null;
  return (
    <Section title={t`Gaat ook over`}>
      <List>
        {others.map((subject) => (
          <li key={subject.id}>
            {subject.__typename === 'KnowledgeNote' && (
              <>
                <Link className="quiet-link strong" to="/kennis/$slug" params={{ slug: subject.slug }}>
                  {subject.title}
                </Link>
                <p className="sub small">
                  <Trans>
                    {validity[subject.validity]}, herzien vóór {date(subject.reviewBy)}
                  </Trans>
                </p>
              </>
            )}
            {subject.__typename === 'Project' && <span className="strong">{subject.name}</span>}
            {subject.__typename === 'Meeting' && (
              <Link className="quiet-link strong" to="/vergaderingen/$id/verslag" params={{ id: subject.id }}>
                <Trans>Verslag van {date(subject.startsAt)}</Trans>
              </Link>
            )}
          </li>
        ))}
      </List>
    </Section>
  );
}

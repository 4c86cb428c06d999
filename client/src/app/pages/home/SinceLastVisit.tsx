import type { FragmentType } from '@apollo/client';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { InboxRow_ItemFragment } from '../../../generated/graphql.ts';
import { InboxRow } from '../../../features/notifications/InboxRow.tsx';
import { useFormat } from '../../../lib/format.ts';
import { List } from '../../../ui/List.tsx';
import { Section } from '../../../ui/Section.tsx';

interface SinceLastVisitProps {
  /** ISO moment; null on a first visit. */
  since: string | null;
  items: readonly (FragmentType<InboxRow_ItemFragment> & { id: string; event: { id: string; occurredAt: string } })[];
}

/** What reached the viewer since they were here last. */
export function SinceLastVisit({ since, items }: SinceLastVisitProps): ReactElement {
  const { t } = useLingui();
  const { moment } = useFormat();
  const news = items.filter(({ event }) => !since || event.occurredAt > since);
  return (
    <Section
      title={since ? t`Sinds ${moment(since)}` : t`Nieuw voor jou`}
      aside={news.length > 0 ? <Plural value={news.length} one="# wijziging" other="# wijzigingen" /> : undefined}
    >
      {news.length === 0 ? (
        <p className="sub">
          {since ? (
            <Trans>Er veranderde niets aan wat je volgt.</Trans>
          ) : (
            <Trans>Welkom. Wat er verandert aan je knelpunten, notities en tafels komt hier te staan.</Trans>
          )}
        </p>
      ) : (
        <List ordered>
          {news.map((item) => (
            <li key={item.id}>
              <InboxRow item={item} />
            </li>
          ))}
        </List>
      )}
    </Section>
  );
}

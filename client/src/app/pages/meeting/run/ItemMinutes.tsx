import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { LateMinutesText } from '../../../../features/minutes-text/late-minutes-text.tsx';
import { Section } from '../../../../ui/Section.tsx';
import { useToast } from '../../../../ui/Toast.tsx';
import type { RunItem } from './run-view-query.ts';

interface ItemMinutesProps {
  meetingId: string;
  item: RunItem;
  canWrite: boolean;
}

/** What is written down of the item, by all who take part, as it goes. */
export function ItemMinutes({ meetingId, item, canWrite }: ItemMinutesProps): ReactElement {
  const { t } = useLingui();
  const toast = useToast();
  const label = t`Verslag van punt ${item.position}`;
  return (
    <Section title={label}>
      <LateMinutesText
        key={item.id}
        meetingId={meetingId}
        itemId={item.id}
        canWrite={canWrite}
        label={label}
        onRefusedText={() =>
          toast({
            kind: 'error',
            text: t`Dit verslag is intussen vastgesteld. Stel je tekst voor als aanvulling erop.`,
          })
        }
      />
    </Section>
  );
}

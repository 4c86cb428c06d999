import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { AgendaItem } from '../../../../features/meetings/agenda-documents.ts';
import { abilityOf } from '../../../../features/meetings/agenda-facts.ts';
import { OutcomeForm } from '../../../../features/meetings/OutcomeForm.tsx';
import { PaperList } from '../../../../features/meetings/papers/PaperList.tsx';
import type { AgendaEditing } from '../../../../features/meetings/use-agenda.ts';
import type { CaseAtTable_BottleneckFragment } from '../../../../generated/graphql.ts';
import { useFormat } from '../../../../lib/format.ts';
import { Ask } from '../../../../ui/Ask.tsx';
import { LockIcon } from '../../../../ui/icons.tsx';
import { Note } from '../../../../ui/Note.tsx';
import { Prose } from '../../../../ui/Prose.tsx';
import { Section } from '../../../../ui/Section.tsx';
import { CaseAtTable } from '../CaseAtTable.tsx';
import { ItemLinks } from './ItemLinks.tsx';
import type { ItemInPreparation } from './preparation-query.ts';

interface ItemContentProps {
  item: AgendaItem;
  prepared: ItemInPreparation | undefined;
  cases: readonly CaseAtTable_BottleneckFragment[];
  editing: AgendaEditing;
  viewerId: string;
}

/** What is proposed, what it is about, its papers, and what was agreed. */
export function ItemContent({ item, prepared, cases, editing, viewerId }: ItemContentProps): ReactElement {
  const { t } = useLingui();
  const { date } = useFormat();
  const record = abilityOf(editing.agenda, 'RECORD_OUTCOME');
  const { proposedDecision, outcome } = item;
  return (
    <>
      {proposedDecision && <Ask heading={t`Voorgesteld besluit`}>{proposedDecision}</Ask>}
      {prepared?.annotation && (
        <Note kind="info" icon={<LockIcon />} title={t`Jouw aantekening, alleen voor jou`}>
          <p>{prepared.annotation}</p>
        </Note>
      )}
      {prepared?.continues && (
        <p>
          <Trans>
            Dit punt gaat verder waar{' '}
            <Link
              to="/vergaderingen/$id"
              params={{ id: prepared.continues.meeting.id }}
              search={{ punt: prepared.continues.id }}
            >
              {date(prepared.continues.meeting.startsAt)}
            </Link>{' '}
            ophield.
          </Trans>
        </p>
      )}
      {cases.map((bottleneck) => (
        <CaseAtTable key={bottleneck.id} bottleneck={bottleneck} />
      ))}
      <ItemLinks item={item} />
      {prepared && <PaperList item={prepared} />}
      {record.allowed ? (
        <OutcomeForm key={item.id} item={item} editing={editing} viewerId={viewerId} />
      ) : (
        outcome && (
          <Section title={t`Wat is afgesproken`}>
            <Prose>
              <p>{outcome}</p>
            </Prose>
          </Section>
        )
      )}
    </>
  );
}

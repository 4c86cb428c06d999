import { useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactElement } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import type { Problem } from '../commands/problem.ts';
import { useCommand } from '../commands/use-command.ts';
import { useArrivals } from '../live/use-arrivals.ts';
import { CommentField } from './CommentField.tsx';
import { CommentItem } from './CommentItem.tsx';
import { addCommentMutation, caseDiscussionQuery } from './discussion-documents.ts';
import { useMentions } from './use-mentions.ts';

export interface CommentsProps {
  number: string;
}

function AddComment({ bottleneck }: { bottleneck: { id: string } }): ReactElement {
  const { t } = useLingui();
  const add = useCommand(addCommentMutation);
  const content = useMentions(`comment ${bottleneck.id}`);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  async function send(): Promise<void> {
    const input = { bottleneckId: bottleneck.id, text: content.text.trim(), mentionIds: content.mentionIds() };
    const outcome = await add.run({ input }, { refetch: ['CaseDiscussion'] });
    setProblems(outcome.kind === 'problems' ? outcome.problems : []);
    if (outcome.kind === 'done') content.sent();
  }
  return (
    <CommentField
      label={t`Reageer`}
      hint={t`Wie dit knelpunt mag zien, leest het.`}
      content={content}
      problems={problems}
      send={{ label: t`Plaats reactie`, onPress: () => void send(), busy: add.busy }}
    />
  );
}

/** What people say about a case, the oldest first, and where one says something oneself. */
export function Comments({ number }: CommentsProps): ReactElement | null {
  const { t } = useLingui();
  const { data, refetch, fetchMore } = useQuery(caseDiscussionQuery, {
    variables: { number },
    fetchPolicy: 'cache-and-network',
  });
  const [loading, setLoading] = useState(false);
  const bottleneck = data?.bottleneck;
  const { arrivedAt } = useArrivals(
    { subjectId: bottleneck?.id ?? 'none', subjectType: 'Comment' },
    { sentence: () => t`Nieuwe reactie bij dit knelpunt`, refetch: () => void refetch().catch(() => undefined) },
  );
  if (!bottleneck) return null;
  const { edges, pageInfo, totalCount } = bottleneck.comments;
  const ability = bottleneck.viewerCan.find(({ verb }) => verb === 'COMMENT');
  const mayComment = ability?.allowed ?? false;
  if (edges.length === 0 && !mayComment) return null;

  async function older(): Promise<void> {
    setLoading(true);
    await fetchMore({ variables: { after: pageInfo.endCursor ?? null } }).catch(() => undefined);
    setLoading(false);
  }

  return (
    <Section title={t`Reacties`} aside={totalCount || undefined}>
      {pageInfo.hasNextPage && (
        <Button variant="quiet" busy={loading} onPress={() => void older()}>
          <Trans>Toon eerdere reacties</Trans>
        </Button>
      )}
      {edges.length > 0 ? (
        <ul className="list out" aria-label={t`Reacties`}>
          {edges.toReversed().map(({ node }) => (
            <CommentItem key={node.id} comment={node} fresh={arrivedAt(node.id) !== undefined} />
          ))}
        </ul>
      ) : (
        <p className="sub">
          <Trans>Nog geen reacties. Stel een vraag, of vertel wat er speelt.</Trans>
        </p>
      )}
      {mayComment ? (
        <AddComment bottleneck={bottleneck} />
      ) : (
        ability?.reason && <p className="sub small">{ability.reason}</p>
      )}
    </Section>
  );
}

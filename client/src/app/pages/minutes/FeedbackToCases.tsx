import { gql, type TypedDocumentNode } from '@apollo/client';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { problemFragment } from '../../../features/commands/problem.ts';
import { useCommand } from '../../../features/commands/use-command.ts';
import { WordsDialog } from '../../../features/minutes/WordsDialog.tsx';
import type { RecordFeedbackMutation, RecordFeedbackMutationVariables } from '../../../generated/graphql.ts';
import { useFormat } from '../../../lib/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { DateWithDistance } from '../../../ui/DateWithDistance.tsx';
import { List } from '../../../ui/List.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { may, type MinutesMeeting } from './minutes-shown.ts';

const recordFeedbackMutation: TypedDocumentNode<RecordFeedbackMutation, RecordFeedbackMutationVariables> = gql`
  mutation RecordFeedback($input: FeedbackInput!, $idempotencyKey: ID) {
    recordFeedback(input: $input, idempotencyKey: $idempotencyKey) {
      feedback {
        id
        doneAt
        overdue
        note
        doneBy {
          id
          name
        }
        viewerCan {
          verb
          allowed
          reason
        }
      }
      problems {
        ...Problem_problem @unmask
      }
    }
  }
  ${problemFragment}
`;

type Feedback = MinutesMeeting['feedback'][number];

/** Which municipalities must hear what the table did with their case, and which have. */
export function FeedbackToCases({ meeting }: { meeting: MinutesMeeting }): ReactElement | null {
  const { t } = useLingui();
  const { day } = useFormat();
  const toast = useToast();
  const command = useCommand(recordFeedbackMutation);
  const [telling, setTelling] = useState<Feedback | null>(null);
  if (meeting.feedback.length === 0) return null;
  const open = meeting.feedback.filter(({ doneAt }) => !doneAt).length;
  return (
    <Section title={t`Terugkoppeling`} aside={open > 0 ? t`${open} open` : t`alles gedaan`}>
      <List>
        {meeting.feedback.map((feedback) => {
          const { id, bottleneck, municipality, dueOn, doneAt, doneBy, note } = feedback;
          return (
            <li className="stack stack-xs" key={id}>
              <p>
                <b className="strong">{municipality.name}</b>{' '}
                <Link to="/knelpunten/$number" params={{ number: bottleneck.number }}>
                  {bottleneck.number}
                </Link>
              </p>
              {doneAt ? (
                <p className="sub small">
                  <Trans>
                    Teruggekoppeld op {day(doneAt)} door {doneBy?.name ?? ''}
                  </Trans>
                  {note && `: ${note}`}
                </p>
              ) : (
                <>
                  <p className="small">
                    <DateWithDistance date={dueOn} />
                  </p>
                  {may(feedback, 'RECORD').allowed && (
                    <div>
                      <Button onPress={() => setTelling(feedback)}>
                        <Trans>Meld teruggekoppeld</Trans> <span className="vh">{bottleneck.number}</span>
                      </Button>
                    </div>
                  )}
                </>
              )}
            </li>
          );
        })}
      </List>
      {telling && (
        <WordsDialog
          title={t`Teruggekoppeld aan ${telling.municipality.name}`}
          label={t`Hoe, en aan wie?`}
          required={false}
          confirm={t`Leg vast`}
          field="note"
          busy={command.busy}
          onSend={async (words) => {
            const outcome = await command.run({ input: { feedbackId: telling.id, ...(words && { note: words }) } });
            if (outcome.kind === 'done')
              toast({ text: t`Terugkoppeling over ${telling.bottleneck.number} vastgelegd` });
            return outcome.kind === 'problems' ? outcome.problems : null;
          }}
          onClose={() => setTelling(null)}
        >
          <p className="sub">{telling.bottleneck.title}</p>
        </WordsDialog>
      )}
    </Section>
  );
}

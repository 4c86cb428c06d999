import { gql, type TypedDocumentNode } from '@apollo/client';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import type { AskedOfMe_AskedFragment } from '../../../generated/graphql.ts';
import { dayOf, distanceInDays, dueTone, today } from '../../../lib/dates.ts';
import { useFormat } from '../../../lib/format.ts';
import { buttonClass } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { List } from '../../../ui/List.tsx';
import { Meta } from '../../../ui/Meta.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useAskedWords } from './asked-words.ts';

/** Asked has no id, so it is unmasked: `askedOfMe { ...AskedOfMe_asked @unmask }`. */
export const askedOfMeFragment: TypedDocumentNode<AskedOfMe_AskedFragment> = gql`
  fragment AskedOfMe_asked on Asked {
    kind
    dueOn
    verb
    bottleneck {
      id
      number
      title
      homesBlocked
    }
    meeting {
      id
      startsAt
      table {
        id
        shortName
      }
    }
    action {
      id
      number
      what
      owner {
        id
        name
      }
    }
  }
`;

function When({ dueOn }: { dueOn: string | null }): ReactElement {
  const { day, deadline } = useFormat();
  if (!dueOn) {
    return (
      <div className="sub">
        <Trans>zonder datum</Trans>
      </div>
    );
  }
  const tone = dueTone(distanceInDays(dueOn, today()));
  return (
    <div>
      <time className="strong" dateTime={dayOf(dueOn)}>
        {day(dueOn)}
      </time>{' '}
      <span className={`${tone === 'later' ? 'sub' : tone} ask-when`}>{deadline(dueOn)}</span>
    </div>
  );
}

function AskedRow({ asked }: { asked: AskedOfMe_AskedFragment }): ReactElement {
  const { titleOf, reasonOf, verbOf } = useAskedWords();
  const { bottleneck, meeting, action } = asked;
  const link = (className: string, words: string, name?: string): ReactElement => {
    const label = name ? `${words}: ${name}` : undefined;
    if (bottleneck) {
      return (
        <Link className={className} to="/knelpunten/$number" params={{ number: bottleneck.number }} aria-label={label}>
          {words}
        </Link>
      );
    }
    if (meeting) {
      return (
        <Link className={className} to="/vergaderingen/$id" params={{ id: meeting.id }} aria-label={label}>
          {words}
        </Link>
      );
    }
    if (action) {
      return (
        <Link className={className} to="/acties" search={{}} aria-label={label}>
          {words}
        </Link>
      );
    }
    return <span className="strong">{words}</span>;
  };
  const title = titleOf(asked);
  return (
    <li>
      <When dueOn={asked.dueOn} />
      <div>
        {link('quiet-link strong', title)}
        <Meta>{reasonOf(asked)}</Meta>
      </div>
      <div>{link(buttonClass(), verbOf(asked), title)}</div>
    </li>
  );
}

interface AskedOfMeProps {
  asked: readonly AskedOfMe_AskedFragment[];
  /** To where more of it stands. */
  link?: ReactNode;
}

/** What is asked of the viewer: of whom, what, before when; what is late stands first. */
export function AskedOfMe({ asked, link }: AskedOfMeProps): ReactElement {
  const { t } = useLingui();
  return (
    <Section
      title={t`Van jou gevraagd`}
      aside={asked.length > 0 ? t`${asked.length}, eerst wat te laat is` : undefined}
      actions={link}
    >
      {asked.length === 0 ? (
        <EmptyState
          title={t`Er wordt nu niets van je gevraagd`}
          action={
            <Link to="/knelpunten">
              <Trans>Bekijk wat er speelt</Trans>
            </Link>
          }
        >
          <Trans>
            Zodra een tafel, een eigenaar of een vergadering iets van je nodig heeft, staat het hier met een datum.
          </Trans>
        </EmptyState>
      ) : (
        <List dated>
          {asked.map((one) => (
            <AskedRow
              key={`${one.kind} ${one.bottleneck?.id ?? ''} ${one.meeting?.id ?? ''} ${one.action?.id ?? ''} ${one.verb ?? ''}`}
              asked={one}
            />
          ))}
        </List>
      )}
    </Section>
  );
}

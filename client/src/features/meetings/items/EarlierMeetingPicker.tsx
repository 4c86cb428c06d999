import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { EarlierMeetingsQuery, EarlierMeetingsQueryVariables } from '../../../generated/graphql.ts';
import { dayOf, today } from '../../../lib/dates.ts';
import { useFormat } from '../../../lib/format.ts';
import { Select } from '../../../ui/Select.tsx';

const earlierMeetingsQuery: TypedDocumentNode<EarlierMeetingsQuery, EarlierMeetingsQueryVariables> = gql`
  query EarlierMeetings($tableId: ID!) {
    node(id: $tableId) {
      id
      ... on AccelerationTable {
        meetings(first: 50) {
          edges {
            cursor
            node {
              id
              startsAt
              meetingState: state
            }
          }
        }
      }
    }
  }
`;

interface EarlierMeetingPickerProps {
  tableId: string;
  onChange: (meeting: { id: string; startsAt: string }) => void;
}

/** An earlier meeting of the table, for its minutes or its list of decisions. */
export function EarlierMeetingPicker({ tableId, onChange }: EarlierMeetingPickerProps): ReactElement {
  const { t } = useLingui();
  const { date } = useFormat();
  const { data, loading } = useQuery(earlierMeetingsQuery, { variables: { tableId } });
  const table = data?.node?.__typename === 'AccelerationTable' ? data.node : undefined;
  const earlier = (table?.meetings.edges ?? [])
    .map(({ node }) => node)
    .filter(({ startsAt, meetingState }) => dayOf(startsAt) < today() && meetingState !== 'CANCELLED')
    .toSorted((one, other) => other.startsAt.localeCompare(one.startsAt));
  if (!loading && earlier.length === 0) return <p className="sub">{t`Deze tafel heeft nog niet eerder vergaderd.`}</p>;
  return (
    <Select
      label={t`Eerdere vergadering`}
      value={null}
      placeholder={loading ? t`Wordt opgehaald` : t`Kies een vergadering`}
      options={earlier.map(({ id, startsAt }) => ({ id, label: date(startsAt) }))}
      onChange={(id) => {
        const chosen = earlier.find((meeting) => meeting.id === id);
        if (chosen) onChange(chosen);
      }}
    />
  );
}

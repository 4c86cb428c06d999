import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { tableRoles, type TableRole } from '@versnellingstafel/shared/tables/roles';
import type { MemberList_TableFragment } from '../../generated/graphql.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { List } from '../../ui/List.tsx';
import { Section } from '../../ui/Section.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { PersonName, personNameFragment } from '../people/PersonName.tsx';

export const memberListFragment: TypedDocumentNode<MemberList_TableFragment> = gql`
  fragment MemberList_table on AccelerationTable {
    id
    members {
      role
      mandate
      table {
        id
      }
      person {
        id
        name
        ...PersonName_person
      }
    }
  }
  ${personNameFragment}
`;

const headings: Record<TableRole, MessageDescriptor> = {
  CHAIR: msg`Voorzitter`,
  SECRETARY: msg`Secretaris`,
  PARTICIPANT: msg`Deelnemers`,
  OBSERVER: msg`Waarnemers`,
};

/** Who sits at the table, by role; a mandate is a word behind the name. */
export function MemberList({ table }: { table: FragmentType<MemberList_TableFragment> }): ReactElement {
  const { t, i18n } = useLingui();
  const { data } = useSuspenseFragment({ fragment: memberListFragment, fragmentName: 'MemberList_table', from: table });
  const groups = tableRoles
    .map((role) => ({
      role,
      members: data.members
        .filter((member) => member.role === role)
        .toSorted((one, other) => one.person.name.localeCompare(other.person.name, 'nl')),
    }))
    .filter(({ members }) => members.length > 0);
  return (
    <Section title={t`Wie zitten er aan tafel`} aside={data.members.length > 0 ? data.members.length : undefined}>
      {groups.length === 0 && (
        <EmptyState title={t`Nog niemand`}>
          <Trans>De functioneel beheerder wijst een voorzitter en een secretaris aan.</Trans>
        </EmptyState>
      )}
      <Stack gap="xl">
        {groups.map(({ role, members }) => (
          <div key={role} className="members">
            <h3 className="sub small">{i18n._(headings[role])}</h3>
            <List>
              {members.map(({ person, mandate }) => (
                <li key={person.id} className="member">
                  <PersonName person={person} />
                  {mandate && (
                    <Tag>
                      <Trans>mandaat</Trans>
                    </Tag>
                  )}
                </li>
              ))}
            </List>
          </div>
        ))}
      </Stack>
    </Section>
  );
}

import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import type { ReactElement } from 'react';
import type { PersonName_PersonFragment } from '../../generated/graphql.ts';
import { Who } from '../../ui/Who.tsx';

export const personNameFragment: TypedDocumentNode<PersonName_PersonFragment> = gql`
  fragment PersonName_person on Person {
    id
    name
    jobTitle
    organisation {
      id
      name
      shortName
    }
  }
`;

/** A person as others know them: the letters of the organisation, the name, what they do and for whom. */
export function PersonName({ person }: { person: FragmentType<PersonName_PersonFragment> }): ReactElement {
  const { data } = useSuspenseFragment({ fragment: personNameFragment, from: person });
  const { name, jobTitle, organisation } = data;
  return (
    <span className="person">
      <Who letters={organisation.shortName.slice(0, 2).toUpperCase()} />
      <span>
        <span className="strong">{name}</span>
        <span className="person-what sub small">
          {name.startsWith(jobTitle) ? organisation.name : `${jobTitle}, ${organisation.name}`}
        </span>
      </span>
    </span>
  );
}

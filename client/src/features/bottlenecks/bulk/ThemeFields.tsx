import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { BulkThemesQuery, BulkThemesQueryVariables } from '../../../generated/graphql.ts';
import { CheckboxGroup } from '../../../ui/CheckboxGroup.tsx';

const bulkThemesQuery: TypedDocumentNode<BulkThemesQuery, BulkThemesQueryVariables> = gql`
  query BulkThemes {
    themes {
      id
      code
      name
    }
  }
`;

interface ThemeFieldsProps {
  added: readonly string[];
  removed: readonly string[];
  onAdd: (codes: readonly string[]) => void;
  onRemove: (codes: readonly string[]) => void;
  error: string | undefined;
}

/** Which themes come and which go; the other themes of each case stay. */
export function ThemeFields({ added, removed, onAdd, onRemove, error }: ThemeFieldsProps): ReactElement {
  const { t } = useLingui();
  const { data } = useQuery(bulkThemesQuery);
  const options = (data?.themes ?? []).map(({ code, name }) => ({ id: code, label: name }));
  return (
    <div className="versus">
      <CheckboxGroup
        label={t`Komt erbij`}
        required={false}
        value={added}
        options={options}
        onChange={(codes) => {
          onAdd(codes);
          onRemove(removed.filter((code) => !codes.includes(code)));
        }}
        {...(error && { error })}
      />
      <CheckboxGroup
        label={t`Gaat eraf`}
        required={false}
        value={removed}
        options={options}
        onChange={(codes) => {
          onRemove(codes);
          onAdd(added.filter((code) => !codes.includes(code)));
        }}
      />
    </div>
  );
}

import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { SearchFacet } from '../../../features/search/search-documents.ts';
import { withFilters } from '../../../features/search/with-filters.ts';
import { FilterButton } from '../../../ui/FilterButton.tsx';
import { Toolbar } from '../../../ui/Toolbar.tsx';

const names: Readonly<Record<SearchFacet['name'], MessageDescriptor>> = {
  THEME: msg`Thema`,
  REGION: msg`Regio`,
  MUNICIPALITY: msg`Gemeente`,
  TABLE: msg`Tafel`,
  STATE: msg`Status`,
  VALIDITY: msg`Geldigheid`,
  YEAR: msg`Jaar`,
};

interface FacetsProps {
  query: string;
  facets: readonly SearchFacet[];
  /** The question with a filter more or less. */
  onChange: (query: string) => void;
}

/** Narrows what was found. A choice is written into the question, so that people see how they could have typed it. */
export function Facets({ query, facets, onChange }: FacetsProps): ReactElement | null {
  const { t, i18n } = useLingui();
  if (facets.length === 0) return null;
  return (
    <Toolbar label={t`Filters`}>
      {facets.map(({ name, values }) => (
        <FilterButton
          key={name}
          label={i18n._(names[name])}
          options={values.map(({ filter, label, count }) => ({ id: filter, label, count }))}
          selected={values.filter(({ askedBy }) => askedBy.length > 0).map(({ filter }) => filter)}
          onChange={(chosen) => onChange(withFilters(query, values, chosen))}
        />
      ))}
    </Toolbar>
  );
}

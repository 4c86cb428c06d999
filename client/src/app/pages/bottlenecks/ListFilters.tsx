import { gql, type TypedDocumentNode } from '@apollo/client';
import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { ListSearch } from '../../../features/bottlenecks/bottleneck-address.ts';
import { isBottleneckState } from '../../../features/bottlenecks/bottleneck-search.ts';
import type { ListFilters_FacetsFragment } from '../../../generated/graphql.ts';
import { useTypedText } from '../../../lib/typed-text.ts';
import { FilterButton } from '../../../ui/FilterButton.tsx';
import { SearchField } from '../../../ui/SearchField.tsx';
import { stateLabels } from '../../../ui/StateMark.tsx';
import { Toolbar } from '../../../ui/Toolbar.tsx';

export const listFiltersFragment: TypedDocumentNode<ListFilters_FacetsFragment> = gql`
  fragment ListFilters_facets on BottleneckFacets {
    states {
      value
      count
    }
    themes {
      value
      label
      count
    }
    municipalities {
      value
      label
      count
    }
  }
`;

/** Typing settles this long (milliseconds) before the list is asked again. */
const settle = 200;

interface ListFiltersProps {
  facets: ListFilters_FacetsFragment;
  search: ListSearch;
  /** The change of the address; undefined takes a filter off. */
  onChange: (change: { [K in keyof ListSearch]: ListSearch[K] | undefined }) => void;
}

const orAbsent = <T,>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined);

/** The filters of the list. Each lives in the address, so that a list can be mailed as it stands. */
export function ListFilters({ facets, search, onChange }: ListFiltersProps): ReactElement {
  const { t, i18n } = useLingui();
  const { text, type } = useTypedText(search.tekst ?? '', (tekst) => onChange({ tekst: tekst || undefined }), settle);

  return (
    <Toolbar label={t`Filters`}>
      <SearchField
        label={t`Zoek in deze lijst`}
        placeholder={t`Zoek in deze lijst`}
        size="list"
        value={text}
        onChange={type}
      />
      <FilterButton
        label={t`Staat`}
        options={facets.states
          .filter(({ value }) => isBottleneckState(value))
          .map(({ value, count }) => ({
            id: value,
            label: isBottleneckState(value) ? i18n._(stateLabels[value]) : value,
            count,
          }))}
        selected={search.staat ?? []}
        onChange={(ids) => onChange({ staat: orAbsent(ids.filter(isBottleneckState)) })}
      />
      <FilterButton
        label={t`Thema`}
        options={facets.themes.map(({ value, label, count }) => ({ id: value, label, count }))}
        selected={search.thema ?? []}
        onChange={(ids) => onChange({ thema: orAbsent(ids) })}
      />
      <FilterButton
        label={t`Gemeente`}
        searchable
        options={facets.municipalities.map(({ value, label, count }) => ({ id: value, label, count }))}
        selected={search.gemeente ?? []}
        onChange={(ids) => onChange({ gemeente: orAbsent(ids) })}
      />
    </Toolbar>
  );
}

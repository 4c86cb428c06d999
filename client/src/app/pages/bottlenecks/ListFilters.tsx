import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { confidentialities } from '@versnellingstafel/shared/bottlenecks/states';
import { tableLevels } from '@versnellingstafel/shared/tables/roles';
import { useRef, useState, type ReactElement, type ReactNode } from 'react';
import type { ListSearch } from '../../../features/bottlenecks/bottleneck-address.ts';
import { activeFilters, filterOfView, isBottleneckState } from '../../../features/bottlenecks/bottleneck-search.ts';
import { confidentialityLabels } from '../../../features/bottlenecks/confidentiality-words.ts';
import { useLiveRefetch } from '../../../features/live/use-live-refetch.ts';
import type {
  ListFilters_FacetsFragment,
  ListMoreFacetsQuery,
  ListMoreFacetsQueryVariables,
} from '../../../generated/graphql.ts';
import { capital } from '../../../lib/capital.ts';
import { useShortcut } from '../../../lib/shortcuts.ts';
import { useTypedText } from '../../../lib/typed-text.ts';
import { Button } from '../../../ui/Button.tsx';
import { FilterButton } from '../../../ui/FilterButton.tsx';
import { FilterToggle } from '../../../ui/FilterToggle.tsx';
import { levelLabels } from '../../../ui/LevelMark.tsx';
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

/** What fewer people filter by. It comes beside the list, which does not wait for it. */
const moreFacetsQuery: TypedDocumentNode<ListMoreFacetsQuery, ListMoreFacetsQueryVariables> = gql`
  query ListMoreFacets($inView: BottleneckFilter!, $watched: BottleneckFilter!) {
    bottleneckFacets(filter: $inView) {
      owners {
        value
        label
        count
      }
      levels {
        value
        count
      }
      confidentiality {
        value
        count
      }
    }
    watched: bottlenecks(filter: $watched, first: 1) {
      totalCount
    }
  }
`;

/** Typing settles this long (milliseconds) before the list is asked again. */
const settle = 200;

interface ListFiltersProps {
  facets: ListFilters_FacetsFragment;
  search: ListSearch;
  tableId: string | null;
  /** The change of the address; undefined takes a filter off. */
  onChange: (change: { [K in keyof ListSearch]: ListSearch[K] | undefined }) => void;
  /** The shape of the list, at the end of the row. */
  children: ReactNode;
}

const orAbsent = <T,>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined);

/** The filters of the list. Each lives in the address, so that a list can be mailed as it stands. */
export function ListFilters({ facets, search, tableId, onChange, children }: ListFiltersProps): ReactElement {
  const { t, i18n } = useLingui();
  const box = useRef<HTMLSpanElement>(null);
  const { text, type } = useTypedText(search.tekst ?? '', (tekst) => onChange({ tekst: tekst || undefined }), settle);
  const inView = filterOfView(search.weergave ?? 'open', tableId);
  const { data, previousData, refetch } = useQuery(moreFacetsQuery, {
    variables: { inView, watched: { ...inView, watching: true } },
  });
  useLiveRefetch({ subjectType: 'Bottleneck' }, refetch);
  const more = (data ?? previousData)?.bottleneckFacets;
  const watched = (data ?? previousData)?.watched.totalCount;
  const rare = Boolean(search.niveau ?? search.vertrouwelijkheid ?? search.volg);
  const [wide, setWide] = useState(false);
  const [open, setOpen] = useState(false);
  const on = activeFilters(search) - (search.tekst ? 1 : 0);
  useShortcut({
    keys: 'f',
    label: t`Filter`,
    group: t`Lijst`,
    onPress: () => {
      setOpen(true);
      // Once it is shown: on a phone the filters stand folded.
      requestAnimationFrame(() => box.current?.querySelector('button')?.focus());
    },
  });
  const known = <T extends string>(all: readonly T[], value: string): value is T => all.some((one) => one === value);

  return (
    <Toolbar label={t`Filters`}>
      <SearchField
        label={t`Zoek in deze lijst`}
        placeholder={t`Zoek in deze lijst`}
        size="list"
        value={text}
        onChange={type}
      />
      <span className="narrow">
        <Button aria-expanded={open} onPress={() => setOpen(!open)}>
          {on > 0 ? <Plural value={on} one="Filters, # aan" other="Filters, # aan" /> : <Trans>Filters</Trans>}
        </Button>
      </span>
      <span ref={box} className="row filters" data-open={open || undefined}>
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
        <FilterButton
          label={t`Eigenaar`}
          searchable
          options={(more?.owners ?? []).map(({ value, label, count }) => ({ id: value, label, count }))}
          selected={search.eigenaar ?? []}
          onChange={(ids) => onChange({ eigenaar: orAbsent(ids) })}
        />
        {wide || rare ? (
          <>
            <FilterButton
              label={t`Niveau`}
              options={(more?.levels ?? []).flatMap(({ value, count }) =>
                known(tableLevels, value) ? [{ id: value, label: i18n._(levelLabels[value]), count }] : [],
              )}
              selected={search.niveau ?? []}
              onChange={(ids) => onChange({ niveau: orAbsent(tableLevels.filter((one) => ids.includes(one))) })}
            />
            <FilterButton
              label={t`Wie het ziet`}
              options={(more?.confidentiality ?? []).flatMap(({ value, count }) =>
                known(confidentialities, value)
                  ? [{ id: value, label: capital(i18n._(confidentialityLabels[value])), count }]
                  : [],
              )}
              selected={search.vertrouwelijkheid ?? []}
              onChange={(ids) =>
                onChange({ vertrouwelijkheid: orAbsent(confidentialities.filter((one) => ids.includes(one))) })
              }
            />
            <FilterToggle
              label={watched === undefined ? t`Die ik volg` : t`Die ik volg (${watched})`}
              on={search.volg ?? false}
              onChange={(volg) => onChange({ volg: volg || undefined })}
            />
          </>
        ) : (
          <Button variant="quiet" onPress={() => setWide(true)}>
            <Trans>Meer filters</Trans>
          </Button>
        )}
      </span>
      {children}
    </Toolbar>
  );
}

import { gql, type TypedDocumentNode } from '@apollo/client';
import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { regionWords, type ProjectsSearch } from '../../../features/projects/project-address.ts';
import { regionWord } from '../../../features/projects/project-search.ts';
import type { ProjectFilters_RegionFragment } from '../../../generated/graphql.ts';
import { useTypedText } from '../../../lib/typed-text.ts';
import { FilterButton } from '../../../ui/FilterButton.tsx';
import { FilterToggle } from '../../../ui/FilterToggle.tsx';
import { SearchField } from '../../../ui/SearchField.tsx';
import { Toolbar } from '../../../ui/Toolbar.tsx';

export const projectFiltersFragment: TypedDocumentNode<ProjectFilters_RegionFragment> = gql`
  fragment ProjectFilters_region on Region {
    id
    code
    name
    municipalities {
      id
      code
      name
    }
  }
`;

/** Typing settles this long (milliseconds) before the list is asked again. */
const settle = 200;

interface ProjectFiltersProps {
  regions: readonly ProjectFilters_RegionFragment[];
  search: ProjectsSearch;
  /** The change of the address; undefined takes a filter off. */
  onChange: (change: { [K in keyof ProjectsSearch]: ProjectsSearch[K] | undefined }) => void;
}

/** The filters of the list. Each lives in the address, so that a list can be mailed as it stands. */
export function ProjectFilters({ regions, search, onChange }: ProjectFiltersProps): ReactElement {
  const { t, i18n } = useLingui();
  const { text, type } = useTypedText(search.tekst ?? '', (tekst) => onChange({ tekst: tekst || undefined }), settle);

  const municipalities = regions
    .filter(({ code }) => !search.regio || regionWord(code) === search.regio)
    .flatMap((region) => region.municipalities)
    .toSorted((one, other) => one.name.localeCompare(other.name, i18n.locale));

  return (
    <Toolbar label={t`Filters`}>
      <SearchField
        label={t`Zoek in projecten`}
        placeholder={t`Naam, plannummer of gemeente`}
        size="list"
        value={text}
        onChange={type}
      />
      <FilterButton
        label={t`Regio`}
        single
        options={regions.map(({ code, name }) => ({ id: regionWord(code), label: name }))}
        selected={search.regio ? [search.regio] : []}
        onChange={([id]) => {
          const regio = regionWords.find((word) => word === id);
          const within = regions.some(
            ({ code, municipalities: places }) =>
              regionWord(code) === regio && places.some((place) => place.code === search.gemeente),
          );
          // A municipality of the other region would leave nothing.
          onChange({ regio, gemeente: regio && !within ? undefined : search.gemeente });
        }}
      />
      <FilterButton
        label={t`Gemeente`}
        single
        searchable
        options={municipalities.map(({ code, name }) => ({ id: code, label: name }))}
        selected={search.gemeente ? [search.gemeente] : []}
        onChange={([gemeente]) => onChange({ gemeente })}
      />
      <FilterToggle
        label={t`Sleutelproject`}
        on={search.sleutel ?? false}
        onChange={(on) => onChange({ sleutel: on || undefined })}
      />
      <FilterToggle
        label={t`Wordt tegengehouden`}
        on={search.tegengehouden ?? false}
        onChange={(on) => onChange({ tegengehouden: on || undefined })}
      />
    </Toolbar>
  );
}

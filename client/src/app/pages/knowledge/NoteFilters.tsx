import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { validityLabels } from '../../../features/knowledge/note-words.ts';
import { validityWords, type NoteOrder, type NoteSearch } from '../../../features/knowledge/note-address.ts';
import { chosenOrder, inAddress, isValidityWord, validityOfWord } from '../../../features/knowledge/note-search.ts';
import { useTypedText } from '../../../lib/typed-text.ts';
import { FilterButton } from '../../../ui/FilterButton.tsx';
import { SearchField } from '../../../ui/SearchField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Toolbar } from '../../../ui/Toolbar.tsx';

/** Typing settles this long (milliseconds) before the list is asked again. */
const settle = 200;

interface NoteFiltersProps {
  themes: readonly { code: string; name: string }[];
  search: NoteSearch;
  /** The change of the address; undefined takes a filter off. */
  onChange: (change: { [K in keyof NoteSearch]: NoteSearch[K] | undefined }) => void;
}

const orAbsent = <T,>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined);

/** The filters and the order of the notes. Each lives in the address, so that a list can be mailed as it stands. */
export function NoteFilters({ themes, search, onChange }: NoteFiltersProps): ReactElement {
  const { t, i18n } = useLingui();
  const { text, type } = useTypedText(search.tekst ?? '', (tekst) => onChange({ tekst: tekst || undefined }), settle);
  const orders: Readonly<Record<NoteOrder, string>> = {
    nieuwste: t`Laatst bewerkt`,
    titel: t`Titel`,
    herziening: t`Eerst te herzien`,
  };
  return (
    <Toolbar label={t`Filters`}>
      <SearchField
        label={t`Zoek in de notities`}
        placeholder={t`Zoek in de notities`}
        size="list"
        value={text}
        onChange={type}
      />
      <FilterButton
        label={t`Thema`}
        searchable
        options={themes.map(({ code, name }) => ({ id: code, label: name }))}
        selected={search.thema ?? []}
        onChange={(ids) => onChange({ thema: orAbsent(ids) })}
      />
      <FilterButton
        label={t`Geldigheid`}
        options={validityWords.map((word) => ({ id: word, label: i18n._(validityLabels[validityOfWord(word)]) }))}
        selected={search.geldig ?? []}
        onChange={(ids) => onChange({ geldig: orAbsent(ids.filter(isValidityWord)) })}
      />
      <Select
        label={t`Volgorde`}
        hideLabel
        value={chosenOrder(search)}
        options={Object.entries(orders).map(([id, label]) => ({ id, label }))}
        onChange={(id) => onChange({ volgorde: inAddress(id) })}
      />
    </Toolbar>
  );
}

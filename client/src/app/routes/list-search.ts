import { bottleneckStates, confidentialities } from '@versnellingstafel/shared/bottlenecks/states';
import { tableLevels } from '@versnellingstafel/shared/tables/roles';
import {
  listColumns,
  listGroupings,
  listOrders,
  listViews,
  type ListColumn,
  type ListSearch,
} from '../../features/bottlenecks/bottleneck-address.ts';
import { flagParam, oneOf, present, someOf, textParam, textsParam, type RawSearch } from '../search-params.ts';

/** What an address says about the list of bottlenecks; what is wrong falls away. */
export const readListSearch = (search: RawSearch): ListSearch =>
  present({
    weergave: oneOf(listViews, search['weergave']),
    tekst: textParam(search['tekst']),
    staat: someOf(bottleneckStates, search['staat']),
    thema: textsParam(search['thema']),
    gemeente: textsParam(search['gemeente']),
    eigenaar: textsParam(search['eigenaar']),
    niveau: someOf(tableLevels, search['niveau']),
    vertrouwelijkheid: someOf(confidentialities, search['vertrouwelijkheid']),
    volg: flagParam(search['volg']),
    volgorde: oneOf(listOrders, search['volgorde']),
    groep: oneOf(listGroupings, search['groep']),
    // Not `someOf`: the order is part of what was chosen.
    kolom: textsParam(search['kolom'])?.filter((word): word is ListColumn => listColumns.some((one) => one === word)),
    vorm: oneOf(['bord'], search['vorm']),
    bewaard: textParam(search['bewaard']),
  });

/** What of it asks something of the server; the rest only shapes the list. */
export const askedOf = (search: ListSearch): ListSearch =>
  present({ ...search, groep: undefined, kolom: undefined, vorm: undefined, bewaard: undefined });

import type { ActionFilter, ActionOrder } from '../../generated/graphql.ts';
import type { ActionsSearch, ActionView } from './action-address.ts';

const viewFilters: Readonly<Record<ActionView, ActionFilter>> = {
  mijn: { mine: true, states: ['OPEN'] },
  open: { states: ['OPEN'] },
  'te-laat': { states: ['OPEN'], late: true },
  af: { states: ['DONE', 'WITHDRAWN'] },
};

/** The filter of one view. One's own actions are those of every table; null is the whole province. */
export function filterOfView(view: ActionView, tableId: string | null): ActionFilter {
  return { ...viewFilters[view], ...(view !== 'mijn' && tableId !== null && { tableId }) };
}

/** The filter that an address asks for. */
export function filterOf(search: ActionsSearch, tableId: string | null): ActionFilter {
  return { ...filterOfView(search.weergave ?? 'mijn', tableId), ...(search.tekst && { text: search.tekst }) };
}

/** What is done stands by when, what is open by its day. */
export const orderOf = (search: ActionsSearch): ActionOrder => (search.weergave === 'af' ? 'UPDATED' : 'DUE_ON');

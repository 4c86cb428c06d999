import type { LinkProps } from '@tanstack/react-router';

/** What was found, as far as its address needs. */
export type HitTarget =
  | { __typename: 'Bottleneck'; number: string }
  | { __typename: 'KnowledgeNote'; slug: string }
  | { __typename: 'AgendaItem'; meeting: { id: string } }
  | { __typename: 'AgendaOutcome'; item: { id: string }; meeting: { id: string } }
  | { __typename: 'Action'; number: string; actionState: 'OPEN' | 'DONE' | 'WITHDRAWN' }
  | { __typename: 'Project'; id: string }
  | { __typename: 'Organisation'; name: string; ownMunicipality: { name: string } | null };

/** Where a find leads. An organisation has no page: it leads to what names it, or lies in its municipality. */
export function placeOf(target: HitTarget): Pick<LinkProps, 'to' | 'params' | 'search'> {
  switch (target.__typename) {
    case 'Bottleneck':
      return { to: '/knelpunten/$number', params: { number: target.number } };
    case 'KnowledgeNote':
      return { to: '/kennis/$slug', params: { slug: target.slug } };
    case 'AgendaItem':
      return { to: '/vergaderingen/$id/verslag', params: { id: target.meeting.id } };
    case 'AgendaOutcome':
      return { to: '/vergaderingen/$id', params: { id: target.meeting.id }, search: { punt: target.item.id } };
    case 'Action':
      return {
        to: '/acties',
        search: { weergave: target.actionState === 'OPEN' ? 'open' : 'af', tekst: target.number },
      };
    case 'Project':
      return { to: '/projecten/$id', params: { id: target.id } };
    case 'Organisation':
      return {
        to: '/zoeken',
        search: { q: target.ownMunicipality ? `gemeente:"${target.ownMunicipality.name}"` : target.name },
      };
  }
}

import { useLingui } from '@lingui/react/macro';
import { useLocation, useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useSession } from '../../features/session/session.ts';
import { rememberTable, useChosenTable, wholeProvince } from '../../features/tables/chosen-table.ts';
import { BarTableSelect } from '../../ui/BarTableSelect.tsx';
import { levelLabels } from '../../ui/LevelMark.tsx';

/** Chooses the table one works at. The choice stands in the address and is remembered; a page of one table gives way to that of the other. */
export function TableSwitcher(): ReactElement {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { tables, viewer } = useSession();
  const chosen = useChosenTable();
  const own = new Set(viewer.memberships.map(({ table }) => table.id));
  const options = [
    { id: wholeProvince, name: t`Heel Overijssel` },
    ...tables.map(({ id, slug, shortName, level }) => ({
      id: slug,
      name: shortName,
      note: own.has(id) ? t`jouw tafel` : i18n._(levelLabels[level]),
    })),
  ];

  function choose(slug: string): void {
    rememberTable(slug);
    const search = (before: object): object => ({ ...before, tafel: slug });
    if (slug !== wholeProvince && pathname.startsWith('/tafels/')) {
      const to = pathname.endsWith('/agenda') ? '/tafels/$slug/agenda' : '/tafels/$slug';
      void navigate({ to, params: { slug }, search });
    } else if (slug !== wholeProvince && pathname.startsWith('/vergaderingen/')) {
      void navigate({ to: '/tafels/$slug/agenda', params: { slug }, search });
    } else {
      void navigate({ to: '.', search });
    }
  }

  return <BarTableSelect tables={options} value={chosen?.slug ?? wholeProvince} onChange={choose} />;
}

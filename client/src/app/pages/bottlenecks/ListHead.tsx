import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import type { ListSearch } from '../../../features/bottlenecks/bottleneck-address.ts';
import { LateListMonths } from '../../../features/bottlenecks/at-risk/late-at-risk.tsx';
import { filterOf, orderOf } from '../../../features/bottlenecks/bottleneck-search.ts';
import { exportAddress, type ExportKind } from '../../../features/bottlenecks/export/export-address.ts';
import { useAbility } from '../../../features/session/session.ts';
import { buttonClass } from '../../../ui/Button.tsx';
import { DialogOnItsWay } from '../../../ui/DialogOnItsWay.tsx';
import { Homes } from '../../../ui/Homes.tsx';
import { MoreIcon, PlusIcon } from '../../../ui/icons.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import { late } from '../../../ui/late.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';

const HandOverDialog = late(
  async () => (await import('../../../features/bottlenecks/list/HandOverDialog.tsx')).HandOverDialog,
  DialogOnItsWay,
);

interface ListHeadProps {
  bottlenecks: { totalCount: number; homesWaiting: number };
  search: ListSearch;
  tableId: string | null;
}

/** Fetches a file that the server makes: a link that is pressed, so that the browser saves it. */
function download(path: string): void {
  const link = document.createElement('a');
  link.href = path;
  link.download = '';
  link.click();
}

/** How many homes wait on how many cases, what can be logged, and what goes in and out as a list. */
export function ListHead({ bottlenecks, search, tableId }: ListHeadProps): ReactElement {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const mayLog = useAbility('LOG_BOTTLENECK');
  const [handsOver, setHandsOver] = useState(false);
  const { totalCount, homesWaiting } = bottlenecks;
  const exported = (kind: ExportKind): void => {
    download(exportAddress(kind, { filter: filterOf(search, tableId), order: orderOf(search), locale: i18n.locale }));
  };
  return (
    <>
      <PageHead
        title={t`Knelpunten`}
        meta={
          homesWaiting > 0 ? (
            <Homes count={homesWaiting}>
              <Plural value={homesWaiting} one="woning wacht" other="woningen wachten" />{' '}
              <span className="sub">
                <Plural
                  value={totalCount}
                  one="op # knelpunt dat je mag zien"
                  other="op # knelpunten die je mag zien"
                />
              </span>
            </Homes>
          ) : (
            <p className="sub">
              <Plural
                value={totalCount}
                _0="Geen knelpunten die je mag zien"
                one="# knelpunt dat je mag zien"
                other="# knelpunten die je mag zien"
              />
            </p>
          )
        }
        actions={
          <>
            {mayLog.allowed && (
              <Link className={buttonClass('primary')} to="/knelpunten/nieuw">
                <PlusIcon /> <Trans>Nieuw knelpunt</Trans> <Kbd>n</Kbd>
              </Link>
            )}
            <Menu
              label={t`Meer met deze lijst`}
              trigger={<IconButton label={t`Meer met deze lijst`} icon={<MoreIcon />} />}
              entries={[
                { id: 'xlsx', label: t`Exporteer als Excel`, onSelect: () => exported('xlsx') },
                { id: 'csv', label: t`Exporteer als CSV`, onSelect: () => exported('csv') },
                ...(mayLog.allowed
                  ? [
                      {
                        id: 'import',
                        label: t`Importeer een lijst`,
                        onSelect: () => void navigate({ href: '/knelpunten/importeer' }),
                      },
                      'separator' as const,
                      { id: 'hand-over', label: t`Draag werk over`, onSelect: () => setHandsOver(true) },
                    ]
                  : []),
              ]}
            />
          </>
        }
      />
      <LateListMonths filter={filterOf(search, tableId)} waits={homesWaiting > 0} />
      {handsOver && <HandOverDialog onClose={() => setHandsOver(false)} />}
    </>
  );
}

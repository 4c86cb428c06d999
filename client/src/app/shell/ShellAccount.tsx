import { useLingui } from '@lingui/react/macro';
import { useNavigate, useRouteContext } from '@tanstack/react-router';
import { lazy, Suspense, useState, type ReactElement } from 'react';
import { localCopies, wipeCopies } from '../../features/shared-text/local-copies.ts';
import { useSignOut, useSwitchLocale } from '../../features/session/account-actions.ts';
import { useAbility, useViewer } from '../../features/session/session.ts';
import { toLocaleCode } from '../../lib/i18n.ts';
import { AccountMenu } from '../../ui/AccountMenu.tsx';

const LeaveTextsDialog = lazy(async () => ({ default: (await import('./LeaveTextsDialog.tsx')).LeaveTextsDialog }));

/** Has this device words of this person that the server does not have? */
const hasWords = (personId: string): boolean =>
  Object.values(localCopies(personId)).some(({ unsent, refused }) => unsent || refused !== undefined);

/** Who is signed in, their language, and the way out. Theme and keys come with the kit. */
export function ShellAccount(): ReactElement {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const { live } = useRouteContext({ from: '/app' });
  const { person, demo } = useViewer();
  const outbox = useAbility('SEE_OUTBOX');
  const signOut = useSignOut();
  const switchLocale = useSwitchLocale();
  const other = toLocaleCode(i18n.locale) === 'nl' ? 'en' : 'nl';

  const [asking, setAsking] = useState(false);

  async function leave(): Promise<void> {
    setAsking(false);
    live.stop();
    await signOut();
    await navigate({ to: '/aanmelden' });
    // No page has a text open any more, which would keep its copy.
    await wipeCopies(person.id);
  }

  return (
    <>
      <AccountMenu
        letters={person.organisation.shortName.slice(0, 2).toUpperCase()}
        name={person.name}
        organisation={person.organisation.name}
        entries={[
          ...(outbox.allowed
            ? [{ id: 'outbox', label: t`Postvak uit (demo)`, onSelect: () => void navigate({ to: '/postvak-uit' }) }]
            : []),
          // The name of a language stands in that language.
          { id: 'locale', label: other === 'en' ? 'English' : 'Nederlands', onSelect: () => void switchLocale(other) },
          {
            id: 'sign-out',
            label: demo ? t`Wissel van persoon of meld af` : t`Meld af`,
            onSelect: () => (hasWords(person.id) ? setAsking(true) : void leave()),
          },
        ]}
      />
      {asking && (
        <Suspense>
          <LeaveTextsDialog
            personId={person.id}
            connection={live.connection}
            onLeave={() => void leave()}
            onStay={() => setAsking(false)}
          />
        </Suspense>
      )}
    </>
  );
}

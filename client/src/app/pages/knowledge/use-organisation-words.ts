import { useLingui } from '@lingui/react/macro';

/** The name of an organisation as it stands in a sentence. */
export function useOrganisationWords(): (name: string) => string {
  const { t } = useLingui();
  return (name) => {
    const [kind, ...rest] = name.split(' ');
    const place = rest.join(' ');
    if (kind === 'Gemeente') return t`de gemeente ${place}`;
    if (kind === 'Provincie') return t`de provincie ${place}`;
    return name;
  };
}

import { useLingui } from '@lingui/react/macro';
import { noteLimits } from '@versnellingstafel/shared/knowledge/limits';
import type { ReactElement } from 'react';
import type { Confidentiality } from '../../../generated/graphql.ts';
import { TextArea } from '../../../ui/TextArea.tsx';

interface LessonFieldProps {
  /** Who may see the case that the note comes from; undefined when that depends on a choice. */
  confidentiality: Confidentiality | undefined;
  required?: boolean;
  value: string;
  onChange: (lesson: string) => void;
  error?: string | undefined;
}

/** The one question that a note begins with. The hint says who will read it, and that nobody takes names out by itself. */
export function LessonField({ confidentiality, required = false, error, ...field }: LessonFieldProps): ReactElement {
  const { t } = useLingui();
  const hint =
    confidentiality === 'PUBLIC'
      ? t`Je antwoord wordt een conceptnotitie, met wat hier al staat. Iedereen die is aangemeld leest mee: namen, prijzen en partijen haalt niemand er vanzelf uit.`
      : t`Je antwoord wordt een conceptnotitie, met wat hier al staat. Niet meer mensen lezen haar dan het knelpunt. Namen, prijzen en partijen haalt niemand er vanzelf uit: doe dat voordat je haar breder openzet.`;
  return (
    <TextArea
      {...field}
      label={t`Wat zou de volgende helpen?`}
      hint={hint}
      required={required}
      rows={3}
      maxLength={noteLimits.summaryMax}
      {...(error && { error })}
    />
  );
}

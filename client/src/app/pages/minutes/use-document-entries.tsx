import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { DocumentFormat, DocumentKind, MinutesPageQuery } from '../../../generated/graphql.ts';
import { LockIcon } from '../../../ui/icons.tsx';
import type { MenuEntry } from '../../../ui/Menu.tsx';

const kinds: Readonly<Record<DocumentKind, MessageDescriptor>> = {
  AGENDA: msg`Agenda`,
  MINUTES: msg`Verslag`,
  DECISIONS: msg`Besluitenlijst`,
  ACTIONS: msg`Actielijst`,
};
const formats: Readonly<Record<DocumentFormat, MessageDescriptor>> = {
  PDF: msg`pdf`,
  DOCX: msg`Word`,
  MARKDOWN: msg`tekst (Markdown)`,
};

/** Lets the browser fetch it: the answer says itself that it is to be kept. */
function download(url: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = '';
  link.click();
}

/** What can be downloaded of a meeting, kind by kind; with the closed part only where the server offers it. */
export function useDocumentEntries(meeting: Pick<NonNullable<MinutesPageQuery['meeting']>, 'documents'>): MenuEntry[] {
  const { t, i18n } = useLingui();
  return meeting.documents.flatMap(({ kind, format, url, urlWithClosedPart }): MenuEntry[] => {
    const words = t`${i18n._(kinds[kind])}, ${i18n._(formats[format])}`;
    return [
      { id: `${kind}-${format}`, label: words, onSelect: () => download(url) },
      ...(urlWithClosedPart
        ? [
            {
              id: `${kind}-${format}-closed`,
              label: t`${words}, met besloten deel`,
              icon: <LockIcon />,
              onSelect: () => download(urlWithClosedPart),
            },
          ]
        : []),
    ];
  });
}

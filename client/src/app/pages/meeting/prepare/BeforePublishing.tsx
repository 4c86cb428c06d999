import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { Agenda, AgendaItem } from '../../../../features/meetings/agenda-documents.ts';
import { Button } from '../../../../ui/Button.tsx';
import { List } from '../../../../ui/List.tsx';
import { Section } from '../../../../ui/Section.tsx';

/** What an agenda still lacks before it goes out, each with the way to fill it in. */
export function BeforePublishing({
  agenda,
  onEdit,
}: {
  agenda: Agenda;
  onEdit: (item: AgendaItem) => void;
}): ReactElement | null {
  const { t } = useLingui();
  const lacking = agenda.items.filter(
    ({ purpose, proposedDecision, outcome, subjects }) =>
      purpose === 'DECIDE' && subjects.length > 0 && !proposedDecision && !outcome,
  );
  if (lacking.length === 0) return null;
  return (
    <Section title={t`Nog te doen`}>
      <List>
        {lacking.map((item) => (
          <li className="stack stack-xs" key={item.id}>
            <p>
              <Trans>Punt {item.position} heeft nog geen voorgesteld besluit.</Trans>
            </p>
            <div>
              <Button onPress={() => onEdit(item)}>
                <Trans>Schrijf een voorstel</Trans> <span className="vh">{item.title}</span>
              </Button>
            </div>
          </li>
        ))}
      </List>
    </Section>
  );
}

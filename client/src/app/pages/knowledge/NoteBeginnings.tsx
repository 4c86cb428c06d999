import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactElement } from 'react';
import type { NoteDraft } from '../../../features/knowledge/note-draft.ts';
import {
  begunWith,
  noteTemplates,
  textsOf,
  typedFields,
  undone,
  type NoteTemplate,
  type TemplateTexts,
} from '../../../features/knowledge/note-templates.ts';
import { useNoteLabels } from '../../../features/knowledge/use-note-labels.ts';
import { Button } from '../../../ui/Button.tsx';
import { ChoiceGroup } from '../../../ui/ChoiceGroup.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Row } from '../../../ui/Row.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { useToast } from '../../../ui/Toast.tsx';

/** The texts of all templates in the reader's language. */
export function useTemplateTexts(): readonly TemplateTexts[] {
  const { i18n } = useLingui();
  return noteTemplates.map((template) => textsOf(template, (message) => i18n._(message)));
}

interface NoteBeginningsProps {
  draft: NoteDraft;
  onChange: (change: (draft: NoteDraft) => NoteDraft) => void;
}

/** Ways to begin a note. A template fills what is empty; where somebody typed already, it asks. */
export function NoteBeginnings({ draft, onChange }: NoteBeginningsProps): ReactElement {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const { label } = useNoteLabels([]);
  const all = useTemplateTexts();
  const [asked, setAsked] = useState<NoteTemplate | null>(null);
  const [keeps, setKeeps] = useState(true);
  const texts = (template: NoteTemplate): TemplateTexts => all[noteTemplates.indexOf(template)] ?? {};

  function begin(template: NoteTemplate, replaced: boolean): void {
    const before = draft;
    const after = begunWith(draft, texts(template), all, { replaced });
    onChange(() => after);
    setAsked(null);
    toast({
      text: t`Sjabloon ingevuld: ${i18n._(template.name)}`,
      onUndo: () => onChange((now) => undone(now, { before, after })),
    });
  }
  function choose(template: NoteTemplate): void {
    if (typedFields(draft, texts(template), all).length === 0) {
      begin(template, false);
      return;
    }
    setKeeps(true);
    setAsked(template);
  }

  return (
    <Section title={t`Waar begin je mee?`}>
      <p className="sub">
        <Trans>Een sjabloon zet koppen in de lege velden. Je kunt ook zonder beginnen.</Trans>
      </p>
      <ul className="list">
        {noteTemplates.map((template) => (
          <li key={template.id}>
            <Row>
              <Button onPress={() => choose(template)}>{i18n._(template.name)}</Button>
              <span className="sub small">{i18n._(template.about)}</span>
            </Row>
          </li>
        ))}
      </ul>
      {asked && (
        <Dialog
          title={t`Je hebt al iets geschreven`}
          isOpen
          onClose={() => setAsked(null)}
          confirm={{ label: t`Gebruik het sjabloon`, onPress: () => begin(asked, !keeps) }}
        >
          <Stack>
            <p>
              <Trans>
                Het sjabloon zet ook iets in:{' '}
                {typedFields(draft, texts(asked), all)
                  .map((field) => label(field))
                  .join(', ')}
                .
              </Trans>
            </p>
            <ChoiceGroup
              label={t`Wat doen we met jouw tekst?`}
              value={keeps ? 'keep' : 'replace'}
              onChange={(id) => setKeeps(id === 'keep')}
              options={[
                { id: 'keep', label: t`Laat staan wat ik schreef, vul alleen wat leeg is` },
                { id: 'replace', label: t`Vervang mijn tekst in deze velden` },
              ]}
            />
          </Stack>
        </Dialog>
      )}
    </Section>
  );
}

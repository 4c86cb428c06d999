import { Trans, useLingui } from '@lingui/react/macro';
import { noteLimits } from '@versnellingstafel/shared/knowledge/limits';
import type { ReactElement, ReactNode } from 'react';
import { today } from '../../lib/dates.ts';
import { CheckboxGroup } from '../../ui/CheckboxGroup.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { DatePicker } from '../../ui/DatePicker.tsx';
import { FieldFrame, type FieldProps, useFieldIds } from '../../ui/Field.tsx';
import { Section } from '../../ui/Section.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { type NoteDraft, type NoteField, sourcesOf } from './note-draft.ts';
import { audiences } from './note-words.ts';
import { SourcePreview } from './SourcePreview.tsx';
import { useNoteLabels } from './use-note-labels.ts';

/** Where an error summary links to. */
export const noteFieldId = (field: NoteField): string => `notitie-${field}`;

const audienceOrder = ['PUBLIC', 'REGIONAL', 'CONFIDENTIAL'] as const;

interface NoteFieldsProps {
  draft: NoteDraft;
  onChange: (change: Partial<NoteDraft>) => void;
  error: (field: NoteField) => string | undefined;
  themes: readonly { code: string; name: string }[];
  /** What stands in place of the plain field for the explanation, once the note is there to be written in together. */
  body?: ReactNode;
}

/** A field whose control comes from elsewhere and brings a name of its own. */
function FieldAround({ children, ...props }: FieldProps & { children: ReactNode }): ReactElement {
  const ids = useFieldIds(props);
  return (
    <div id={ids.id} role="group" aria-labelledby={ids.labelId} aria-describedby={ids.describedBy}>
      <FieldFrame {...props} ids={ids} group>
        {children}
      </FieldFrame>
    </div>
  );
}

/** The form of a note: what it says, what it rests on, and how long and for whom it holds. */
export function NoteFields({ draft, onChange, error, themes, body }: NoteFieldsProps): ReactElement {
  const { t, i18n } = useLingui();
  const { label } = useNoteLabels(themes);
  const field = <Field extends NoteField>(name: Field) => {
    const message = error(name);
    return { id: noteFieldId(name), label: label(name), ...(message && { error: message }) };
  };
  const text = (name: 'applies' | 'appliesNot' | 'steps' | 'body' | 'caveat' | 'tags' | 'legalReferences') => ({
    ...field(name),
    required: false,
    value: draft[name],
    onChange: (next: string) => onChange({ [name]: next }),
  });
  return (
    <>
      <Section title={t`Wat moet een ander weten?`}>
        <Stack>
          <TextField
            {...field('title')}
            hint={t`Zoals je het aan een collega zou vragen, bijvoorbeeld “BOPA of wijziging van het omgevingsplan: een keuzehulp”.`}
            maxLength={noteLimits.titleMax}
            value={draft.title}
            onChange={(title) => onChange({ title })}
          />
          <TextArea
            {...field('summary')}
            hint={t`Twee of drie zinnen. Zonder namen, prijzen of partijen: anderen lezen dit ook.`}
            rows={4}
            maxLength={noteLimits.summaryMax}
            value={draft.summary}
            onChange={(summary) => onChange({ summary })}
          />
          <div className="theme-choice">
            <CheckboxGroup
              {...field('themeCodes')}
              hint={t`Een tot vijf.`}
              value={draft.themeCodes}
              options={themes.map(({ code, name }) => ({ id: code, label: name }))}
              onChange={(themeCodes) => onChange({ themeCodes })}
            />
          </div>
          <TextArea {...text('applies')} hint={t`Eén geval per regel.`} rows={2} />
          <TextArea
            {...text('appliesNot')}
            hint={t`Eén geval per regel. Ook wat anderen tevergeefs probeerden.`}
            rows={2}
          />
          <TextArea {...text('steps')} hint={t`Eén stap per regel, te beginnen met een werkwoord.`} rows={4} />
          {body ? (
            <FieldAround
              {...field('body')}
              required={false}
              hint={t`Achtergrond voor wie meer wil weten. Jullie schrijven hier samen: wat er staat wordt meteen bewaard, en lezers zien het kort daarna.`}
            >
              {body}
            </FieldAround>
          ) : (
            <TextArea {...text('body')} hint={t`Achtergrond voor wie meer wil weten.`} rows={4} />
          )}
          <TextArea {...text('caveat')} hint={t`Staat bovenaan, bij de geldigheid.`} rows={2} />
        </Stack>
      </Section>
      <Section title={t`Waar rust dit op?`}>
        <Stack>
          <TextArea
            {...text('legalReferences')}
            hint={t`Eén bron per regel. Uitspraken (ECLI), Kamerstukken en webadressen worden een link.`}
            rows={4}
          />
          <SourcePreview sources={sourcesOf(draft)} />
          <TextField {...text('tags')} hint={t`Woorden waarop mensen zoeken, met een komma ertussen.`} />
        </Stack>
      </Section>
      <Section title={t`Hoe lang en voor wie?`}>
        <Stack>
          <DatePicker
            {...field('validAsOf')}
            required={false}
            hint={t`Leeg is vandaag.`}
            max={today()}
            value={draft.validAsOf}
            onChange={(validAsOf) => onChange({ validAsOf })}
          />
          <DatePicker
            {...field('reviewBy')}
            required={false}
            hint={t`Recht veroudert snel. Leeg is over een jaar.`}
            value={draft.reviewBy}
            onChange={(reviewBy) => onChange({ reviewBy })}
          />
          <ChoiceGroup
            {...field('confidentiality')}
            value={draft.confidentiality}
            onChange={(id) =>
              onChange({ confidentiality: audienceOrder.find((one) => one === id) ?? draft.confidentiality })
            }
            options={audienceOrder.map((id) => ({
              id,
              label: i18n._(audiences[id].label),
              note: i18n._(audiences[id].note),
            }))}
          />
          <p className="sub small">
            <Trans>
              Iemand anders valideert de notitie; tot die tijd lezen anderen dat ze eerst moeten controleren.
            </Trans>
          </p>
        </Stack>
      </Section>
    </>
  );
}

import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import { confidentialities, type Confidentiality } from '@versnellingstafel/shared/bottlenecks/states';
import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import {
  confidentialityLabels,
  confidentialitySentences,
} from '../../../features/bottlenecks/confidentiality-words.ts';
import type { NewBottleneck } from '../../../features/bottlenecks/new-bottleneck.ts';
import { capital } from '../../../lib/capital.ts';
import { today } from '../../../lib/dates.ts';
import { ChoiceGroup } from '../../../ui/ChoiceGroup.tsx';
import { DatePicker } from '../../../ui/DatePicker.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { LockIcon } from '../../../ui/icons.tsx';
import { List } from '../../../ui/List.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';

/** Where the list of problems links to. */
export const laterFieldIds = {
  homesBlocked: 'woningen',
  constructionStart: 'start-bouw',
  ask: 'vraag',
  decisionBy: 'besluit-voor',
  description: 'wat-speelt',
  triedSoFar: 'geprobeerd',
} as const;

interface LaterFieldsProps {
  typed: NewBottleneck;
  confidentiality: Confidentiality;
  onChange: (change: Partial<NewBottleneck>) => void;
  error: (field: string) => string | undefined;
}

/** What may come later, each with the step that will ask for it. */
export function LaterFields({ typed, confidentiality, onChange, error }: LaterFieldsProps): ReactElement {
  const { t, i18n } = useLingui();
  const homesError = error('homesBlocked');
  const startError = error('constructionStart');
  const askError = error('ask');
  const decisionError = error('decisionBy');
  const descriptionError = error('description');
  const triedError = error('triedSoFar');
  const visibleFor = i18n._(confidentialityLabels[confidentiality]);
  return (
    <Section title={t`Mag later`} aside={t`het systeem vraagt het als het nodig is`}>
      <List>
        <li>
          <Disclosure
            title={t`Woningen die wachten en start bouw`}
            aside={t`nodig bij triage`}
            defaultOpen={Boolean(homesError ?? startError)}
          >
            <Stack>
              <NumberField
                id={laterFieldIds.homesBlocked}
                label={t`Woningen die wachten`}
                required={false}
                value={typed.homesBlocked}
                min={0}
                max={bottleneckLimits.homesMax}
                onChange={(homesBlocked) => onChange({ homesBlocked })}
                {...(homesError && { error: homesError })}
              />
              <DatePicker
                id={laterFieldIds.constructionStart}
                label={t`Geplande start van de bouw`}
                required={false}
                value={typed.constructionStart}
                onChange={(constructionStart) => onChange({ constructionStart })}
                {...(startError && { error: startError })}
              />
            </Stack>
          </Disclosure>
        </li>
        <li>
          <Disclosure
            title={t`Wat vraag je van de tafel, en vóór welke datum?`}
            aside={t`nodig om te agenderen`}
            defaultOpen={Boolean(askError ?? decisionError)}
          >
            <Stack>
              <TextArea
                id={laterFieldIds.ask}
                label={t`Wat vraag je van de tafel?`}
                hint={t`Eén zin die begint met een werkwoord.`}
                required={false}
                rows={2}
                maxLength={bottleneckLimits.reasonMax}
                value={typed.ask}
                onChange={(ask) => onChange({ ask })}
                {...(askError && { error: askError })}
              />
              <DatePicker
                id={laterFieldIds.decisionBy}
                label={t`Besluit nodig vóór`}
                required={false}
                min={today()}
                value={typed.decisionBy}
                onChange={(decisionBy) => onChange({ decisionBy })}
                {...(decisionError && { error: decisionError })}
              />
            </Stack>
          </Disclosure>
        </li>
        <li>
          <Disclosure
            title={t`Wat speelt er, en wat is al geprobeerd?`}
            aside={t`nodig om te escaleren`}
            defaultOpen={Boolean(descriptionError ?? triedError)}
          >
            <Stack>
              <TextArea
                id={laterFieldIds.description}
                label={t`Wat speelt er?`}
                required={false}
                rows={4}
                maxLength={bottleneckLimits.textMax}
                value={typed.description}
                onChange={(description) => onChange({ description })}
                {...(descriptionError && { error: descriptionError })}
              />
              <TextArea
                id={laterFieldIds.triedSoFar}
                label={t`Wat is al geprobeerd?`}
                hint={t`Eén poging per regel.`}
                required={false}
                rows={3}
                maxLength={bottleneckLimits.textMax}
                value={typed.triedSoFar}
                onChange={(triedSoFar) => onChange({ triedSoFar })}
                {...(triedError && { error: triedError })}
              />
            </Stack>
          </Disclosure>
        </li>
        <li>
          <Disclosure icon={<LockIcon />} title={t`Zichtbaar voor: ${visibleFor}`} aside={t`kan later ook`}>
            <ChoiceGroup
              label={t`Wie mag dit zien?`}
              value={confidentiality}
              onChange={(id) => onChange({ confidentiality: confidentialities.find((one) => one === id) ?? null })}
              options={confidentialities.map((one) => ({
                id: one,
                label: capital(i18n._(confidentialityLabels[one])),
                note: i18n._(confidentialitySentences[one]),
              }))}
            />
          </Disclosure>
        </li>
      </List>
    </Section>
  );
}

import { gql, type TypedDocumentNode } from '@apollo/client';
import { useReadQuery, type PreloadedQueryRef } from '@apollo/client/react';
import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { LateJoinDialog } from '../../features/bottlenecks/intake/late-intake.tsx';
import { confidentialitySentences } from '../../features/bottlenecks/confidentiality-words.ts';
import { missing, type RequiredField } from '../../features/bottlenecks/new-bottleneck.ts';
import { problemAt } from '../../features/commands/problem.ts';
import { ProjectPicker } from '../../features/projects/ProjectPicker.tsx';
import { useAbility, useViewer } from '../../features/session/session.ts';
import type { NewBottleneckPageQuery, NewBottleneckPageQueryVariables } from '../../generated/graphql.ts';
import { useShortcut } from '../../lib/shortcuts.ts';
import { Button } from '../../ui/Button.tsx';
import { Crumbs } from '../../ui/Crumbs.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Row } from '../../ui/Row.tsx';
import { Select } from '../../ui/Select.tsx';
import { Split } from '../../ui/Split.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { usePageTitle } from '../page-title.ts';
import type { PageContext } from '../routes/shell-route.ts';
import { KeptHere } from './new-bottleneck/KeptHere.tsx';
import { laterFieldIds, LaterFields } from './new-bottleneck/LaterFields.tsx';
import { Suggestions } from './new-bottleneck/Suggestions.tsx';
import { useNewBottleneck } from './new-bottleneck/use-new-bottleneck.ts';

export const newBottleneckPageQuery: TypedDocumentNode<NewBottleneckPageQuery, NewBottleneckPageQueryVariables> = gql`
  query NewBottleneckPage($projectId: ID!, $forProject: Boolean!) {
    themes {
      id
      code
      name
      defaultConfidentiality
    }
    node(id: $projectId) @include(if: $forProject) {
      id
      ... on Project {
        name
        municipality {
          id
          name
        }
      }
    }
  }
`;

/** Starts the page's query. @param projectId the project that the page was opened from */
export const loadNewBottleneckPage = (
  { preload }: PageContext,
  projectId: string | undefined,
): Promise<PreloadedQueryRef<NewBottleneckPageQuery, NewBottleneckPageQueryVariables>> =>
  preload(newBottleneckPageQuery, { projectId: projectId ?? '', forProject: projectId !== undefined });

const route = getRouteApi('/app/knelpunten/nieuw');
/** Where the list of problems links to. */
const fieldIds: Readonly<Record<string, string>> = {
  title: 'titel',
  projects: 'project',
  projectId: 'project',
  themeCodes: 'thema',
  ...laterFieldIds,
};

/** Logging a bottleneck: three fields, and what others already found out beside them. */
export function NewBottleneckPage(): ReactElement {
  const { t, i18n } = useLingui();
  usePageTitle(t`Nieuw knelpunt`);
  const navigate = useNavigate();
  const toast = useToast();
  const { person } = useViewer();
  const mayLog = useAbility('LOG_BOTTLENECK');
  const { data } = useReadQuery(route.useLoaderData());
  const from = data.node?.__typename === 'Project' ? data.node : null;
  const form = useNewBottleneck(person.id, from && { id: from.id, name: `${from.name}, ${from.municipality.name}` });
  const { typed, change, problems, busy } = form;
  const [told, setTold] = useState<readonly RequiredField[]>([]);
  const [joining, setJoining] = useState<{ id: string; number: string } | null>(null);
  const confidentiality =
    typed.confidentiality ??
    data.themes.find(({ code }) => code === typed.themeCode)?.defaultConfidentiality ??
    'REGIONAL';
  const submit = (draft: boolean) => async (): Promise<void> => {
    const wanting = missing(typed);
    setTold(wanting);
    if (wanting.length > 0 || busy) return;
    const number = await form.send(draft);
    if (number === null) return;
    toast({ text: draft ? t`${number} bewaard als concept` : t`${number} ingediend` });
    await navigate({ to: '/knelpunten/$number', params: { number } });
  };
  useShortcut({
    keys: 'Ctrl+Enter',
    label: t`Dien in`,
    group: t`Formulier`,
    inFields: true,
    onPress: () => void submit(false)(),
  });

  if (!mayLog.allowed) {
    return (
      <>
        <PageHead title={t`Nieuw knelpunt`} />
        <EmptyState
          level={2}
          title={t`Een knelpunt indienen kan hier niet`}
          action={<Link to="/kennis">{t`Zoek in kennis`}</Link>}
        >
          {mayLog.reason}
        </EmptyState>
      </>
    );
  }

  const sentences: Readonly<Record<RequiredField, string>> = {
    title: t`Schrijf in één zin wat het plan tegenhoudt, bijvoorbeeld: “Geen stroom vóór de oplevering”.`,
    projects: t`Kies het project uit de lijst.`,
    themeCodes: t`Kies een thema.`,
  };
  const errorOf = (field: string): string | undefined =>
    problemAt(problems, field) ??
    (told.some((one) => one === field) && missing(typed).some((one) => one === field)
      ? sentences[field as RequiredField]
      : undefined);
  const projectError = errorOf('projects') ?? problemAt(problems, 'projectId');
  const summary = [
    ...told
      .filter((field) => missing(typed).includes(field))
      .map((field) => ({ fieldId: fieldIds[field] ?? 'titel', text: sentences[field] })),
    ...problems.map(({ path, message }) => ({
      fieldId: fieldIds[path.findLast((part) => part in fieldIds) ?? 'title'] ?? 'titel',
      text: message,
    })),
  ];
  const titleError = errorOf('title');
  const themeError = errorOf('themeCodes');

  return (
    <>
      <Crumbs
        label={t`Knelpunten`}
        link={(content) => <Link to="/knelpunten">{content}</Link>}
        aside={<KeptHere at={form.keptAt} />}
      />
      <PageHead
        title={t`Nieuw knelpunt`}
        meta={
          <p className="sub">
            <Trans>Drie velden zijn genoeg om in te dienen. De rest kan later.</Trans>
          </p>
        }
      />
      <Split
        even
        side={
          <Suggestions
            text={typed.title}
            projectId={typed.project?.id ?? null}
            linkedNoteIds={typed.notes.map(({ id }) => id)}
            onLink={(note) =>
              change({
                notes: typed.notes.some(({ id }) => id === note.id)
                  ? typed.notes.filter(({ id }) => id !== note.id)
                  : [...typed.notes, note],
              })
            }
            onJoin={setJoining}
            onTheme={(themeCode) => {
              if (!typed.themeChosen && data.themes.some(({ code }) => code === themeCode)) change({ themeCode });
            }}
          />
        }
      >
        <Stack gap="2xl">
          {summary.length > 0 && <ErrorSummary title={t`Nog niet ingediend`} errors={summary} />}
          <TextArea
            id="titel"
            label={t`Wat houdt het plan tegen?`}
            hint={t`Eén zin, zoals je het aan de tafel zou zeggen.`}
            rows={2}
            maxLength={bottleneckLimits.titleMax}
            value={typed.title}
            onChange={(title) => change({ title })}
            {...(titleError && { error: titleError })}
          />
          <ProjectPicker
            id="project"
            value={typed.project}
            onChange={(project) => change({ project })}
            {...(projectError && { error: projectError })}
          />
          <Select
            id="thema"
            label={t`Thema`}
            hint={
              typed.themeCode && !typed.themeChosen
                ? t`Voorgesteld op grond van je zin.`
                : t`Waar gaat het vooral over?`
            }
            value={typed.themeCode}
            options={data.themes.map(({ code, name }) => ({ id: code, label: name }))}
            onChange={(themeCode) => change({ themeCode, themeChosen: true })}
            {...(themeError && { error: themeError })}
          />
          <Stack gap="xs">
            <Row wide>
              <Button variant="primary" shortcut="Ctrl Enter" busy={busy} onPress={() => void submit(false)()}>
                <Trans>Dien in bij de tafel</Trans>
              </Button>
              <Button busy={busy} onPress={() => void submit(true)()}>
                <Trans>Bewaar als concept</Trans>
              </Button>
              {form.touched && (
                <Button variant="quiet" onPress={form.clear}>
                  <Trans>Begin opnieuw</Trans>
                </Button>
              )}
            </Row>
            <p className="sub small">
              {i18n._(confidentialitySentences[confidentiality])}{' '}
              <Trans>De secretaris ziet het meteen. Jij blijft eigenaar.</Trans>
            </p>
            {typed.notes.length > 0 && (
              <p className="small">
                <Trans>Gekoppeld: {typed.notes.map(({ title }) => title).join(', ')}</Trans>
              </p>
            )}
          </Stack>
          <LaterFields
            typed={typed}
            confidentiality={confidentiality}
            onChange={change}
            error={(field) => problemAt(problems, field)}
          />
        </Stack>
      </Split>
      {joining && (
        <LateJoinDialog
          bottleneck={joining}
          project={typed.project}
          remark={typed.title}
          onClose={() => setJoining(null)}
          onJoined={(number) => {
            form.clear();
            void navigate({ to: '/knelpunten/$number', params: { number } });
          }}
        />
      )}
    </>
  );
}

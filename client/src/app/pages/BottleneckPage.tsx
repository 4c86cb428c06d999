import { gql, type TypedDocumentNode } from '@apollo/client';
import type { PreloadedQueryRef } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { isOpen } from '@versnellingstafel/shared/bottlenecks/states';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState, useTransition, type ReactElement } from 'react';
import { AssignDialog } from '../../features/bottlenecks/AssignDialog.tsx';
import { confidentialityLabels } from '../../features/bottlenecks/confidentiality-words.ts';
import { ConfidentialityDialog, visibilityFragment } from '../../features/bottlenecks/ConfidentialityDialog.tsx';
import { EditDialog, editableTextFragment } from '../../features/bottlenecks/EditDialog.tsx';
import { LateEscalation } from '../../features/bottlenecks/escalation/late-escalation.tsx';
import { LateHomeMonths } from '../../features/bottlenecks/at-risk/late-at-risk.tsx';
import { LateParties } from '../../features/bottlenecks/intake/late-intake.tsx';
import { LateCasePattern } from '../../features/bottlenecks/patterns/late-patterns.tsx';
import { stepTargetFragment } from '../../features/bottlenecks/steps/step-documents.ts';
import { Timeline, timelineFragment } from '../../features/bottlenecks/Timeline.tsx';
import {
  LateAttachments,
  LateComments,
  LateLookingNow,
  LateWatchButton,
} from '../../features/discussion/late-discussion.tsx';
import { useLiveEvents } from '../../features/live/live-bus.ts';
import { useLiveRefetch } from '../../features/live/use-live-refetch.ts';
import type { BottleneckPageQuery, BottleneckPageQueryVariables } from '../../generated/graphql.ts';
import { announce } from '../../lib/announce.ts';
import { useShortcut } from '../../lib/shortcuts.ts';
import { Button } from '../../ui/Button.tsx';
import { Crumbs } from '../../ui/Crumbs.tsx';
import { DateWithDistance } from '../../ui/DateWithDistance.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { LockIcon, PenIcon } from '../../ui/icons.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Meta } from '../../ui/Meta.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Section } from '../../ui/Section.tsx';
import { Split } from '../../ui/Split.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { usePageTitle } from '../page-title.ts';
import { usePageQuery } from '../use-page-query.ts';
import type { PageContext } from '../routes/shell-route.ts';
import { CaseAsk } from './bottleneck/CaseAsk.tsx';
import { CaseAside, caseAsideFragment } from './bottleneck/CaseAside.tsx';
import { CaseJourney, caseJourneyFragment } from './bottleneck/CaseJourney.tsx';
import { CaseNotes, caseNotesFragment } from './bottleneck/CaseNotes.tsx';
import { CaseText } from './bottleneck/CaseText.tsx';
import { NotTherePage } from './NotTherePage.tsx';

export const bottleneckPageQuery: TypedDocumentNode<BottleneckPageQuery, BottleneckPageQueryVariables> = gql`
  query BottleneckPage($number: String!, $after: String) {
    bottleneck(number: $number) {
      id
      solvableAt
      municipality {
        id
        name
      }
      themes {
        id
        code
        name
      }
      filer {
        id
        name
      }
      civilOwner {
        id
        name
      }
      politicalOwner {
        id
        name
      }
      ...StepTarget_bottleneck @unmask
      ...EditableText_bottleneck @unmask
      ...Visibility_bottleneck @unmask
      ...CaseNotes_bottleneck @unmask
      ...CaseAside_bottleneck @unmask
      ...CaseJourney_bottleneck @unmask
      timeline(first: 20, after: $after) {
        edges {
          cursor
          node {
            id
            about
            ...Timeline_event
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
  ${stepTargetFragment}
  ${editableTextFragment}
  ${visibilityFragment}
  ${caseNotesFragment}
  ${caseAsideFragment}
  ${caseJourneyFragment}
  ${timelineFragment}
`;

/** Starts the page's query. */
export const loadBottleneckPage = (
  { preload }: PageContext,
  number: string,
): Promise<PreloadedQueryRef<BottleneckPageQuery, BottleneckPageQueryVariables>> =>
  preload(bottleneckPageQuery, { number });

const route = getRouteApi('/app/knelpunten/$number');
type Open = 'assign' | 'edit' | 'visibility' | null;

/** A case: what is asked first, then where it stands, who does what, the story, and everything that happened. */
export function BottleneckPage(): ReactElement {
  const { t, i18n } = useLingui();
  const { live } = route.useRouteContext();
  const queryRef = route.useLoaderData();
  const { data, refetch, fetchMore } = usePageQuery(queryRef);
  const [open, setOpen] = useState<Open>(null);
  const [loadingMore, startLoading] = useTransition();
  const { bottleneck } = data;
  usePageTitle(bottleneck ? `${bottleneck.number} ${bottleneck.title}` : t`Niet gevonden`);
  const id = bottleneck?.id ?? '';
  useLiveRefetch({ subjectId: id }, () => refetch());
  useLiveEvents({ subjectId: id }, ({ own }) => {
    if (!own) announce(t`Dit knelpunt is zojuist bijgewerkt`);
  });
  const can = (verb: string): boolean =>
    bottleneck?.viewerCan.find((ability) => ability.verb === verb)?.allowed ?? false;
  const mayAssign = can('ASSIGN') || can('SET_NEXT_STEP') || can('CHANGE_OWNER');
  useShortcut({
    keys: 'e',
    label: t`Bewerk wie doet wat`,
    group: t`Knelpunt`,
    when: mayAssign,
    onPress: () => setOpen('assign'),
  });
  if (!bottleneck) return <NotTherePage wayOut={<Link to="/knelpunten">{t`Naar de knelpunten`}</Link>} />;

  const { timeline, owner, lead, dueOn, nextStep, civilOwner, politicalOwner } = bottleneck;
  const project = bottleneck.projects[0]?.project.name;
  const visibleFor = i18n._(confidentialityLabels[bottleneck.confidentiality]);
  const close = (): void => setOpen(null);

  return (
    <>
      <Crumbs label={t`Knelpunten`} link={(content) => <Link to="/knelpunten">{content}</Link>} />
      <PageHead
        title={bottleneck.title}
        meta={
          <>
            <Meta>
              <span className="strong">{bottleneck.number}</span>
              <StateMark state={bottleneck.state} />
              <span>{[project, bottleneck.municipality.name].filter(Boolean).join(', ')}</span>
              <span>{bottleneck.themes.map(({ name }) => name.toLowerCase()).join(', ')}</span>
              {!can('SET_CONFIDENTIALITY') && (
                <span>
                  <Trans>zichtbaar voor: {visibleFor}</Trans>
                </span>
              )}
            </Meta>
            <LateLookingNow live={live} bottleneckId={bottleneck.id} />
          </>
        }
        actions={
          <>
            <LateWatchButton number={bottleneck.number} />
            {can('SET_CONFIDENTIALITY') && (
              <Button icon={<LockIcon />} onPress={() => setOpen('visibility')}>
                <Trans>Zichtbaar voor: {visibleFor}</Trans>
              </Button>
            )}
          </>
        }
      />
      <Stack gap="3xl">
        <CaseAsk bottleneck={bottleneck} />
        <CaseJourney bottleneck={bottleneck} />
        <LateEscalation number={bottleneck.number} />
        <Section
          title={t`Wie doet wat`}
          actions={
            mayAssign && (
              <Button variant="quiet" icon={<PenIcon />} onPress={() => setOpen('assign')}>
                <Trans>Bewerk</Trans> <Kbd>e</Kbd>
              </Button>
            )
          }
        >
          <Facts
            wide
            items={[
              { term: t`Volgende stap`, value: nextStep || <span className="sub">{t`nog niet bepaald`}</span> },
              { term: t`Trekker`, value: lead?.name ?? <span className="sub">{t`nog niemand`}</span> },
              ...(isOpen(bottleneck.state)
                ? [
                    {
                      term: t`Uiterlijk`,
                      value: dueOn ? (
                        <DateWithDistance date={dueOn} layout="stacked" />
                      ) : (
                        <span className="sub">{t`geen datum`}</span>
                      ),
                    },
                  ]
                : []),
              { term: t`Eigenaar van de zaak`, value: owner.name },
              ...(civilOwner ? [{ term: t`Ambtelijk`, value: civilOwner.name }] : []),
              ...(politicalOwner ? [{ term: t`Bestuurlijk`, value: politicalOwner.name }] : []),
            ]}
          />
        </Section>
        <Split
          side={
            <>
              <LateParties number={bottleneck.number} />
              <LateCasePattern number={bottleneck.number} />
              <LateAttachments number={bottleneck.number} />
              <CaseNotes bottleneck={bottleneck} />
              <CaseAside bottleneck={bottleneck} />
              <LateHomeMonths id={bottleneck.id} />
            </>
          }
        >
          <CaseText bottleneck={bottleneck} mayEdit={can('EDIT')} onEdit={() => setOpen('edit')} />
          <LateComments number={bottleneck.number} />
          <Section title={t`Tijdlijn`}>
            <Timeline events={timeline.edges.map(({ node }) => node)} />
            {timeline.pageInfo.hasNextPage && (
              <Button
                busy={loadingMore}
                onPress={() =>
                  startLoading(async () => {
                    await fetchMore({ variables: { after: timeline.pageInfo.endCursor ?? null } });
                  })
                }
              >
                <Trans>Toon ouder</Trans>
              </Button>
            )}
          </Section>
        </Split>
      </Stack>
      {open === 'assign' && <AssignDialog target={bottleneck} onClose={close} />}
      {open === 'edit' && <EditDialog bottleneck={bottleneck} onClose={close} />}
      {open === 'visibility' && <ConfidentialityDialog bottleneck={bottleneck} onClose={close} />}
    </>
  );
}

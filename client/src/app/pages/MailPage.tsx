import { gql, type TypedDocumentNode } from '@apollo/client';
import type { PreloadedQueryRef } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { MailPageQuery, MailPageQueryVariables } from '../../generated/graphql.ts';
import { useFormat } from '../../lib/format.ts';
import { Crumbs } from '../../ui/Crumbs.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Section } from '../../ui/Section.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { usePageTitle } from '../page-title.ts';
import type { PageContext } from '../routes/shell-route.ts';
import { usePageQuery } from '../use-page-query.ts';
import { NotTherePage } from './NotTherePage.tsx';
import { mailStates } from './outbox/mail-words.ts';

export const mailPageQuery: TypedDocumentNode<MailPageQuery, MailPageQueryVariables> = gql`
  query MailPage($id: ID!) {
    node(id: $id) {
      id
      ... on MailMessage {
        mailState: state
        receiver
        address
        subject
        text
        calendar
        createdAt
        dueAt
        lastError
        meeting {
          id
        }
      }
    }
  }
`;

/** Starts the page's query. */
export const loadMailPage = (
  { preload }: PageContext,
  id: string,
): Promise<PreloadedQueryRef<MailPageQuery, MailPageQueryVariables>> => preload(mailPageQuery, { id });

const route = getRouteApi('/app/postvak-uit/$id');

/** One mail as its receiver would read it. */
export function MailPage(): ReactElement {
  const { t, i18n } = useLingui();
  const { moment } = useFormat();
  const { data } = usePageQuery(route.useLoaderData());
  const mail = data.node?.__typename === 'MailMessage' ? data.node : null;
  const subject = mail?.subject || t`Wordt zo geschreven`;
  usePageTitle(mail ? subject : t`Niet gevonden`);
  if (!mail)
    return (
      <NotTherePage
        wayOut={
          <Link to="/postvak-uit">
            <Trans>Naar het postvak uit</Trans>
          </Link>
        }
      />
    );

  const { receiver, address, mailState, createdAt, dueAt, text, calendar, lastError, meeting } = mail;
  return (
    <>
      <Crumbs label={t`Postvak uit`} link={(content) => <Link to="/postvak-uit">{content}</Link>} />
      <PageHead
        title={subject}
        {...(meeting && {
          actions: (
            <Link to="/vergaderingen/$id" params={{ id: meeting.id }}>
              <Trans>Naar de vergadering</Trans>
            </Link>
          ),
        })}
      />
      <Stack gap="xl">
        <Facts
          wide
          items={[
            { term: t`Aan`, value: `${receiver} <${address}>` },
            {
              term: t`Staat`,
              value: lastError ? `${i18n._(mailStates[mailState])}: ${lastError}` : i18n._(mailStates[mailState]),
            },
            {
              term: mailState === 'WAITING' ? t`Vertrekt` : t`Gebeurd`,
              value: moment(mailState === 'WAITING' ? dueAt : createdAt),
            },
          ]}
        />
        <Section title={t`Bericht`} hideTitle>
          {text ? (
            <p className="said-text prose">{text}</p>
          ) : (
            <p className="sub">
              <Trans>De tekst wordt geschreven als het bericht vertrekt, met wat de ontvanger dan mag zien.</Trans>
            </p>
          )}
        </Section>
        {calendar && (
          <Disclosure title={t`Uitnodiging in de bijlage`}>
            <p className="said-text small">{calendar}</p>
          </Disclosure>
        )}
      </Stack>
    </>
  );
}

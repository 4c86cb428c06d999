import { gql, type TypedDocumentNode } from '@apollo/client';
import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { keyProjectLabel, phaseLabels, projectTypeLabels } from '../../../features/projects/project-words.ts';
import type { RegisterFacts_ProjectFragment } from '../../../generated/graphql.ts';
import { capital } from '../../../lib/capital.ts';
import { Facts } from '../../../ui/Facts.tsx';
import { Homes } from '../../../ui/Homes.tsx';
import { Section } from '../../../ui/Section.tsx';

export const registerFactsFragment: TypedDocumentNode<RegisterFacts_ProjectFragment> = gql`
  fragment RegisterFacts_project on Project {
    id
    planNumber
    projectType
    phase
    homes
    homesNote
    keyProject
    source
    municipality {
      id
      name
      region {
        id
        name
      }
    }
  }
`;

/** What the register says about a project, and where that comes from. What it does not say is called unknown, never left out. */
export function RegisterFacts({ project }: { project: RegisterFacts_ProjectFragment }): ReactElement {
  const { t, i18n } = useLingui();
  const { planNumber, projectType, phase, homes, homesNote, keyProject, source, municipality } = project;
  const unknown = <span className="sub">{t`niet bekend`}</span>;
  const mark = keyProjectLabel(keyProject);
  return (
    <Section title={t`Uit het register`} aside={source ? t`bron: ${source}` : t`bron niet bekend`}>
      <Facts
        wide
        items={[
          { term: t`Gemeente`, value: `${municipality.name}, ${municipality.region.name}` },
          { term: t`Plannummer`, value: planNumber ?? unknown },
          { term: t`Fase`, value: phase === 'UNKNOWN' ? unknown : capital(i18n._(phaseLabels[phase])) },
          { term: t`Soort`, value: capital(i18n._(projectTypeLabels[projectType])) },
          {
            term: t`Sleutelproject`,
            value: mark ? capital(i18n._(mark)) : keyProject === 'UNKNOWN' ? unknown : t`Nee`,
          },
          {
            term: t`Woningen`,
            value: (
              <>
                {typeof homes === 'number' ? <Homes count={homes} tone="rest" /> : unknown}
                {homesNote && <p className="sub small">{homesNote}</p>}
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}

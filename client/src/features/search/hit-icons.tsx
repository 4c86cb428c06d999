import type { ReactElement } from 'react';
import { path } from '../../ui/icon.tsx';
import { ActionIcon, AgendaIcon, BottleneckIcon, KnowledgeIcon, ProjectIcon } from '../../ui/icons.tsx';
import type { Hit } from './search-documents.ts';

const PeopleIcon = path(
  'M5.5 7.5a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4zM1.8 13c.3-2.4 1.7-3.6 3.7-3.6S8.9 10.6 9.2 13M10.5 7.3a1.9 1.9 0 1 0 0-3.8M11.3 9.6c1.7.2 2.7 1.3 2.9 3.4',
);

/** What stands before a find, by what it is. */
export const hitIcons: Readonly<Record<Hit['target']['__typename'], ReactElement>> = {
  AgendaItem: <AgendaIcon />,
  AgendaOutcome: <AgendaIcon />,
  Bottleneck: <BottleneckIcon />,
  KnowledgeNote: <KnowledgeIcon />,
  Action: <ActionIcon />,
  Project: <ProjectIcon />,
  Organisation: <PeopleIcon />,
};

import type { BottleneckState } from '@versnellingstafel/shared/bottlenecks/states';
import type { BottleneckVerb } from '@versnellingstafel/shared/bottlenecks/transitions';
import { graphEnum } from '../../platform/graphql/graph-enum.ts';

export type BottleneckOrder =
  | 'DUE_ON'
  | 'HOMES_DESC'
  | 'FILED_ON_DESC'
  | 'MUNICIPALITY'
  | 'NUMBER'
  | 'OWNER'
  | 'STATE'
  | 'TITLE'
  | 'UPDATED_DESC';

export const BottleneckStateEnum = graphEnum<BottleneckState>(
  'BottleneckState',
  'How far a bottleneck has come. No open state is without an owner and a date.',
  {
    DRAFT: 'Concept: only the filer, the owner and co-signers see it.',
    SUBMITTED: 'Ingediend: waits for the secretary.',
    TRIAGE: 'In voorportaal: the secretary has looked at it.',
    SCHEDULED: 'Geagendeerd: on the agenda of a meeting.',
    IN_PROGRESS: 'In behandeling: being worked on.',
    ESCALATED: 'Geëscaleerd: with the table above.',
    ON_HOLD: 'Aangehouden: waits for something, and comes back on a day.',
    RESOLVED: 'Opgelost.',
    REFERRED: 'Doorverwezen: with somebody without a table, who reports back by a day.',
    WITHDRAWN: 'Ingetrokken by its owner.',
  },
);

export const BottleneckVerbEnum = graphEnum<BottleneckVerb>(
  'BottleneckVerb',
  'What moves a bottleneck from one state to another.',
  {
    SUBMIT: 'The owner sends a draft to the table.',
    TRIAGE: 'The secretary takes a submitted one into the triage.',
    SCHEDULE: 'The secretary puts it on the agenda of a meeting.',
    START: 'Chair or secretary start the work on it.',
    HOLD: 'The secretary lets it wait, with a reason and a day.',
    RESUME: 'The secretary goes on with it.',
    ESCALATE: 'Chair or secretary send it to the table above.',
    RETURN_ESCALATION: 'Chair or secretary of the receiving table send it back, with a reason.',
    RESOLVE: 'Chair or secretary close it with the resolution.',
    REFER: 'The secretary hands it to somebody without a table.',
    WITHDRAW: 'The owner takes it back.',
    REOPEN: 'Owner, chair or secretary take up a closed one again.',
  },
);

export const BottleneckOrderEnum = graphEnum<BottleneckOrder>(
  'BottleneckOrder',
  'The order of a list of bottlenecks.',
  {
    DUE_ON: 'What is due first comes first.',
    HOMES_DESC: 'Most homes first.',
    FILED_ON_DESC: 'Newest first.',
    MUNICIPALITY: 'By the name of the municipality.',
    NUMBER: 'By year and number.',
    OWNER: 'By the name of the owner.',
    STATE: 'In the order in which a bottleneck travels, then by due date.',
    TITLE: 'By title.',
    UPDATED_DESC: 'Last changed first.',
  },
);

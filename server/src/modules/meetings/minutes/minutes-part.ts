import type { AppModule, AppPlatform, Viewer } from '../../people/people.module.ts';
import { registerEventRule } from '../../../platform/graphql/event-visibility.ts';
import { MeetingDocumentsResolver } from '../documents/document.resolver.ts';
import { registerDocumentRoutes } from '../documents/document-routes.ts';
import { CaseFeedback } from '../feedback/feedback.entity.ts';
import { loadFeedback } from '../feedback/feedback.queries.ts';
import {
  CaseFeedbackResolver,
  FeedbackMutation,
  MeetingFeedbackResolver,
  TableFeedbackResolver,
} from '../feedback/feedback.resolver.ts';
import { minutesKind, registerMinutesRules, showsItemOf } from './minutes-events.ts';
import { MinutesMutations, ReopenMutation } from './minutes.mutations.ts';
import { Minutes, MinutesAddendum, MinutesRemark } from './minutes.entity.ts';
import { loadAddenda, loadMinutes, loadRemarks } from './minutes.queries.ts';
import {
  AddendumResolver,
  MeetingMinutesResolver,
  MinutesRemarkResolver,
  MinutesResolver,
  MinutesSectionResolver,
} from './minutes.resolver.ts';

/** What the room of meetings has of closing, minutes, documents and feedback. */
export const minutesPart = {
  entities: [Minutes, MinutesRemark, MinutesAddendum, CaseFeedback],
  resolvers: [
    MeetingMinutesResolver,
    MinutesResolver,
    MinutesSectionResolver,
    MinutesRemarkResolver,
    AddendumResolver,
    MinutesMutations,
    ReopenMutation,
    CaseFeedbackResolver,
    MeetingFeedbackResolver,
    TableFeedbackResolver,
    FeedbackMutation,
    MeetingDocumentsResolver,
  ],
  nodes: [
    { type: 'Minutes', kind: minutesKind, load: loadMinutes },
    { type: 'MinutesRemark', kind: 'minutesRemark', load: loadRemarks },
    { type: 'Addendum', kind: 'addendum', load: loadAddenda },
    { type: 'CaseFeedback', kind: 'caseFeedback', load: loadFeedback },
  ],
  register(platform: AppPlatform) {
    registerMinutesRules(platform);
    registerDocumentRoutes(platform);
    registerEventRule<Viewer>(platform, ['FEEDBACK_RECORDED'], (_viewer, event, context) =>
      showsItemOf(context, event),
    );
  },
} satisfies Partial<AppModule>;

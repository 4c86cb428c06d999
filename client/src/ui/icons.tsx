import { icon, path } from './icon.tsx';

export const HomeIcon = path('M2.5 7.2 8 2.5l5.5 4.7v6.3H9.8V9.8H6.2v3.7H2.5z');
export const AgendaIcon = path('M2.5 3.8h11v9.7h-11zM2.5 7h11M5.5 2.2v3M10.5 2.2v3');
export const CalendarIcon = path('M2.5 3.8h11v9.7h-11zM2.5 7h11M5.5 2.2v3M10.5 2.2v3M5.5 10h.01M8 10h.01M10.5 10h.01');
export const BottleneckIcon = path('M2 3.5h2.5L7 6.5h2l2.5-3H14M2 12.5h2.5L7 9.5h2l2.5 3H14');
export const ActionIcon = path('M2.2 4.3l1.2 1.2 2-2.2M2.2 10.3l1.2 1.2 2-2.2M8 4.5h5.8M8 10.8h5.8');
export const KnowledgeIcon = path(
  'M8 4.3C6.9 3.4 5.2 3 2.5 3v9.3c2.7 0 4.4.4 5.5 1.3 1.1-.9 2.8-1.3 5.5-1.3V3c-2.7 0-4.4.4-5.5 1.3zm0 0v9.3',
);
export const ProjectIcon = path('M2 13.5V7l4-3.5L10 7v6.5zM10 8.5h4v5M2 13.5h12M5 13.5V10h2v3.5');
export const SearchIcon = path('M6.8 11.6a4.8 4.8 0 1 0 0-9.6 4.8 4.8 0 0 0 0 9.6zM10.3 10.3 14 14');
export const PlusIcon = path('M8 3v10M3 8h10');
export const CheckIcon = path('m3 8.5 3.2 3.2L13 4.8');
export const ChevronDownIcon = path('m4 6 4 4 4-4');
export const ChevronUpIcon = path('m4 10 4-4 4 4');
export const ChevronLeftIcon = path('m10 4-4 4 4 4');
export const ChevronRightIcon = path('m6 4 4 4-4 4');
export const ArrowUpIcon = path('M8 13V3M4.5 6.5 8 3l3.5 3.5');
export const ArrowDownIcon = path('M8 3v10M4.5 9.5 8 13l3.5-3.5');
export const ArrowRightIcon = path('M3 8h10M9.5 4.5 13 8l-3.5 3.5');
export const MoreIcon = path('M3.5 8h.01M8 8h.01M12.5 8h.01', 2.2);
export const GripIcon = path('M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01', 2);
export const PenIcon = path('m10.8 2.7 2.5 2.5-7.8 7.8-3.2.7.7-3.2zM9 4.5 11.5 7');
export const LockIcon = path('M3.5 7.2h9v6.3h-9zM5.5 7.2V5a2.5 2.5 0 0 1 5 0v2.2');
export const ColumnsIcon = path('M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10');
export const BoardIcon = path('M2.5 3h3v9.5h-3zM6.5 3h3v6h-3zM10.5 3h3v7.5h-3z');
export const ScreenIcon = path('M2 3h12v8H2zM8 11v2.7M5.3 13.7h5.4');
export const PauseIcon = path('M5.8 3.5v9M10.2 3.5v9');
export const OfflineIcon = path('M2 6.4a8.6 8.6 0 0 1 12 0M4.4 9.1a5.2 5.2 0 0 1 7.2 0M8 12.3v.1M2.5 2.5l11 11');
export const LawIcon = path('M8 2.5v11M5 13.5h6M3 4.5h10M3 4.5 1.2 9h3.6zM13 4.5 11.2 9h3.6z');
export const InfoIcon = icon(
  <>
    <circle cx="8" cy="8" r="6" />
    <path d="M8 7.4v3.4M8 5.1v.1" />
  </>,
);

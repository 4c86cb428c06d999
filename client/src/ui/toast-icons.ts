import { path } from './icon.tsx';

// Toasts are there from the start; the other icons come with the pages that show them.

export const CloseIcon = path('m4 4 8 8M12 4l-8 8');
export const UndoIcon = path('M6 3 2.5 6.5 6 10M2.5 6.5h7.2a3.5 3.5 0 0 1 0 7H7');
export const WarningIcon = path('M8 2.3 14.4 13.5H1.6zM8 6.4v3.2M8 11.5v.1');

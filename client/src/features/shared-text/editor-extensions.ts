import { Extension, type Extensions } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { StarterKit } from '@tiptap/starter-kit';
import { caretsOf } from './caret.ts';
import { textField } from './text-nodes.ts';
import type { TextSession } from './text-session.ts';

/** The heading that the button makes: it stands below the headings of the page. */
export const headingLevel = 3;

/** Nests a line of a list without Tab, which has to lead out of the field. */
const nesting = Extension.create({
  name: 'nesting',
  addKeyboardShortcuts() {
    return {
      'Mod-]': () => this.editor.commands.sinkListItem('listItem'),
      'Mod-[': () => this.editor.commands.liftListItem('listItem'),
    };
  },
});

/** What one can write with: paragraphs, headings, bold, lists and quotes. Undo takes back only one's own. */
export function extensionsOf(session: TextSession): Extensions {
  return [
    StarterKit.configure({
      heading: { levels: [headingLevel, 4] },
      code: false,
      codeBlock: false,
      horizontalRule: false,
      italic: false,
      link: false,
      strike: false,
      underline: false,
      dropcursor: false,
      // The shared document brings its own.
      undoRedo: false,
      // It would write in the text of everybody who merely looks at it.
      trailingNode: false,
    }),
    nesting,
    Collaboration.configure({ document: session.doc, field: textField }),
    caretsOf(session.provider),
  ];
}

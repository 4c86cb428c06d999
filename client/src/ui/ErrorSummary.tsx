import { type ReactElement, useEffect, useId, useRef } from 'react';
import { WarningIcon } from './toast-icons.ts';

const control = 'input, textarea, select, button, [tabindex]';

/** A field of several parts is a group: its first part takes the focus. */
function focusField(id: string): void {
  const field = document.getElementById(id);
  const target = field?.matches(control) ? field : field?.querySelector<HTMLElement>(control);
  target?.focus();
}

/** Every wrong field of a form with a link to it. Takes focus when it appears, so that nobody has to look for it. */
export function ErrorSummary({
  title,
  errors,
}: {
  title: string;
  errors: readonly { fieldId: string; text: string }[];
}): ReactElement {
  const headingId = useId();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div className="note note-bad" role="alert" aria-labelledby={headingId} tabIndex={-1} ref={box}>
      <WarningIcon />
      <div>
        <h2 className="note-title" id={headingId}>
          {title}
        </h2>
        <ul>
          {errors.map(({ fieldId, text }) => (
            <li key={fieldId}>
              <a
                href={`#${fieldId}`}
                onClick={(event) => {
                  event.preventDefault();
                  focusField(fieldId);
                }}
              >
                {text}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

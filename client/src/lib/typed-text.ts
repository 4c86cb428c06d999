import { useEffect, useRef, useState } from 'react';

interface TypedText {
  text: string;
  type: (text: string) => void;
  /** Without waiting for the typing to settle. */
  submit: (text: string) => void;
}

/**
 * The text in a field whose settled value lives elsewhere, in the address for example. It is told once typing pauses, trimmed. When the
 * value changes by itself (Back, a link) the field follows; when it is the echo of what was typed, the letters typed since stay.
 * @param value the settled value
 * @param settle milliseconds of pause
 */
export function useTypedText(value: string, onSettle: (text: string) => void, settle: number): TypedText {
  const [text, setText] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const told = useRef(new Set([value]));

  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (told.current.has(value)) return;
    clearTimeout(timer.current);
    told.current = new Set([value]);
    setText(value);
  }, [value]);

  function submit(next: string): void {
    clearTimeout(timer.current);
    const settled = next.trim();
    // Only the last few can still come back as an echo.
    told.current = new Set([...told.current, settled].slice(-5));
    onSettle(settled);
  }

  return {
    text,
    type: (next) => {
      setText(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => submit(next), settle);
    },
    submit,
  };
}

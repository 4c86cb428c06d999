import { useEffect, useRef, useState } from 'react';

/** Typing settles this long (milliseconds) before the list is asked again. */
const settle = 200;

/**
 * The text of a filter that lives in the address. What is typed while an older answer is under way stays; an address that changes
 * by itself (a link, the back button) is followed.
 * @param asked what the address says
 * @returns the text in the field, and what to call when it changes
 */
export function useSettledText(asked: string, onSettle: (text: string) => void): [string, (text: string) => void] {
  const [field, setField] = useState({ text: asked, seen: asked, sent: asked });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  if (field.seen !== asked) setField({ ...field, text: asked === field.sent ? field.text : asked, seen: asked });

  function type(text: string): void {
    setField((before) => ({ ...before, text }));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const sent = text.trim();
      setField((before) => ({ ...before, sent }));
      onSettle(sent);
    }, settle);
  }

  return [field.text, type];
}

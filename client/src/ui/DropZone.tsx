import { useRef, useState, type DragEvent, type ReactElement, type ReactNode } from 'react';
import { Button, type ButtonVariant } from './Button.tsx';

interface DropZoneProps {
  /** Of the button that opens the chooser of the device. */
  label: string;
  icon?: ReactNode;
  variant?: ButtonVariant;
  busy?: boolean;
  /** What can be chosen, as in an `input`; everything when absent. */
  accept?: string;
  multiple?: boolean;
  onFiles: (files: readonly File[]) => void;
  /** What stands beside the button. */
  children: ReactNode;
}

/** A row where files are dropped, with a button that chooses them. */
export function DropZone({
  label,
  icon,
  variant,
  busy,
  accept,
  multiple = false,
  onFiles,
  children,
}: DropZoneProps): ReactElement {
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  }

  return (
    <div
      className="row tt-drop"
      data-drop-target={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Button icon={icon} variant={variant} busy={busy} onPress={() => chooser.current?.click()}>
        {label}
      </Button>
      {children}
      <input
        ref={chooser}
        type="file"
        {...(accept && { accept })}
        multiple={multiple}
        hidden
        aria-label={label}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
    </div>
  );
}

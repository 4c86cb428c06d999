/** Hands words over as a file that every computer opens. */
export function downloadText(fileName: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The browser has its copy once the click is handled.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

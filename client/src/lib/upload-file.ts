/** What the server said to a file. */
export type Uploaded = { kind: 'kept'; fileId: string } | { kind: 'refused'; message: string | undefined };

interface UploadAnswer {
  file?: { id: string };
  errors?: readonly { message: string }[];
}

/** What the server wrote; nothing when it was no answer of ours, such as one of a proxy. */
function readAnswer(body: string): UploadAnswer {
  try {
    return JSON.parse(body) as UploadAnswer;
  } catch {
    return {};
  }
}

/**
 * Sends one file as the body of a request. XMLHttpRequest, because fetch does not tell how far an upload is.
 * @param onPart told how much has gone, from 0 to 1
 */
export function uploadFile(file: File, onPart: (part: number) => void): Promise<Uploaded> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/files?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    request.upload.addEventListener('progress', ({ loaded, total }) => onPart(total > 0 ? loaded / total : 0));
    request.addEventListener('load', () => {
      const { file: kept, errors } = readAnswer(request.responseText);
      resolve(kept ? { kind: 'kept', fileId: kept.id } : { kind: 'refused', message: errors?.[0]?.message });
    });
    request.addEventListener('error', () => resolve({ kind: 'refused', message: undefined }));
    request.send(file);
  });
}

declare function acquireVsCodeApi(): { postMessage(message: unknown): void };

/** The join with the extension: what it says, and a way to say something to it. */
export function connect(hear: (message: unknown) => void): { readonly say: (message: unknown) => void } {
  const editor = acquireVsCodeApi();
  window.addEventListener('message', event => hear(event.data));
  return { say: message => editor.postMessage(message) };
}

/** What is to be done to record files, from the server to the extension, which applies it as one step that can be undone. */
export interface RecordChanges {
  readonly files: readonly {
    readonly uri: string;
    /** The file is not there yet. */
    readonly isNew: boolean;
    /** `fingerprint` of the text that the edits were made for: a document that is another meanwhile is not touched. */
    readonly before: string;
    /** 0-based, UTF-16; in order, none overlapping. */
    readonly edits: readonly {
      readonly range: {
        readonly start: { line: number; character: number };
        readonly end: { line: number; character: number };
      };
      readonly newText: string;
    }[];
  }[];
}
